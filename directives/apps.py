from django.apps import AppConfig


class DirectivesConfig(AppConfig):
    name = "directives"
    verbose_name = "决策督查"

    def ready(self):
        from directives import dues, policy  # noqa: F401 declare what is owed, register the rules
