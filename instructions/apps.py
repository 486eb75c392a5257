from django.apps import AppConfig


class InstructionsConfig(AppConfig):
    name = "instructions"
    verbose_name = "领导批示件"

    def ready(self):
        from instructions import forms, policy  # noqa: F401 register the room's fields and rules
