from django.apps import AppConfig


class OpsConfig(AppConfig):
    name = "bureau.ops"
    verbose_name = "运行维护"
