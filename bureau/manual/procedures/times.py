"""Limits in words, each with the table it stands in."""

from dataclasses import dataclass

from bureau.manual.procedures.books import Book, concerns
from bureau.matters.deadlines.dues import Due
from bureau.matters.flow import Step
from bureau.matters.parts import extensions
from bureau.matters.parts.steps import ASK_EXTENSION
from bureau.matters.rooms import room_of, rooms
from bureau.org import limited
from bureau.org.limits import Limits
from bureau.org.models import Urgency
from bureau.org.worktime import Term

GENERAL = "通用"
REGULATION = "督办规则"
SET_BY_HAND, NOT_SET = "按办理时写明的日期", "没有设时限"
ALSO = {ASK_EXTENSION.key: extensions.in_words}  # what a step keeps besides, told of a kind


@dataclass(frozen=True)
class Time:
    """How long for what: `words` say how long, `source` which table says so."""

    label: str
    words: str
    source: str = ""

    def __str__(self) -> str:
        return f"{self.label}：{self.words}"


class Times:
    """Of one book, by the limits as they stand now: one query."""

    def __init__(self, book: Book) -> None:
        self.book, self.limits = book, Limits()

    def all(self) -> list[Time]:
        """Everything that may be owed."""
        return [time for due in self.book.owes for time in self.of_due(due)]

    def of_step(self, step: Step) -> list[Time]:
        """What must be done by it, or kept with it."""
        owed = [due for due in self.book.owes if concerns(step, due)]
        limited = [time for due in owed for time in self.of_due(due)]
        if told := ALSO.get(step.key):
            limited.append(Time("次数和天数", told(self.book.kind), REGULATION))
        return limited

    def of_due(self, due: Due) -> list[Time]:
        """In a room one; of all rooms the general one and those that differ."""
        general = self.reckoned(due, self.book.kind)
        if self.book.kind:
            return [general]
        own = [self.reckoned(due, room.kind) for room in rooms() if due in room.owes]
        return [general, *(one for one in own if one.words != general.words)]

    def reckoned(self, due: Due, kind: str) -> Time:
        terms = self.terms(due.measured_by, kind)
        words = in_words(terms) or (NOT_SET if due.measured_by in limited.STEPS else SET_BY_HAND)
        own = any(place == kind and key == due.measured_by for place, _urgency, key in self.limits.terms)
        source = room_of(kind).label if kind and own else GENERAL
        named = f"{due.label}（{room_of(kind).label}）" if kind and not self.book.kind else due.label
        return Time(named, words, "" if not terms else f"办理时限·{source}")

    def terms(self, key: str, kind: str) -> dict[str, Term]:
        """By urgency, and under the empty one what holds for all others."""
        found = {urgency: self.limits.of(kind, urgency, key) for urgency in ("", *Urgency.values)}
        return {urgency: term for urgency, term in found.items() if term}


def in_words(terms: dict[str, Term]) -> str:
    """「特急2小时（工作时间），急件8小时（工作时间），其他1个工作日」; equal ones together."""
    rest = terms.get("")
    apart: dict[Term, list[str]] = {}
    for urgency, term in terms.items():
        if urgency and term != rest:
            apart.setdefault(term, []).append(str(Urgency(urgency).label))
    told = [f"{'、'.join(labels)}{written(term)}" for term, labels in apart.items()]
    if rest:
        told.append(f"其他{written(rest)}" if told else written(rest))
    return "，".join(told)


def written(term: Term) -> str:
    return str(term).replace(" ", "")
