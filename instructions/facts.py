"""What an instruction's page and its printed papers say of it, label by label."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils import timezone
from django.utils.html import format_html

from bureau.matters.access.visibility import reads_above
from bureau.matters.deadlines import duties
from bureau.matters.models import Matter
from bureau.org.actor import Actor
from bureau.org.models import Person, Unit
from instructions import flow
from instructions.models import Instruction, Meaning, Round, Shown

OWN = "由督查局自办"
WIDE = ("来文", "办理要求", "单位可见", "拟办意见", "自办结果")


def handling_words(lead: Unit | None, co: Iterable[Unit]) -> str:
    """「由县水利局牵头，县财政局协办」, or that the bureau does it itself."""
    if lead is None:
        return OWN
    others = "、".join(unit.short for unit in co)
    return f"由{lead.short}牵头" + (f"，{others}协办" if others else "")


def facts(instruction: Instruction, person: Person | Actor) -> list[dict]:
    """`{label, value}` in reading order; only what is known, and to a unit only what was given out."""
    matter = instruction.matter
    above = reads_above(person, matter)
    said = handled_now(rounds_as_read(instruction, above) or [instruction.round])
    given = above or instruction.state not in flow.PREPARED
    rows = [
        ("来文", on_what(instruction, person)),
        ("批示领导", f"{said.leader_name}（{said.get_level_display()}）"),
        ("批示要求", Meaning(said.meaning).label + ("，要求反馈" if said.wants_answer else "")),
        ("办理类别", matter.get_urgency_display()),
        ("承办", handled_by(instruction) if given else ""),
        ("办理时限", due_words(matter) or (due_meant(instruction) if above else "")),
        ("经办督查员", matter.officer.name),
        ("办理要求", instruction.asked if given else ""),
        ("单位可见", shown_words(instruction) if above else ""),
        ("拟办意见", instruction.opinion if person.sits_at(matter.kind) else ""),
        ("自办结果", instruction.result if above else ""),
        ("交办时间", moment(said.opened_at)),
        ("完成时间", moment(matter.finished_at)),
        ("反馈领导", moment(said.answered_at)),
        ("办结时间", moment(matter.closed_at)),
    ]
    return [{"label": label, "value": value, "wide": label in WIDE} for label, value in rows if value]


def handled_now(rounds: Sequence[Round]) -> Round:
    """The word that is handled, or was at last; what was said beside a circle asks for nothing."""
    return next((one for one in reversed(rounds) if one.pursued), rounds[-1])


def due_meant(instruction: Instruction) -> str:
    """Before it is approved: the date that was proposed or named."""
    prepared = instruction.state in flow.PREPARED and instruction.due
    return f"{instruction.due:%Y-%m-%d}（拟定）" if prepared else ""


def shown_words(instruction: Instruction) -> str:
    """What the units read, or will read, of the leader's words."""
    if instruction.lead_unit_id is None or not instruction.proposed_by_id:
        return ""
    return "批示原文" if instruction.shown == Shown.ORIGINAL else f"摘要：{instruction.summary}"


def on_what(instruction: Instruction, person: Person | Actor) -> str:
    """The paper; where it is a matter of this house, a link for who sees that."""
    paper = instruction.paper
    seen = type(instruction.matter).objects.visible_to(person)
    if paper.matter_id and seen.filter(pk=paper.matter_id).exists() and paper.matter:
        return format_html('<a href="{}">{}</a>', paper.matter.get_absolute_url(), paper.title)
    return str(paper) if paper.matter_id is None else paper.title


def handled_by(instruction: Instruction) -> str:
    """As proposed; and where the lead was replaced after that, as it stands."""
    lead = instruction.led_by
    if instruction.self_handled or lead:
        return handling_words(lead, [unit for unit in instruction.co_units.all() if unit != lead])
    return ""


def due_words(matter: Matter) -> str:
    if matter.due_at is None:
        return ""
    original, stands = duties.original_day(matter), timezone.localdate(matter.due_at)
    return f"{stands:%Y-%m-%d}" + (
        f"（原时限{original:%Y-%m-%d}）" if original and original != stands else ""
    )


def moment(at: datetime | None) -> str:
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M}" if at else ""


def readable_rounds(instruction: Instruction, person: Person | Actor) -> list[Round]:
    """The rounds as this person reads them, the first first."""
    return rounds_as_read(instruction, reads_above(person, instruction.matter))


def rounds_as_read(instruction: Instruction, above: bool) -> list[Round]:
    """Their `shown` are the words themselves, or what the units were given of them (摘要 or 原文; `abridged` says
    which); a round that was not given out yet is not for units."""
    rounds = []
    for one in sorted(instruction.rounds.all(), key=lambda one: one.number):
        one.shown = one.words if above else one.told
        one.abridged = one.shown != one.words
        if one.shown:
            rounds.append(one)
    return rounds
