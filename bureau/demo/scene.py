"""A matter on the stage: its record as it stands now, and who plays for which unit."""

from bureau.demo import files
from bureau.demo.cast import Cast
from bureau.demo.clock import Days
from bureau.matters.models import Assignment, Matter, Reply


class Scene:
    """Every look at a record reads it anew, as a page would: verbs must find what the one before left.

    `clerk`: the login of the officer who follows it up; `place`: when in a day its acts come, a share of it.
    """

    model = verbs = None  # of the room: its record, its actions

    def __init__(self, cast: Cast, days: Days, tale, clerk: str, place: float):
        self.cast, self.days, self.tale, self.clerk, self.place = cast, days, tale, clerk, place
        self.pk = None  # of the matter, once it is registered

    @property
    def acts(self) -> list:
        """All that happens to it, in order."""
        raise NotImplementedError

    @property
    def record(self):
        return self.model.objects.select_related("matter__officer__unit").get(pk=self.pk)

    @property
    def matter(self) -> Matter:
        return Matter.objects.select_related("officer__unit").get(pk=self.pk)

    @property
    def lead(self) -> str:
        """The short name of the unit that leads it now."""
        return Assignment.objects.values_list("unit__short", flat=True).get(matter=self.pk, role="lead")

    def part(self, unit: str = "") -> Assignment:
        """The unit's assignment; the lead's where none is named."""
        which = {"unit__short": unit} if unit else {"role": "lead"}
        return Assignment.objects.select_related("unit", "matter").get(matter=self.pk, **which)

    def reply(self, unit: str = "") -> Reply:
        """The last reply of that unit."""
        replies = Reply.objects.select_related("assignment__unit", "assignment__matter", "author")
        return replies.filter(assignment=self.part(unit)).first()

    def liaison(self, unit: str = ""):
        return self.cast.liaison(unit or self.lead)

    def head(self, unit: str = ""):
        return self.cast.head(unit or self.lead)

    def person(self, login: str):
        return self.cast.people[login]

    @property
    def officer(self):
        return self.person(self.clerk)

    def keep(self, names: tuple[str, ...], text: str, unit: str = "") -> list:
        """The attachments of a unit's answer, made now and kept in the store."""
        return [files.keep(name, text, self.cast.units[unit or self.lead]) for name in names]
