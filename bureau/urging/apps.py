from django.apps import AppConfig


class UrgingConfig(AppConfig):
    name = "bureau.urging"
    verbose_name = "催办督办"

    def ready(self):
        from bureau.matters import deeds, panels, proposing
        from bureau.matters.lineage import changing, tellers
        from bureau.urging import actions, dues, flow, together  # noqa: F401 declare what is owed, bind the verbs
        from bureau.urging.lineage import TELLER, quoting
        from bureau.urging.next_link import PROPOSER
        from bureau.urging.panels import of_matter

        flow.FLOW.complete()
        tellers.register(TELLER)
        changing.QUOTERS.append(quoting)
        proposing.PROPOSERS.append(PROPOSER)
        deeds.DEEDS.append(lambda _kind: together.DEED)
        panels.show(panels.MATTER, "urging/of_matter.html", of_matter)
