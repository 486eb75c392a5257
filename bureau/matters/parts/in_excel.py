"""What units and leaders write into a ledger that comes back: progress, a plea for more time, and the answer to one. Alike in every
room that declares them."""

from collections.abc import Iterable
from typing import Any

from bureau.matters.access.visibility import stands_above_units
from bureau.matters.deadlines import dues
from bureau.matters.flow import Step
from bureau.matters.forms import StepForm
from bureau.matters.known import parts_of
from bureau.matters.models import Assignment, Reply
from bureau.matters.parts.latest import told_by_leads
from bureau.matters.parts.steps import ASK_EXTENSION, GRANT_EXTENSION, REPLY
from bureau.matters.reimport.declared import Cells, Change
from bureau.matters.rooms import gauge_of
from bureau.org.actor import Actor


def led_by_them(actor: Actor, record: Any) -> Assignment | None:
    """Their unit's part, where it leads."""
    parts = parts_of(record.matter)
    return next((one for one in parts if one.is_lead and one.unit_id in actor.own_units), None)


def asked_for(_actor: Actor, record: Any) -> Reply | None:
    """The plea for more time that waits."""
    waiting = Reply.objects.filter(kind=Reply.Kind.EXTENSION, state=Reply.State.SENT)
    found = waiting.filter(assignment__matter=record.matter).select_related(
        "assignment__matter", "assignment__unit"
    )
    return found.first()


def blank(step: Step, subject: Assignment, posted: Any) -> StepForm:
    """What is new is written anew, with what the room measures."""
    gauge = gauge_of(subject.matter)
    return StepForm(step, posted, measured=gauge.asks(subject, dues.PROGRESS) if gauge else ())


def as_blank(step: Step, _subject: Any, posted: Any) -> StepForm:
    return StepForm(step, posted)


def own_words(actor: Actor, records: Iterable[Any]) -> dict[int, Cells]:
    """What their unit said last itself."""
    if stands_above_units(actor):
        return {}
    keys = [one.pk for one in records]
    own = told_by_leads().filter(assignment__matter__in=keys, assignment__unit__in=actor.own_units)
    said = own.order_by("id").values_list("assignment__matter", "text")
    return {pk: {"progress": text} for pk, text in said}


LEAD_ONLY = "台账里的进展、时限是牵头单位的；协办单位在事项页面反馈。"
PROGRESS = Change(
    REPLY,
    {"progress": "text"},
    of_units=True,
    on=led_by_them,
    instead=LEAD_ONLY,
    form=blank,
    shows=own_words,
)
MEASURED = Change(
    REPLY,
    {"progress": "text", "value": "value"},
    beside={"value": "value"},
    why="why",
    of_units=True,
    on=led_by_them,
    instead=LEAD_ONLY,
    form=blank,
    shows=own_words,
)
MORE_TIME = Change(
    ASK_EXTENSION,
    {"due": "until"},
    beside={"progress": "progress"},
    why="text",
    of_units=True,
    on=led_by_them,
    instead=LEAD_ONLY,
    form=as_blank,
)
GRANTED = Change(
    GRANT_EXTENSION,
    {"due": "until"},
    why="remark",
    on=asked_for,
    instead="没有待审批的延期申请。交办以后的时限由牵头单位申请延期，批准后改。",
)
