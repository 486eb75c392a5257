from django.apps import AppConfig


class InstructionsConfig(AppConfig):
    name = "instructions"
    verbose_name = "领导批示件"

    def ready(self):
        from instructions import dues, forms, policy  # noqa: F401 declare what is owed, the fields, the rules
