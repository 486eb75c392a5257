from django.apps import AppConfig


class MeritsConfig(AppConfig):
    name = "appraisal.cadres"
    label = "merits"
    verbose_name = "干部考核"

    def ready(self) -> None:
        from appraisal.cadres import actions, lineage  # noqa: F401 the actions bind the verbs
        from appraisal.cadres.flow import REVIEW_FLOW, USE_FLOW
        from appraisal.cadres.next_link import PROPOSER
        from appraisal.cadres.panels import years
        from bureau.matters import panels, proposing
        from bureau.matters.lineage import changing, tellers

        changing.QUOTERS.append(lineage.quoting)
        for teller in lineage.TELLERS:
            tellers.register(teller)
        proposing.PROPOSERS.append(PROPOSER)
        REVIEW_FLOW.complete()
        USE_FLOW.complete()
        panels.show("cadre", "merits/of_cadre.html", years)
