"""Off the straight road: suspend, resume, void, reopen."""

from django.db import transaction
from django.utils import timezone

from bureau.matters import duties, steps
from bureau.matters.flow import Barred, move
from bureau.matters.models import Owed
from bureau.matters.policy import require
from bureau.org.worktime import fixed
from directives import flow
from directives.policy import lead_part


@transaction.atomic
def suspend(person, directive, reason):
    """中止: no clock runs until it is resumed."""
    require(person, flow.SUSPEND, directive)
    duties.stop(directive.matter, timezone.now())
    return flow.FLOW.take(flow.SUSPEND, directive, person, reason=reason)


@transaction.atomic
def resume(person, directive, remark=""):
    """恢复办理: the due times move on by the working time that the clock stood still."""
    require(person, flow.RESUME, directive)
    matter = directive.matter
    duties.resume(matter, timezone.now())
    due = f"{timezone.localdate(matter.due_at):%Y-%m-%d}" if matter.due_at else ""
    return flow.FLOW.take(flow.RESUME, directive, person, due=due, remark=remark)


@transaction.atomic
def void(person, directive, reason):
    """作废: nothing is owed any more; the number stays, marked void."""
    require(person, flow.VOID_IT, directive)
    duties.drop(directive.matter, at=timezone.now())
    return flow.FLOW.take(flow.VOID_IT, directive, person, reason=reason)


@transaction.atomic
def reopen(person, directive, reason, until):
    """重新办理: it rebounded; the old lead owes the result by a new date."""
    require(person, flow.REOPEN, directive)
    if until <= timezone.localdate():
        raise Barred("“新的时限”须在今天之后。")
    part, due = lead_part(directive), fixed(until, "由重新办理时确定")
    move(steps.REOPENED, part)
    duties.owe(directive.matter, Owed.REPORT, at=timezone.now(), unit=part.unit, assignment=part, due=due)
    cover = {"closed_at": None, "finished_at": None, "due_at": due.due_at}
    return flow.FLOW.take(flow.REOPEN, directive, person, cover_changes=cover, reason=reason, until=until)
