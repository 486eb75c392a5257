"""What comes out of reading: a Reading with its Items, each with the Problems a clerk must settle."""

from dataclasses import dataclass
from datetime import date

from bureau.org.reading.problem import Problem


@dataclass(frozen=True)
class Item:
    """One decision (一事一项): what is asked, of whom, by when, and the words and place it was read from."""

    ordinal: int
    text: str
    passage: str
    place: str
    lead: str | None = None
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
    """A source paper as read. `sentence` says what was looked for when nothing was found."""

    kind: str
    organ: str
    number: str | None
    date: date | None
    title: str
    items: tuple[Item, ...] = ()
    sentence: str = ""

    def as_json(self) -> dict:
        """The reading as `read_source --json` prints it."""
        return {
            "kind": self.kind,
            "number": self.number,
            "date": self.date and self.date.isoformat(),
            "items": [item.as_json() for item in self.items],
        }
