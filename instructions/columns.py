"""The customary columns of the register, and what stands in them for one instruction as its reader reads it.

The records are annotated with `whole`: whether the reader reads what is not for units."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Value

from bureau.matters.access import visibility
from bureau.matters.counting.figures import flag
from bureau.matters.deadlines.lights import WORDS, Lights
from bureau.org.collective import in_words
from bureau.org.models import Person
from bureau.pages.tables import day
from instructions import flow
from instructions.facts import OWN, rounds_as_read
from instructions.models import Instruction, Round

LEDGER = [
    ("number", "编号"),
    ("leader", "批示领导"),
    ("level", "层级"),
    ("date", "批示日期"),
    ("paper", "来文"),
    ("words", "批示内容"),
    ("meaning", "批示要求"),
    ("lead", "承办单位"),
    ("co", "协办单位"),
    ("due", "办理时限"),
    ("progress", "办理进展"),
    ("answered", "反馈日期"),
    ("stage", "状态"),
    ("light", "亮灯"),
    ("rounds", "轮次"),
    ("registered", "登记日期"),
    ("officer", "经办人"),
]


def reads_whole(person: Person) -> Any:
    """The column `whole`."""
    if visibility.reads_all_above(person):
        return Value(True)
    return flag(visibility.where_reads_above(person, "matter"))


def lead_words(instruction: Instruction) -> str:
    """Who handles it; as proposed, while a round is being prepared, only for who reads what is not for units."""
    known = instruction.whole or instruction.state not in flow.PREPARED
    if instruction.self_handled and known:
        return OWN.removeprefix("由")
    unit = instruction.led_by if known else instruction.lead and instruction.lead.unit
    return unit.short if unit else ""


def progress_of(instruction: Instruction, latest: dict) -> str:
    """What the bureau found itself in this round, else what the lead last said; units read neither here."""
    return (instruction.result if instruction.whole else "") or latest.get(instruction.pk, "")


def answered_on(instruction: Instruction) -> date | None:
    """When the leader was last answered."""
    answered = [one.answered_at for one in instruction.rounds.all() if one.answered_at]
    return day(max(answered)) if answered else None


def ledger_row(instruction: Instruction, lights: Lights, towns: frozenset[int], progress: str) -> list:
    """The cells of one instruction, in the order of LEDGER."""
    matter, rounds = instruction.matter, rounds_as_read(instruction, instruction.whole)
    return [
        matter.number,
        said(rounds, "leader_name"),
        said(rounds, "get_level_display"),
        rounds[0].date if rounds else None,
        str(instruction.paper),
        words_of(rounds),
        said(rounds, "get_meaning_display"),
        lead_words(instruction),
        in_words([part.unit for part in instruction.co], towns),
        day(matter.due_at),
        progress,
        answered_on(instruction),
        matter.stage,
        WORDS.get(lights.of(matter), ""),
        len(rounds),
        day(matter.registered_at),
        matter.officer.name,
    ]


def said(rounds: Sequence[Round], name: str) -> str:
    """Of the first round."""
    value = getattr(rounds[0], name) if rounds else ""
    return value() if callable(value) else value


def words_of(rounds: Sequence[Round]) -> str:
    """The words of all rounds; of several each with its date, and with its leader where that is another."""
    if len(rounds) < 2:
        return rounds[0].shown if rounds else ""
    return "\n".join(
        f"第{one.number}轮（{by(one, rounds[0])}{one.date:%Y-%m-%d}）：{one.shown}" for one in rounds
    )


def by(said: Round, first: Round) -> str:
    return "" if said.leader_name == first.leader_name else f"{said.leader_name} "
