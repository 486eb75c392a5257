"""The papers that directives came of, in full: who may read them, and their text with what was registered from it."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from bureau.org.models import Person
from bureau.org.posts import Function, Post
from directives.models import Directive, Intake, Source
from directives.reading.items import Fate


def readable(person: Person) -> QuerySet[Source]:
    """A paper quotes in full what may be sealed: it is for the desk, and for a county leader who knows a decision of it, and only
    while they see every one."""
    seen = Directive.objects.visible_to(person).filter(source=OuterRef("pk"))
    unseen = Directive.objects.filter(source=OuterRef("pk")).exclude(
        pk__in=Directive.objects.visible_to(person).values("pk")
    )
    if person.sits_at(Function.DIRECTIVES):
        return Source.objects.exclude(Exists(unseen))
    if person.holds(Post.LEADER):
        return Source.objects.filter(Exists(seen)).exclude(Exists(unseen))
    return Source.objects.none()


@dataclass(frozen=True)
class Part:
    """Words of a line. `directive`: what was registered from them; `first`: nothing stands before of the same."""

    words: str
    directive: Directive | None = None
    first: bool = False


def lines_of(intake: Intake) -> list[list[Part]]:
    """The text as it was read, without what its author hid."""
    ordinals = {row["key"]: place for place, row in enumerate(intake.rows, start=1)}
    registered = {one.ordinal: one for one in Directive.objects.filter(source=intake.source_id)}
    met: set[int] = set()
    lines = []
    for line in intake.passages:
        parts = []
        for part in line["parts"]:
            if part["fate"] == Fate.HIDDEN.value:
                continue
            directive = registered.get(ordinals.get(part["item"], 0))
            parts.append(Part(part["words"], directive, directive is not None and directive.pk not in met))
            met |= {directive.pk} if directive else set()
        lines.append(parts)
    return lines


def line_of(lines: list[list[Part]], directive: str) -> int:
    """The place of the line that a directive was read from, by its key as it stands in an address; 0 where none was."""
    return next(
        (
            at
            for at, line in enumerate(lines)
            for part in line
            if part.directive and str(part.directive.pk) == directive
        ),
        0,
    )
