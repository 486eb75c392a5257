from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ComplaintsConfig(AppConfig):
    name = "complaints"
    verbose_name = "营商环境投诉"

    def ready(self) -> None:
        from bureau.matters import rooms
        from bureau.org import reporting
        from bureau.vault import panels
        from complaints import admin, recusing  # noqa: F401 its page joins the administration
        from complaints.room import ROOM
        from complaints.seed import enter_causes

        rooms.register(ROOM)
        post_migrate.connect(enter_causes, sender=self)
        panels.keeps(ROOM.kind)
        reporting.FOLLOWS.append(reporting.Following(recusing.concerned, recusing.follow))
