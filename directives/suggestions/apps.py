from django.apps import AppConfig


class SuggestionsConfig(AppConfig):
    name = "directives.suggestions"
    label = "suggestions"
    verbose_name = "督查建议"

    def ready(self) -> None:
        from bureau.matters import panels, rooms
        from bureau.matters.parts.disputes import BARRED_BY
        from directives.suggestions.offered import suggesting
        from directives.suggestions.policy import why_not_disputed
        from directives.suggestions.room import ROOM

        rooms.register(ROOM)
        BARRED_BY[ROOM.kind] = why_not_disputed
        panels.show(panels.MATTER_ASIDE, "suggestions/of_matter.html", suggesting)
