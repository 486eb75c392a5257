from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "reports"
    verbose_name = "通报与专报"

    def ready(self):
        from reports import policy  # noqa: F401 registers the rules of bulletins
