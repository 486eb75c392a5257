"""From words in roles to one lead and the co-organisers, with a problem for every name that is not known."""

from dataclasses import dataclass, field
from typing import Any

from bureau.org.naming import Directory

from .problem import Problem
from .roles import Shares
from .splitting import split_names

SHOWN = 40
"""Characters of an unknown name that a sentence repeats."""


@dataclass
class Appointment:
    """Exactly one lead or None, co-organisers without repetition, and what must be settled. `unknown`: the lead as it was written
    where the directory does not have it."""

    lead: str | None = None
    co: list[str] = field(default_factory=list)
    unknown: str = ""
    problems: list[Problem] = field(default_factory=list)


def appoint(asked: Shares, directory: Directory) -> Appointment:
    """The first unit named to lead leads; where nobody is named to lead, the first named at all."""
    leading = split_all(asked.lead, directory)
    others = split_all(asked.either, directory)
    helping = split_all(asked.co, directory)
    if not leading:
        leading, others = others[:1], others[1:]
    appointment = Appointment()
    _lead(leading[:1], appointment, directory)
    _help([*leading[1:], *others, *helping], appointment, directory)
    _ask_for_supervisable(appointment, directory)
    return appointment


def split_all(phrases: list[str], directory: Directory) -> list[str]:
    """All names in all phrases, in order."""
    return [name for phrase in phrases for name in split_names(phrase, directory)]


def _lead(names: list[str], appointment: Appointment, directory: Directory) -> None:
    if not names:
        appointment.problems.append(Problem("lead", "没有写明牵头单位，请补上。"))
        return
    match = directory.find(names[0])
    if match.units and not match.is_group:
        appointment.lead = match.units[0]
    elif match.units:
        appointment.co += match.units
        sentence = f"「{names[0]}」不止一个单位，不能牵头，请指定一个牵头单位。"
        appointment.problems.append(Problem("lead", sentence))
    else:
        appointment.unknown = "" if match.is_vague else names[0][:SHOWN]
        appointment.problems.append(_unknown("lead", names[0], match))


def _help(names: list[str], appointment: Appointment, directory: Directory) -> None:
    for name in dict.fromkeys(names):
        match = directory.find(name)
        appointment.co += match.units
        if not match.units:
            appointment.problems.append(_unknown("co", name, match))
    appointment.co = [unit for unit in dict.fromkeys(appointment.co) if unit != appointment.lead]


def _unknown(field_name: str, name: str, match: Any) -> Problem:
    name = name if len(name) <= SHOWN else f"{name[:SHOWN]}…"
    if match.is_vague:
        return Problem(field_name, f"「{name}」没有写明是哪些单位，请逐个写明。")
    if match.suggestions:
        nearest = "、".join(match.suggestions)
        return Problem(field_name, f"单位名录里没有「{name}」，最接近的是：{nearest}。", match.suggestions)
    return Problem(field_name, f"单位名录里没有「{name}」，请从名录里选择。")


def _ask_for_supervisable(appointment: Appointment, directory: Directory) -> None:
    """政府督查工作条例 第5条: 人大、政协、法院、检察院 are not supervised."""
    for field_name, units in (("lead", [appointment.lead]), ("co", appointment.co)):
        for unit in units:
            if unit and not directory.units[unit].supervisable:
                sentence = f"「{unit}」不是政府督查的对象，请改列其他单位或改为知会。"
                appointment.problems.append(Problem(field_name, sentence))
