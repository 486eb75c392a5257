"""What a room serves: its papers, what may be said against each, by when, and who has to keep out of deciding."""

from collections.abc import Callable
from dataclasses import dataclass

from bureau.matters.access.behalf import with_hands
from bureau.matters.deadlines.dues import Due
from bureau.matters.models import Contest, Service
from bureau.org.actor import Actor
from bureau.press.typeset.sheets import Sheet


@dataclass(frozen=True)
class Remedy:
    """One way to contest a paper. `within`: the time for it, from receipt; nobody owes it. `answered`: what is owed once it
    is used: the decision."""

    kind: str  # Contest.Kind
    within: Due
    answered: Due

    @property
    def label(self) -> str:
        return Contest.Kind(self.kind).label


@dataclass(frozen=True)
class ServedPaper:
    """`basis`: the rule that gives the remedies, as the page names it. `took_part(service)`: keys of the people who took part
    in it. `answer_sheet(contest, number)`: the decision on paper, numbered by `answer_series` under `plate`. `decided(actor, contest)`: what
    follows in the room when a contest is decided. `closed(service)`: why it may not be contested any more although the time for
    it is not over; empty while it may."""

    key: str
    label: str
    basis: str
    remedies: tuple[Remedy, ...]
    took_part: Callable[[Service], frozenset[int]]
    answer_label: str
    answer_series: str
    answer_sheet: Callable[[Contest, str], Sheet]
    decided: Callable[[Actor, Contest], None]
    plate: str = "bureau"
    closed: Callable[[Service], str] = lambda service: ""

    def remedy(self, kind: str) -> Remedy | None:
        return next((one for one in self.remedies if one.kind == kind), None)


PAPERS: dict[str, ServedPaper] = {}


def declare(paper: ServedPaper) -> ServedPaper:
    """Registers a paper of a room. Raises LookupError where the key is taken."""
    if paper.key in PAPERS:
        raise LookupError(f"the paper {paper.key} is declared twice")
    PAPERS[paper.key] = paper
    return paper


def paper_of(service: Service) -> ServedPaper:
    return PAPERS[service.paper]


def label_of(service: Service) -> str:
    """What it is called: the paper, or the answer to what was said against it."""
    paper = paper_of(service)
    return paper.answer_label if service.answers_id else paper.label


def remedies_of(service: Service) -> tuple[Remedy, ...]:
    """How it may be contested; an answer not again."""
    return () if service.answers_id else paper_of(service).remedies


def who_took_part(service: Service) -> set[int]:
    """Keys of those who took part in what is contested, and of who entered something on its matter in their name."""
    return with_hands(service.matter, paper_of(service).took_part(service))
