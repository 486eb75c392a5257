from django.apps import AppConfig


class MattersConfig(AppConfig):
    name = "bureau.matters"
    verbose_name = "事项"

    def ready(self) -> None:
        from bureau.matters import admin  # noqa: F401 its page
        from bureau.matters.parts import assignments, reassigning, replies, steps  # noqa: F401 the verbs
        from bureau.matters.parts.led import still_led
        from bureau.org import in_hand

        steps.ASSIGNMENT.complete()
        steps.REPLY_FLOW.complete()
        in_hand.COUNTS.append(still_led)
