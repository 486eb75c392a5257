from django.apps import AppConfig


class MattersConfig(AppConfig):
    name = "bureau.matters"
    verbose_name = "事项"

    def ready(self) -> None:
        from bureau.matters import admin  # noqa: F401 its page
        from bureau.matters.parts import assignments, reassigning, replies, steps  # noqa: F401 the verbs

        steps.ASSIGNMENT.complete()
        steps.REPLY_FLOW.complete()
