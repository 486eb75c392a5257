"""What is written in a case names posts, never persons: the name stands in the register and is set on the person's own paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from accountability.models import Case, Subject
from bureau.files.store import Kept
from bureau.jobs.barred import Barred
from bureau.matters.flow import Flow, Step
from bureau.matters.models import Entry
from bureau.matters.parts import attaching
from bureau.org.actor import Actor
from bureau.org.models import Cadre, Person, Unit
from bureau.pages.asks import Text

LIKE = "写成单位和职务，如“县水利局分管副局长”"


def require_unnamed(units: list[Unit], labels: dict[str, str], **texts: str) -> None:
    """`texts` by field, `labels` their words. Raises Barred where one says the name of a cadre of these units."""
    cadres = list(Cadre.objects.filter(positions__unit__in=units).distinct())
    for field, text in texts.items():
        if text and any(cadre.name in text for cadre in cadres):
            raise Barred(f"“{labels.get(field, field)}”里有干部的姓名，请改{LIKE}。", field=field)


def units_of(case: Case) -> list[Unit]:
    return units_at(case.pk)


def units_at(case: int) -> list[Unit]:
    """The units that the subjects of that case belong to, and of persons every unit at which they ever served."""
    subjects = Subject.objects.filter(case=case)
    own = Q(pk__in=subjects.values("unit"))
    theirs = Q(positions__cadre__positions__in=subjects.exclude(position=None).values("position"))
    return list(Unit.objects.filter(own | theirs).distinct())


def attach(entry: Entry, files: Sequence[Kept]) -> None:
    """Hang files on a line of a case. Raises Barred where one is called by somebody's name."""
    if files:
        case = Case.objects.get(pk=entry.matter_id)
        require_unnamed_in(case, {"files": "附件的文件名"}, files="\n".join(file.name for file in files))
    attaching.attach(entry, files)


@dataclass(frozen=True)
class Nameless(Flow):
    """Steps of a case, and of what is a part of it. Whatever was typed in the form of one names nobody."""

    def take(self, step: Step, record: Any, actor: Actor | Person | None, **facts: Any) -> Entry:
        """Raises Barred, by the field."""
        given = {**(facts.get("changes") or {}), **facts}
        labels = {ask.name: ask.label for ask in step.asks if isinstance(ask, Text)}
        texts = {name: given[name] for name in labels if given.get(name)}
        if texts:
            require_unnamed(units_at(record.matter.pk), labels, **texts)
        return super().take(step, record, actor, **facts)


def require_unnamed_in(case: Case, labels: dict[str, str], **texts: str) -> None:
    require_unnamed(units_of(case), labels, **texts)
