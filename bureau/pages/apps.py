from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "bureau.pages"
    verbose_name = "页面"
