"""A matter on the stage: its record as it stands now, and who plays for which unit."""

from bureau.demo import files
from bureau.demo.cast import Cast
from bureau.demo.clock import Days
from bureau.demo.tale import EVERY_TOWNSHIP, Paper, Tale
from bureau.matters.models import Assignment, Matter, Reply
from directives.models import Directive


class Scene:
    """Every look at a record reads it anew, as a page would: verbs must find what the one before left."""

    def __init__(self, cast: Cast, days: Days, paper: Paper, tale: Tale, ordinal: int):
        self.cast, self.days, self.paper, self.tale, self.ordinal = cast, days, paper, tale, ordinal
        self.pk = None  # of the matter, once it is registered

    @property
    def directive(self) -> Directive:
        return Directive.objects.select_related("matter__officer__unit", "source").get(pk=self.pk)

    @property
    def matter(self) -> Matter:
        return Matter.objects.select_related("officer__unit").get(pk=self.pk)

    def part(self, unit: str = "") -> Assignment:
        """The unit's assignment; the lead's where none is named."""
        return Assignment.objects.select_related("unit", "matter").get(
            matter=self.pk, unit__short=unit or self.tale.lead
        )

    def reply(self, unit: str = "") -> Reply:
        """The last reply of that unit."""
        replies = Reply.objects.select_related("assignment__unit", "assignment__matter", "author")
        return replies.filter(assignment=self.part(unit)).first()

    def liaison(self, unit: str = ""):
        return self.cast.liaison(unit or self.tale.lead)

    def head(self, unit: str = ""):
        return self.cast.head(unit or self.tale.lead)

    def person(self, login: str):
        return self.cast.people[login]

    @property
    def officer(self):
        return self.person(self.paper.officer)

    @property
    def co(self) -> tuple[str, ...]:
        """Short names of the co-units, 各乡镇 spelled out."""
        named = [self.cast.townships if name == EVERY_TOWNSHIP else (name,) for name in self.tale.co]
        return tuple(unit for group in named for unit in group)

    def keep(self, names: tuple[str, ...], text: str, unit: str = "") -> list:
        """The attachments of a unit's answer, made now and kept in the store."""
        return [files.keep(name, text, self.cast.units[unit or self.tale.lead]) for name in names]
