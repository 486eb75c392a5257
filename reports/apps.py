from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "reports"
    verbose_name = "通报与专报"

    def ready(self):
        from reports import actions, flow, rendering  # noqa: F401 bind the verbs

        flow.FLOW.complete()
