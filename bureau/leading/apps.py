from django.apps import AppConfig


class LeadingConfig(AppConfig):
    name = "bureau.leading"
    verbose_name = "批阅"

    def ready(self):
        from bureau.leading.panels import inks, instructing
        from bureau.matters import panels
        from instructions.rounds import ROUND

        panels.offer(instructing)
        panels.show_beside(ROUND, "leading/parts/ink.html", inks)
