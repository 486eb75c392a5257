from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccountabilityConfig(AppConfig):
    name = "accountability"
    verbose_name = "有错无为问责"

    def ready(self) -> None:
        from accountability import (
            admin,  # noqa: F401 its pages join the administration
            lineage,
            weighing,
        )
        from accountability.aside import keeps_away, kept_away
        from accountability.flow.sanctions import SANCTION_FLOW, TOLERANCE_FLOW
        from accountability.flow.subjects import SUBJECT_FLOW
        from accountability.models import Clearance, Paper
        from accountability.next_link import PROPOSER
        from accountability.offered import accounting, from_noted
        from accountability.room import ROOM
        from accountability.seed import enter
        from accountability.taking_over import take_over
        from bureau.matters import panels, proposing, rooms, standing, taking_over
        from bureau.matters.access import rights, visibility
        from bureau.matters.lineage import tellers
        from bureau.vault import panels as vault
        from bureau.vault import rotation

        rooms.register(ROOM)
        rights.KEPT_AWAY.append(kept_away)
        visibility.KEEPS_AWAY[ROOM.kind] = keeps_away
        taking_over.KEPT.append(take_over)
        standing.TELLERS.append(weighing.effects)
        standing.BEARERS.append(weighing.bearers)
        tellers.register(lineage.TELLER)
        proposing.PROPOSERS.append(PROPOSER)
        for flow in (SUBJECT_FLOW, SANCTION_FLOW, TOLERANCE_FLOW):
            flow.complete()
        post_migrate.connect(enter, sender=self)
        vault.keeps(ROOM.kind)
        rotation.covers(Paper, also=rotation.file_too)
        rotation.covers(Clearance, also=rotation.file_too)
        panels.show(panels.MATTER_ASIDE, "accountability/of_matter.html", accounting)
        panels.show(panels.NOTED, "accountability/of_paper.html", from_noted)
