from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "bureau.desk"
    verbose_name = "工作台"
