"""A co-unit's 退单 is granted: it is released, and another one may take its place, by the date that stands."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters import cover
from bureau.matters.deadlines import dues, duties
from bureau.matters.flow import move_all
from bureau.matters.merger import matter as handover
from bureau.matters.models import Assignment, Duty, Entry, Matter, Reply
from bureau.matters.parts import assignments, states, steps
from bureau.matters.parts.reassigning import release
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from bureau.org.models import Unit


@takes(steps.LET_GO)
def let_go(actor: Actor, answer: Reply, co: Unit | None = None, remark: str = "") -> Entry:
    """同意退单. Raises Barred where the other unit cannot be."""
    matter, old, now = answer.matter, answer.assignment, timezone.now()
    if co:
        check(old, co)
    duties.done(matter, dues.DECIDE_DISPUTE, at=now, assignment=old)
    owed = release(actor, old, now, "已同意退单，不再承办。")
    if co:
        take_over(owed, put_beside(matter, co, old.asked, now), now)
        handover.name_anew(matter, co)
    verdict = {"judged_by": actor.principal, "judged_at": now, "remark": remark}
    words: dict[str, Any] = {
        "unit": old.unit.short,
        "instead": f"，改由{co.short}协办" if co else "",
        "remark": remark,
    }
    return steps.REPLY_FLOW.take(
        steps.LET_GO, answer, actor, at=now, assignment=old, changes=verdict, **words
    )


def check(old: Assignment, co: Unit) -> None:
    """Raises Barred where the unit has a part already, or may not be supervised."""
    if co == old.unit:
        raise Barred(f"{co.short}就是退单的单位，请另填一家，或者不填。", field="co")
    if old.matter.assignments.filter(unit=co).exclude(state=states.RELEASED).exists():
        raise Barred(f"{co.short}已经承办本事项，请另填一家，或者不填。", field="co")
    assignments.check(co, on=old.matter)


def put_beside(matter: Matter, co: Unit, asked: str, now: datetime) -> Assignment:
    """A co-unit's part that waits to be signed for: a new one, or that of a unit that was released before."""
    part = matter.assignments.filter(unit=co).select_related("unit").first()
    if part is None:
        part = Assignment(matter=matter, unit=co, role="co", asked=asked, **cover.copies(matter))
        part.save(force_insert=True)
        move_all(steps.SENT_OUT, [part], opened_at=now)
    else:
        move_all(steps.ASKED_AGAIN, [part], signed_at=None, asked=asked)
    return part


def take_over(owed: Iterable[Duty], part: Assignment, now: datetime) -> None:
    """It signs, and owes what the old unit owed as its part."""
    duties.owe_parts(part.matter, [(dues.SIGN, [part], None)], at=now)
    for duty in owed:
        duties.pass_on(duty, part, at=now)
