from django.apps import AppConfig


class InstructionsConfig(AppConfig):
    name = "instructions"
    verbose_name = "领导批示件"

    def ready(self) -> None:
        from bureau.matters import rooms
        from instructions.room import ROOM

        rooms.register(ROOM)
