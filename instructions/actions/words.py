"""What is registered of a leader's word, on what it was written, and whom it names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from bureau.jobs.barred import Barred
from bureau.matters.access.search import fold
from bureau.matters.models import Matter, Secrecy
from bureau.org.models import Person, Unit
from bureau.org.naming import fold as squeeze
from instructions.models import Instruction, Level, Meaning, Origin, Paper, Round
from instructions.secrets import refuse_classified


@dataclass(frozen=True)
class Word:
    """批示: who wrote what, when, and what it asks for. `leader`: an account here, if there is one."""

    leader_name: str
    words: str
    date: date
    level: str = Level.COUNTY
    leader: Person | None = None
    meaning: str = Meaning.ORDER
    positive: bool = False
    wants_answer: bool = True
    origin: str = Origin.PAPER


@dataclass(frozen=True)
class OnPaper:
    """来文: what it was written on; `matter`: where that is a matter of this house. `reports_on`: matters that a paper
    of this house reports on, from which the instruction arises."""

    title: str
    number: str = ""
    matter: Matter | None = None
    reports_on: tuple[Matter, ...] = ()

    @property
    def arises_from(self) -> list[Matter]:
        """The matters behind it, the sealed first."""
        found = ([self.matter] if self.matter else []) + list(self.reports_on)
        return sorted(found, key=lambda matter: matter.secrecy != Secrecy.SEALED)


@dataclass(frozen=True)
class Plan:
    """Whom the leader's words name already, and by when; the proposal starts from it."""

    lead: Unit | None = None
    co: tuple[Unit, ...] = ()
    due: date | None = None

    def columns(self) -> dict:
        """As the instruction keeps it; the co-units are kept beside it."""
        return {"lead_unit": self.lead, "due": self.due}


NOBODY = Plan()
FULL_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,}[〔\[(]\d{4}[〕\])]\d+号")


def the_paper(about: OnPaper) -> Paper:
    """The paper's row: one for all who wrote on it."""
    refuse_classified(about.title, about.number)
    values = {"title": title_of(about), "number": about.number.strip(), "matter": about.matter}
    return Paper.objects.get_or_create(key=key_of(about), defaults=values)[0]


def mend(paper: Paper, about: OnPaper) -> bool:
    """The paper as it is written now, for all who wrote on it; whether that was otherwise before."""
    values = {"title": title_of(about), "number": about.number.strip()}
    if about.matter or all(getattr(paper, name) == value for name, value in values.items()):
        return False
    Paper.objects.filter(pk=paper.pk).update(**values)
    vars(paper).update(values)
    return True


def title_of(about: OnPaper) -> str:
    """A typed title is refused when it is too long; a matter's own may be, and ends in ……."""
    title, most = " ".join(about.title.split()), Paper.TITLE_LENGTH
    return title if len(title) <= most else f"{title[: most - 2]}……"


def key_of(about: OnPaper) -> str:
    """A matter is itself; a full document number names its paper alone (桃水报〔2026〕3号); else number and title
    together, as 「第12期」 has many a paper."""
    if about.matter:
        return f"matter-{about.matter.pk}"
    number = squeeze(about.number)
    return number if FULL_NUMBER.fullmatch(number) else f"{number}{squeeze(title_of(about))}"


def new_round(
    instruction: Instruction, word: Word, number: int, at: datetime, before: dict | None = None
) -> Round:
    """Write the word down as the instruction's next round; `before`: what stood until then. Raises Barred where it says nothing, or is marked as
    classified."""
    if word.origin != Origin.INK and not word.words.strip():
        raise Barred("请填写批示内容。")
    refuse_classified(word.words)
    kept = {"number": number, "at": at, "before": before or {}}
    made = Round.objects.create(instruction=instruction, **kept, **columns(word))
    forget_rounds(instruction)
    return made


def change_round(instruction: Instruction, one: Round, /, **columns: Any) -> None:
    """Write these columns of one of its rounds."""
    Round.objects.filter(pk=one.pk).update(**columns)
    forget_rounds(instruction)


def forget_rounds(instruction: Instruction) -> None:
    """Rounds that were read before they were written: the next who asks reads them anew."""
    instruction.__dict__.pop("round", None)
    getattr(instruction, "_prefetched_objects_cache", {}).pop("rounds", None)


def columns(word: Word) -> dict:
    """The round's columns; ink waits to be put into letters."""
    values = {field.name: getattr(word, field.name) for field in fields(word)}
    return values | {"words": Round.UNREAD if word.origin == Origin.INK else word.words.strip()}


def open_words(instruction: Instruction) -> str:
    """What anybody who sees the cover may find it by: nothing of the words that a unit is not shown, nor whom a round
    is meant for that was not given out yet."""
    paper, rounds = instruction.paper, list(instruction.rounds.order_by("number"))
    told = " ".join(one.told for one in rounds)
    names = f"{paper.title} {paper.number} {rounds[0].leader_name}"
    shorts = shorts_of(units_given(instruction) + (units_meant(instruction) if rounds[-1].opened_at else []))
    return fold(f"{instruction.matter.number} {names} {shorts} {told}")


def secret_words(instruction: Instruction) -> str:
    """What the bureau and the leaders find it by: everything, of all rounds."""
    said = " ".join(f"{one.leader_name} {one.words}" for one in instruction.rounds.order_by("number"))
    return f"{open_words(instruction)} {fold(f'{shorts_of(units_meant(instruction))} {said}')}"


def units_given(instruction: Instruction) -> list:
    """That take part, in whatever round."""
    return [part.unit for part in instruction.matter.assignments.select_related("unit")]


def units_meant(instruction: Instruction) -> list:
    """As a leader named them or as proposed."""
    return [unit for unit in (instruction.lead_unit, *instruction.co_units.all()) if unit]


def shorts_of(units: Iterable[Unit]) -> str:
    return " ".join(dict.fromkeys(unit.short for unit in units))
