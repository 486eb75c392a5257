from django.apps import AppConfig


class AppraisalConfig(AppConfig):
    name = "appraisal"
    verbose_name = "绩效考核"

    def ready(self) -> None:
        from appraisal.flow.units import ADJUSTMENT_FLOW, UNIT_FLOW
        from appraisal.room import ROOM
        from bureau.matters import rooms

        rooms.register(ROOM)
        UNIT_FLOW.complete()
        ADJUSTMENT_FLOW.complete()
