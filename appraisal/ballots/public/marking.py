"""A ballot as it goes to and fro between voter and house: everything marked so far stands in the form, nothing is kept here."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from appraisal.ballots.models import Poll, Subject
from appraisal.ballots.terms import BLANK, Terms
from bureau.jobs.barred import Barred
from bureau.org.keys import key_of

A_PAGE = 10  # rows, that one sees at once on a telephone


@dataclass(frozen=True)
class Row:
    name: str  # of its boxes
    label: str
    mark: int


@dataclass(frozen=True)
class Marking:
    """What is marked by now, row by row."""

    poll: Poll
    terms: Terms
    subjects: Sequence[Subject]
    marks: tuple[int, ...]

    @classmethod
    def of(cls, poll: Poll, posted: Mapping[str, str], cleared: int | None = None) -> "Marking":
        """`cleared`: the page of which nothing is marked any more. Raises Barred where a mark is none of the options."""
        terms, subjects = poll.terms, list(poll.subjects.all())
        marks = [mark_of(one, posted.get(name_of(one), ""), len(terms.options)) for one in subjects]
        if cleared is not None:
            begin = (cleared - 1) * A_PAGE
            marks[begin : begin + A_PAGE] = [BLANK] * len(marks[begin : begin + A_PAGE])
        return cls(poll, terms, subjects, tuple(marks))

    @property
    def pages(self) -> int:
        return max(1, -(-len(self.subjects) // A_PAGE))

    def on(self, page: int) -> list[Row]:
        return list(self.rows())[(page - 1) * A_PAGE : page * A_PAGE]

    def off(self, page: int) -> list[Row]:
        """The marks of the other pages, which travel along."""
        shown = {row.name for row in self.on(page)}
        return [row for row in self.rows() if row.mark != BLANK and row.name not in shown]

    def rows(self) -> Iterator[Row]:
        for one, mark in zip(self.subjects, self.marks, strict=True):
            yield Row(name_of(one), one.label, mark)

    def chosen(self) -> list[tuple[Row, str]]:
        """Each row with the word that is marked, empty where none is."""
        options = self.terms.options
        return [(row, options[row.mark - 1].name if row.mark != BLANK else "") for row in self.rows()]


def name_of(subject: Subject) -> str:
    return f"row_{subject.ordinal}"


def mark_of(subject: Subject, typed: str, options: int) -> int:
    if typed == "":
        return BLANK
    if 1 <= (mark := key_of(typed)) <= options:
        return mark
    raise Barred(f"“{subject.label}”选的不是票上的选项，请重新选。")
