"""What comes out of reading: a Reading with its Items, each with the Problems a clerk must settle."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bureau.org.reading.problem import Problem


class Fate(StrEnum):
    """What a passage became."""

    ITEM = "item"
    BACKGROUND = "background"
    HIDDEN = "hidden"
    UNREAD = "unread"


@dataclass(frozen=True)
class Passage:
    """Words of one line that share a fate. `reason`: why they are background, hidden or unread; `item`: its ordinal."""

    line: int
    place: str
    words: str
    fate: Fate
    reason: str = ""
    item: int | None = None


@dataclass(frozen=True)
class Item:
    """One decision (一事一项): what is asked, of whom, by when, and the words and place it was read from. `lead_words`: of a lead that
    the directory does not have."""

    ordinal: int
    text: str
    passage: str
    place: str
    lead: str | None = None
    lead_words: str = ""
    co: tuple[str, ...] = ()
    due: date | None = None
    recurring: bool = False
    cadence: str = ""
    first_report: date | None = None
    leader: str = ""
    remark: str = ""
    category: str = ""
    stages: tuple[tuple[date, str], ...] = ()
    problems: tuple[Problem, ...] = ()

    def as_json(self) -> dict:
        """The item as `read_source --json` prints it."""
        return {
            "ordinal": self.ordinal,
            "text": self.text,
            "lead": self.lead,
            "co": list(self.co),
            "due": self.due and self.due.isoformat(),
            "recurring": self.recurring,
            "problems": [problem.sentence for problem in self.problems],
        }


@dataclass(frozen=True)
class Reading:
    """A source paper as read. `sentence` says what was looked for when nothing was found; `passages` are the whole paper in order,
    each with what became of it."""

    kind: str
    organ: str
    number: str | None
    date: date | None
    title: str
    items: tuple[Item, ...] = ()
    sentence: str = ""
    passages: tuple[Passage, ...] = ()

    def as_json(self) -> dict:
        """The reading as `read_source --json` prints it."""
        return {
            "kind": self.kind,
            "number": self.number,
            "date": self.date and self.date.isoformat(),
            "items": [item.as_json() for item in self.items],
        }
