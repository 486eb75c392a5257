from django.apps import AppConfig


class LeadingConfig(AppConfig):
    name = "bureau.leading"
    verbose_name = "批阅"
