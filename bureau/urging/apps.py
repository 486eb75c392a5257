from django.apps import AppConfig


class UrgingConfig(AppConfig):
    name = "bureau.urging"
    verbose_name = "催办督办"
