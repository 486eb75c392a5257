"""Summed up by the published schemes, and sent back to be scored anew."""

from django.utils import timezone

from appraisal import flow
from appraisal.dues import APPROVE_RESULT, CLOSE_PUBLICITY, DELIBERATE_RESULT, RESCORE, SCORE
from appraisal.models import Appraised, Period
from appraisal.reckoning import Reckoned, reckon
from bureau.jobs.barred import Barred
from bureau.matters.deadlines import duties
from bureau.matters.flow import Step
from bureau.matters.models import Entry
from bureau.matters.policy import takes
from bureau.org.actor import Actor

TOLD = 5


@takes(flow.RECKON)
def reckon_period(actor: Actor, period: Period) -> Entry:
    """汇总得分. Raises Barred that names the values without which no total stands."""
    found = reckon(period)
    if missing := found.missing:
        more = f"等{len(missing)}项" if len(missing) > TOLD else ""
        raise Barred(
            f"还缺：{'；'.join(missing[:TOLD])}{more}。请补录，没有任务的填“不适用”，不能按零分或者满分处理。"
        )
    keep(period, found)
    now, matter = timezone.now(), period.matter
    duties.done(matter, SCORE, RESCORE, at=now)
    duties.owe(matter, DELIBERATE_RESULT, at=now, person=matter.officer)
    told = "；".join(f"{series}{count}个单位" for series, count in found.counted.items())
    return flow.FLOW.take(flow.RECKON, period, actor, at=now, told=told)


def keep(period: Period, found: Reckoned) -> None:
    """Totals, ranks and proposed grades; a grade that was decided on another score falls away."""
    for part in period.appraised.select_related("assignment__unit"):
        line = found.lines[part.assignment.unit_id]
        same = part.total == line.total and part.proposed_grade == line.grade
        Appraised.objects.filter(pk=part.pk).update(
            total=line.total,
            rank=line.rank,
            proposed_grade=line.grade,
            grade=part.grade if same else "",
            grade_reason=part.grade_reason if same else "",
        )


@takes(flow.REOPEN)
def reopen(actor: Actor, period: Period, reason: str) -> Entry:
    return sent_back(flow.REOPEN, actor, period, reason)


@takes(flow.DECLINE)
def decline(actor: Actor, period: Period, reason: str) -> Entry:
    duties.done(period.matter, APPROVE_RESULT, at=timezone.now())
    return sent_back(flow.DECLINE, actor, period, reason)


def sent_back(step: Step, actor: Actor, period: Period, reason: str) -> Entry:
    """To be scored anew; what was publicised stays as it was."""
    now, matter = timezone.now(), period.matter
    duties.drop(matter, now, DELIBERATE_RESULT, CLOSE_PUBLICITY, APPROVE_RESULT)
    if not matter.duties.filter(step__in=[SCORE, RESCORE], done_at=None).exists():
        duties.owe(matter, RESCORE, at=now, person=matter.officer)
    return flow.FLOW.take(step, period, actor, at=now, reason=reason)
