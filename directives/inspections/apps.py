from django.apps import AppConfig


class InspectionsConfig(AppConfig):
    name = "directives.inspections"
    label = "inspections"
    verbose_name = "督查活动"

    def ready(self) -> None:
        from bureau.matters import rooms, taking_over
        from bureau.matters.merger import parts
        from directives.inspections.flow import TARGET_FLOW, USE_FLOW
        from directives.inspections.handed_over import hand_over_team
        from directives.inspections.merged import join_targets
        from directives.inspections.room import ROOM

        rooms.register(ROOM)
        parts.HANGING.append(join_targets)
        taking_over.KEPT.append(hand_over_team)
        TARGET_FLOW.complete()
        USE_FLOW.complete()
