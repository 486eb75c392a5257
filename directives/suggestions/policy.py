"""Who may take which step of a suggestion."""

from typing import Any

from bureau.matters.known import lead_of
from bureau.matters.models import Assignment
from bureau.matters.policy import No, Refused, Verdict, Yes, of_unit
from bureau.matters.saying import said
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.posts import Function, Post
from directives.suggestions.models import TAKEN_UP, To


def require_desk(person: Person | Actor) -> None:
    """Raising one needs no record to ask about. Raises Refused."""
    if not person.sits_at(Function.SUGGESTIONS):
        raise Refused("督查建议由督查局提出。")


@said("收文单位联络员、负责人；收文县领导", only="单位已经签收；须负责人审签的单位由负责人答复")
def answers(person: Actor, record: Any) -> Verdict:
    """Whoever it was put to: the people of the unit, or the leader in person. A meeting's answer is written down for it."""
    if record.to == To.UNIT:
        part = lead_of(record.matter)
        return for_unit(person, part) if part else No("督查建议由收文单位答复。")
    if record.to == To.LEADER and record.recipient_id == person.pk:
        return Yes()
    return No("由收文领导本人答复，或者由督查局登记。")


def for_unit(person: Actor, part: Assignment) -> Verdict:
    if not (verdict := of_unit(person, part)):
        return verdict
    if part.state != Assignment.State.WORKING:
        return No("请先签收，再答复。", shown=True)
    if part.unit.countersigns and not person.holds(Post.HEAD):
        return No("本单位的答复由单位负责人报送。", shown=True)
    return Yes()


@said(only="限向县领导、会议提出的")
def not_to_a_unit(person: Actor, record: Any) -> Verdict:
    return No("由收文单位自己答复。") if record.to == To.UNIT else Yes()


@said(only="限向单位提出的")
def to_a_unit(person: Actor, record: Any) -> Verdict:
    return Yes() if record.to == To.UNIT else No("领导、会议的答复不退回。")


@said(only="答复为采纳或部分采纳")
def taken_up(person: Actor, record: Any) -> Verdict:
    return Yes() if record.verdict in TAKEN_UP else No("没有采纳的建议，没有采纳文件可登记。")


def why_not_disputed(part: Assignment) -> str:
    return "督查建议不提职责异议：认为不属于本单位职责的，在答复里写明。"
