"""How a story is written down — of one decision, of one leader's word: who owes what, who did what on which day.

Days are counted in working days from today: −1 is the last one before today (clock.Days).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from bureau.org.models import Urgency
from instructions.models import Level, Meaning

EVERY_TOWNSHIP = "各乡镇"
Reach = Literal["draft", "proposed", "approved", "dispatched"]
Pen = Literal["paper", "typed", "dictated", "special", "ink"]


@dataclass(frozen=True)
class Act:
    """One verb, played on a working day before today: `day` < 0."""

    day: int
    play: Callable


def flat(acts: Iterable) -> Iterator[Act]:
    """Tales group what belongs together."""
    for act in acts:
        if isinstance(act, Act):
            yield act
        else:
            yield from flat(act)


@dataclass(frozen=True)
class Tale:
    """One decision and what became of it. `{year}` in the title is the paper's year; `due` a working day.

    `lead`, `co`: short names, or 各乡镇. `reaches`: how far the bureau brought it; `acts` come after that.
    `unsigned`: units that have not signed for it. `every`: how often a long-term item is reported on.
    `goal`, `base`, `plan`: the number to reach, from where it starts, and what is planned by which working day.
    `stages`: what is to be reached by which working day on the way.
    """

    title: str
    lead: str
    co: tuple[str, ...] = ()
    due: int | None = None
    acts: tuple = ()
    unsigned: tuple[str, ...] = ()
    reaches: Reach = "dispatched"
    urgency: str = Urgency.MINUTES
    every: str = ""
    category: str = ""
    leader: str = ""
    sealed: bool = False
    goal: str = ""
    base: str = ""
    plan: tuple[tuple[int, str], ...] = ()
    stages: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class Paper:
    """A source and its decisions. `number` may hold `{year}`; `date` is a working day before today. `channel`, `heard`: of a
    hot issue, where and what."""

    kind: str
    title: str
    number: str
    date: int
    officer: str
    organ: str
    tales: tuple[Tale, ...]
    approver: str = "director"
    channel: str = ""
    heard: str = ""


@dataclass(frozen=True)
class Told:
    """What came by telephone, letter, visit, and what became of it. `who`: name, phone, enterprise of who told it, invented; none
    of who stays anonymous. `answer`: of what was answered on the spot, and ended there."""

    day: int
    facts: str
    channel: str = "call"
    cause: str = ""
    who: tuple[str, ...] = ()
    respondent: str = ""
    place: str = ""
    happened: str = ""
    demand: str = ""
    persons: int = 1
    acts: tuple = ()
    answer: str = ""
    urgency: str = Urgency.NORMAL
    mode: str = "named"
    complainant: str = "enterprise"

    @property
    def title(self) -> str:
        """As errors name it."""
        return self.facts[:20]


@dataclass(frozen=True)
class Met:
    """走访 or 座谈会 on that working day. `raised`: each question with what was answered on the spot, or nothing yet."""

    day: int
    kind: str
    place: str
    raised: tuple[tuple[str, str], ...]
    count: int = 1
    enterprises: str = ""

    @property
    def title(self) -> str:
        return self.place


@dataclass(frozen=True)
class Visit:
    """督查活动 and what became of it. `begins`, `ends`: working days; `follows`: the title of the one that is looked back at."""

    day: int
    title: str
    type: str
    content: str
    targets: tuple[str, ...]
    begins: int
    ends: int
    acts: tuple = ()
    methods: tuple[str, ...] = ("check",)
    items: tuple[str, ...] = ()
    officer: str = "officer1"
    head: str = "deputy"
    members: tuple[str, ...] = ("officer2",)
    unannounced: bool = False
    overlap_reason: str = ""
    follows: str = ""


@dataclass(frozen=True)
class Blamed:
    """A clue and what became of it. `subjects`: short names of units, and persons as others read of them (「县水利局局长」).
    `about`: the title of the matter that it arose from, of a complaint its facts; `rule`: by which it was proposed. `who`: of who
    reported it, into the vault. `by`: who handed it over. `team`: who checks and investigates."""

    day: int
    title: str
    source: str
    fault: str
    summary: str
    subjects: tuple[str, ...]
    about: str = ""
    rule: str = ""
    acts: tuple = ()
    source_words: str = ""
    happened: str = ""
    materials: str = ""
    who: dict[str, str] = field(default_factory=dict)
    by: str = "accountability"
    team: tuple[str, ...] = ("accountability", "officer3")


@dataclass(frozen=True)
class Written:
    """What a leader wrote on a paper, and what became of it.

    `by`: a leader's login, or the post of one above the county (`level`). `day`: the working day on which it reached
    the bureau, `dated` the one on which it was written, where that was another. `on`: the title of the matter of this
    house that it was written on, or on a 专报 about it. `number` may hold `{year}`. `pen`: how it came into the house.
    """

    by: str
    day: int
    title: str = ""
    words: str = ""
    acts: tuple = ()
    number: str = ""
    on: str = ""
    level: str = Level.COUNTY
    dated: int | None = None
    meaning: str = Meaning.ORDER
    urgency: str = Urgency.NORMAL
    positive: bool = False
    wants_answer: bool = True
    sealed: bool = False
    officer: str = "officer1"
    pen: Pen = "paper"
    authority: str = ""  # on whose word the secretary entered it
