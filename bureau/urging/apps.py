from django.apps import AppConfig


class UrgingConfig(AppConfig):
    name = "bureau.urging"
    verbose_name = "催办督办"

    def ready(self):
        from bureau.urging import actions, dues, flow  # noqa: F401 declare what is owed, bind the verbs

        flow.FLOW.complete()
