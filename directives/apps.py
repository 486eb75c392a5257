from django.apps import AppConfig


class DirectivesConfig(AppConfig):
    name = "directives"
    verbose_name = "决策督查"

    def ready(self) -> None:
        from bureau.matters import rooms
        from bureau.matters.lineage import tellers
        from directives.lineage import TELLER
        from directives.room import ROOM

        rooms.register(ROOM)
        tellers.register(TELLER)
