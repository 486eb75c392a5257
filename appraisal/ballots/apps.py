from django.apps import AppConfig


class BallotsConfig(AppConfig):
    name = "appraisal.ballots"
    label = "ballots"
    verbose_name = "民主测评"

    def ready(self) -> None:
        from appraisal.ballots import actions  # noqa: F401 the actions bind the verbs
        from appraisal.ballots.flow import FLOW
        from appraisal.ballots.models import Ballot
        from appraisal.ballots.reading import of_matter
        from bureau.matters import panels
        from bureau.vault import rotation

        FLOW.complete()
        panels.show(panels.MATTER, "ballots/of_matter.html", of_matter)
        rotation.covers(Ballot)
