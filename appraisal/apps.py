from django.apps import AppConfig


class AppraisalConfig(AppConfig):
    name = "appraisal"
    verbose_name = "绩效考核"

    def ready(self) -> None:
        from appraisal import lineage
        from appraisal.flow.units import ADJUSTMENT_FLOW, UNIT_FLOW
        from appraisal.merged import join_parts
        from appraisal.next_link import PROPOSER
        from appraisal.room import ROOM
        from bureau.matters import proposing, rooms
        from bureau.matters.access import visibility
        from bureau.matters.lineage import changing, tellers
        from bureau.matters.merger import parts

        rooms.register(ROOM)
        visibility.LINES_BY_UNIT.add(ROOM.kind)
        parts.HANGING.append(join_parts)
        for teller in lineage.TELLERS:
            tellers.register(teller)
        changing.QUOTERS.append(lineage.quoting)
        proposing.PROPOSERS.append(PROPOSER)
        UNIT_FLOW.complete()
        ADJUSTMENT_FLOW.complete()
