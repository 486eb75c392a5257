"""Off the straight road: suspend, resume, void, reopen."""

from datetime import date

from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters.deadlines import dues, duties
from bureau.matters.flow import move
from bureau.matters.known import the_lead
from bureau.matters.merger import matter as handover
from bureau.matters.models import Entry
from bureau.matters.parts import steps
from bureau.matters.parts.turning import turning_verbs
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from bureau.org.worktime import fixed
from directives import flow
from directives.models import Directive

suspend, resume, void = turning_verbs(flow.FLOW, flow.TURNING)


@takes(flow.REOPEN)
def reopen(actor: Actor, directive: Directive, reason: str, until: date) -> Entry:
    """重新办理: it rebounded; the old lead, or who carries on for it, owes the result by a new date. Raises Barred where
    that is not ahead."""
    if until <= timezone.localdate():
        raise Barred("“新的时限”须在今天之后。")
    handover.follow(directive.matter)
    part, due = the_lead(directive.matter), fixed(until, "由重新办理时确定")
    move(steps.REOPENED, part)
    duties.owe(directive.matter, dues.REPORT, at=timezone.now(), unit=part.unit, assignment=part, due=due)
    cover = {"closed_at": None, "finished_at": None, "due_at": due.due_at}
    return flow.FLOW.take(flow.REOPEN, directive, actor, cover_changes=cover, reason=reason, until=until)
