"""职责异议, 退单: a unit says once, and soon, that another one should have its part; the bureau decides. No clock stops for it.

Once each time its room gives the matter out: a later round lets every unit speak again. Where the bureau puts another
unit in its place meanwhile, that one may speak for itself; who comes back by such a decision has been heard already.
"""

from collections.abc import Callable
from datetime import datetime

from django.utils import timezone

from bureau.matters.deadlines import dues, duties
from bureau.matters.known import duties_of, replies_of
from bureau.matters.models import Assignment, Duty, Matter, Reply
from bureau.org.calendar import current_calendar
from bureau.org.models import Unit
from bureau.org.worktime import local, moves
from bureau.org.worktime.words import moment

# By kind: why a part may not be disputed in that room; empty where it may.
BARRED_BY: dict[str, Callable[[Assignment], str]] = {}
WAITS_FOR = {Reply.State.DRAFTED: "单位负责人审签", Reply.State.SENT: "督查局裁定"}


def made(part: Assignment) -> Reply | None:
    """What its unit has said since the matter was last given out. What its head did not let out was not said."""
    disputes = (one for one in replies_of(part) if one.kind == Reply.Kind.DISPUTE and not one.past)
    return next((one for one in disputes if one.state == Reply.State.DRAFTED or one.sent_at), None)


def why_closed(part: Assignment) -> str:
    """Why its unit may not, or not any more, dispute its role; empty while it may."""
    barred_by = BARRED_BY.get(part.matter.kind)
    if barred_by and (why := barred_by(part)):
        return why
    if reported(part):
        return f"本单位已经反馈办理情况，即已承担{part.get_role_display()}职责，不能再提出职责异议。"
    limit = window(part)
    if limit and limit.due_at and timezone.now() > limit.due_at:
        return f"职责异议须在{moment(local(limit.due_at))}之前提出，现在已过，按原交办办理。"
    return ""


def given_at(part: Assignment) -> datetime:
    """When its unit was last asked to sign for it. Raises LookupError where it was not given out yet."""
    asked = (duty.opened_at for duty in duties_of(part) if duty.step == dues.SIGN)
    given = max(asked, default=part.opened_at)
    if given is None:
        raise LookupError(f"the part {part.pk} was not given out yet")
    return given


def reported(part: Assignment) -> bool:
    kinds = (Reply.Kind.PROGRESS, Reply.Kind.FINAL)
    given = given_at(part)
    return any(reply.sent_at and reply.sent_at >= given for reply in replies_of(part) if reply.kind in kinds)


def window(part: Assignment) -> Duty | None:
    """Until when it may be disputed, with the arithmetic: as a duty that is owed by nobody and never saved. The time
    that the matter stood still does not count. None where the table sets no limit."""
    at = given_at(part)
    limit = duties.term_of(part.matter, dues.DISPUTE, at)
    if limit is None:
        return None
    past = moves.replay(limit.due_at, stops(part.matter, at), limit.term, current_calendar())
    due_at = moves.due_after(limit.due_at, past)
    return Duty(due_at=due_at, original_due_at=limit.due_at, basis=limit.as_json() | {"moves": past})


def instead(proposed: Unit | None) -> str:
    """「，建议改由县交通运输局承办」."""
    return f"，建议改由{proposed.short}承办" if proposed else ""


def stops(matter: Matter, since: datetime) -> list[dict]:
    """中止 of the matter since then."""
    return [stop for stop in duties.stops(matter) if moves.moment(stop["from"]) >= since]


def standing(part: Assignment) -> dict:
    """For the pages of disputing and deciding: until when it may be said, and the date of the result, which goes on."""
    return {"window": window(part), "result": duties.result_of(part.matter)}
