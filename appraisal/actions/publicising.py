"""公示: the result of each series is kept as it is and told to its units; once the days are over it is put up for approval."""

from collections.abc import Collection
from datetime import date, timedelta

from django.utils import timezone

from appraisal import flow
from appraisal.dues import APPROVE_RESULT, CLOSE_PUBLICITY
from appraisal.kept import changed_units, freeze, last_publicised
from appraisal.models import Appraised, Period, Result
from appraisal.owing import leader_in_charge
from appraisal.prints.letters import result_notice, text_of
from appraisal.reckoning import Reckoned, reckon
from appraisal.served import NOTICES, RESULT_NOTICE
from bureau.jobs.barred import Barred
from bureau.matters import numbers
from bureau.matters.deadlines import duties
from bureau.matters.flow import bound_to
from bureau.matters.models import Entry
from bureau.matters.policy import takes
from bureau.matters.service.serving import serve
from bureau.org.actor import Actor
from bureau.org.calendar import current_calendar
from bureau.org.worktime import fixed

PUBLICITY_DAYS = 5  # 工作日 (facts §5.3)


@takes(flow.PUBLICISE)
def publicise(actor: Actor, period: Period) -> Entry:
    """公示 for five working days: the result of each series is kept as it is, a notice is served on every unit whose result is new.
    Raises PressProblem, Barred where a score is not what was deliberated."""
    now, matter, today = timezone.now(), period.matter, timezone.localdate()
    until = last_day(today)
    found = reckon(period)
    require_as_deliberated(period, found)
    before = {one.scheme_id: one for one in last_publicised(period)}
    kind = Result.Kind.PUBLICISED
    results = [freeze(actor, period, found, scheme, kind) for scheme in period.schemes.all()]
    untold = period.appraised.filter(notice=None).values_list("assignment__unit", flat=True)
    count = tell_units(actor, period, found, changed_units(before, results) | set(untold))
    due = fixed(until + timedelta(days=1), "公示期满")
    duties.owe(matter, CLOSE_PUBLICITY, at=now, person=matter.officer, due=due)
    return flow.FLOW.take(
        flow.PUBLICISE,
        period,
        actor,
        at=now,
        changes={"publicised_on": today, "publicised_until": until},
        until=f"{until:%Y-%m-%d}",
        count=count,
    )


def require_as_deliberated(period: Period, found: Reckoned) -> None:
    """What changed since it was summed up was not before the meeting. Raises Barred that names the unit."""
    for part in period.appraised.select_related("assignment__unit"):
        line = found.lines[part.assignment.unit_id]
        if (part.total, part.rank, part.proposed_grade) != (line.total, line.rank, line.grade):
            raise Barred(f"{part}的得分在汇总以后有了变化，与集体研究的不一致，请退回评分，重新汇总、研究。")


def last_day(today: date) -> date:
    """The last of five working days, counted from the next day."""
    calendar, day, left = current_calendar(), today, PUBLICITY_DAYS
    while left:
        day += timedelta(days=1)
        left -= calendar.is_workday(day)
    return day


def tell_units(actor: Actor, period: Period, found: Reckoned, units: Collection[int]) -> int:
    """Serves a notice on each of these units; how many."""
    parts = period.appraised.filter(assignment__unit__in=units)
    for part in parts.select_related("assignment__unit", "scheme", "period__matter"):
        tell_unit(actor, part, found)
    return len(units)


@bound_to(flow.TELL)
def tell_unit(actor: Actor, part: Appraised, found: Reckoned) -> None:
    number, line = numbers.take(NOTICES), found.lines[part.assignment.unit_id]
    sheet, text = result_notice(part, line, number), text_of(part, line)
    service = serve(actor, part.matter, RESULT_NOTICE, part.assignment, sheet, text, number)
    flow.UNIT_FLOW.take(
        flow.TELL,
        part,
        actor,
        assignment=part.assignment,
        changes={"notice": service},
        unit=str(part),
        told="没有得分" if line.total is None else f"考核得分{line.total:.2f}分",
        number=number,
    )


@takes(flow.SETTLE)
def settle(actor: Actor, period: Period) -> Entry:
    """公示期满: what is left is the county's word. Raises Barred where no leader is in charge."""
    now, matter = timezone.now(), period.matter
    duties.done(matter, CLOSE_PUBLICITY, at=now)
    duties.owe(matter, APPROVE_RESULT, at=now, person=leader_in_charge())
    return flow.FLOW.take(flow.SETTLE, period, actor, at=now)
