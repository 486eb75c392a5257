from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "bureau.jobs"
    verbose_name = "后台办理"
