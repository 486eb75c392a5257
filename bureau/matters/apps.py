from django.apps import AppConfig


class MattersConfig(AppConfig):
    name = "bureau.matters"
    verbose_name = "事项"

    def ready(self):
        from bureau.matters import admin  # noqa: F401 its page
        from bureau.matters.parts import rules  # noqa: F401 the rules of assignments and replies
