from django.apps import AppConfig


class ComplaintsConfig(AppConfig):
    name = "complaints"
    verbose_name = "营商环境投诉"

    def ready(self) -> None:
        from bureau.matters import rooms
        from bureau.vault import panels
        from complaints import admin  # noqa: F401 its page joins the administration
        from complaints.room import ROOM

        rooms.register(ROOM)
        panels.keeps(ROOM.kind)
