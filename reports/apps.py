from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "reports"
    verbose_name = "通报与专报"

    def ready(self):
        from bureau.matters import announcing as recalled
        from bureau.matters import panels, rooms
        from bureau.matters.lineage import changing, tellers
        from reports import actions, announcing, flow, happened, lineage, rendering  # noqa: F401 bind the verbs
        from reports.panels import of_matter, on_desk
        from reports.policy import at_the_desk

        flow.FLOW.complete()
        tellers.register(lineage.TELLER)
        changing.QUOTERS.append(lineage.quoting)
        changing.DESKS[lineage.KIND] = at_the_desk
        recalled.RECALLING.append(announcing.recall)
        rooms.HAPPENED.append(happened.happenings)
        panels.show(panels.MATTER_ASIDE, "reports/parts/of_matter.html", of_matter)
        panels.show(panels.DESK, "reports/parts/on_desk.html", on_desk)
