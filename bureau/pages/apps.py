from django.apps import AppConfig
from django.contrib.staticfiles.apps import StaticFilesConfig


class PagesConfig(AppConfig):
    default = True
    name = "bureau.pages"
    verbose_name = "页面"


class StaticConfig(StaticFilesConfig):
    """What Django's administration brings is collected for nobody: its pages are the house's."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "admin"]
