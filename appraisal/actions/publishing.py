"""From the sum to the archive: reckoned by the published schemes, deliberated, graded, publicised and served, approved, published, corrected."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from appraisal import flow
from appraisal.dues import (
    APPROVE_RESULT,
    CLOSE_PUBLICITY,
    DELIBERATE_RESULT,
    RESCORE,
    SCORE,
)
from appraisal.models import Appraised, Meeting, Period, Result, Scheme
from appraisal.prints.letters import result_notice, text_of
from appraisal.reckoning import Reckoned, reckon
from appraisal.served import NOTICES, RESULT_NOTICE
from bureau.jobs.barred import Barred
from bureau.matters import numbers
from bureau.matters.deadlines import duties
from bureau.matters.flow import Step, bound_to
from bureau.matters.models import Entry
from bureau.matters.policy import takes
from bureau.matters.service.serving import serve
from bureau.org.actor import Actor
from bureau.org.calendar import current_calendar
from bureau.org.models import Portfolio
from bureau.org.posts import Function
from bureau.org.worktime import fixed

PUBLICITY_DAYS = 5  # 工作日 (facts §5.3)
SERIES = "考通"
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


@dataclass(frozen=True)
class Held:
    """What is written down of a meeting."""

    held_on: date
    expected: int
    present: str
    ayes: int
    decided: str
    noes: int = 0
    abstentions: int = 0
    minority: str = ""


@takes(flow.DELIBERATE)
def deliberate(actor: Actor, period: Period, held: Held, grades: Mapping[int, tuple[str, str]]) -> Entry:
    """登记集体研究, and the grades that it decided: key of who is appraised → (grade, why another one than proposed). Raises Barred."""
    require_agreed(held)
    put_grades(period, grades)
    now = timezone.now()
    Meeting.objects.create(period=period, by=actor.principal, at=now, **vars(held))
    duties.done(period.matter, DELIBERATE_RESULT, at=now)
    return flow.FLOW.take(
        flow.DELIBERATE,
        period,
        actor,
        at=now,
        held_on=f"{held.held_on:%Y-%m-%d}",
        expected=held.expected,
        ayes=held.ayes,
        noes=held.noes or "0",
        abstentions=held.abstentions or "0",
    )


def require_agreed(held: Held) -> None:
    """Raises Barred where what is written down of a meeting cannot be, or did not carry."""
    if held.held_on > timezone.localdate():
        raise Barred("“研究日期”不能晚于今天。", field="held_on")
    if held.ayes <= held.noes:
        raise Barred("同意的不多于反对的，不能作为通过登记。", field="ayes")
    if held.ayes + held.noes + held.abstentions > held.expected:
        raise Barred("表决人数多于应到人数。", field="expected")


def put_grades(period: Period, grades: Mapping[int, tuple[str, str]]) -> None:
    """Raises Barred where a grade differs from the proposed one without a reason, or a veto stands against it."""
    for part in period.appraised.select_related("assignment__unit", "scheme"):
        grade, reason = grades.get(part.pk, (part.grade or part.proposed_grade, part.grade_reason))
        if part.apart and not grade:
            continue
        if not grade:
            raise Barred(f"{part}没有定等。", field=f"grade_{part.pk}")
        if grade != part.proposed_grade and not reason.strip():
            raise Barred(f"{part}的等次与按分数的建议不同，请写明理由。", field=f"reason_{part.pk}")
        if grade == Appraised.Grade.FIRST and (why := vetoed(part)):
            raise Barred(f"{part}有一票否优情形（{why}），不得评为一等。", field=f"grade_{part.pk}")
        Appraised.objects.filter(pk=part.pk).update(grade=grade, grade_reason=reason)


def vetoed(part: Appraised) -> str:
    """What forbids the first grade; empty where nothing does."""
    found = part.adjustments.filter(state="approved", rule__vetoes=True).select_related("rule").first()
    return str(found.rule) if found else ""


@takes(flow.PUBLICISE)
def publicise(actor: Actor, period: Period) -> Entry:
    """公示 for five working days: the result of each series is kept as it is, a notice is served on every unit whose result is new.
    Raises PressProblem."""
    now, matter, today = timezone.now(), period.matter, timezone.localdate()
    until = last_day(today)
    found = reckon(period)
    before = {one.scheme_id: one for one in period.results.order_by("pk")}
    results = [
        freeze(actor, period, found, scheme, Result.Kind.PUBLICISED) for scheme in period.schemes.all()
    ]
    changed = changed_units(before, results)
    count = 0
    for part in period.appraised.select_related("assignment__unit", "scheme", "period__matter"):
        if part.notice_id is None or part.assignment.unit_id in changed:
            tell_unit(actor, part, found)
            count += 1
    duties.owe(
        matter,
        CLOSE_PUBLICITY,
        at=now,
        person=matter.officer,
        due=fixed(until + timedelta(days=1), "公示期满"),
    )
    return flow.FLOW.take(
        flow.PUBLICISE,
        period,
        actor,
        at=now,
        changes={"publicised_on": today, "publicised_until": until},
        until=f"{until:%Y-%m-%d}",
        count=count,
    )


def last_day(today: date) -> date:
    """The last of five working days, counted from the next day."""
    calendar, day, left = current_calendar(), today, PUBLICITY_DAYS
    while left:
        day += timedelta(days=1)
        left -= calendar.is_workday(day)
    return day


def freeze(
    actor: Actor, period: Period, found: Reckoned, scheme: Scheme, kind: str, number: str = "", **values: Any
) -> Result:
    inputs, outputs = found.bytes_of(scheme.pk)
    graded = period.appraised.filter(scheme=scheme).values_list("assignment__unit", "grade", "grade_reason")
    return Result.objects.create(
        period=period,
        scheme=scheme,
        kind=kind,
        number=number,
        inputs=inputs,
        outputs=outputs,
        grades={str(unit): [grade, reason] for unit, grade, reason in graded},
        by=actor.principal,
        at=timezone.now(),
        **values,
    )


def changed_units(before: Mapping[int, Result], results: list[Result]) -> set[int]:
    """Whose lines differ from what was publicised before."""
    changed: set[int] = set()
    for one in results:
        last = before.get(one.scheme_id)
        now, then = one.by_unit(), last.by_unit() if last else {}
        changed |= {
            unit
            for unit, line in now.items()
            if then.get(unit) != line
            or last is None
            or last.grades.get(str(unit)) != one.grades.get(str(unit))
        }
    return changed


@bound_to(flow.TELL)
def tell_unit(actor: Actor, part: Appraised, found: Reckoned) -> None:
    number = numbers.take(NOTICES)
    sheet = result_notice(part, found.lines[part.assignment.unit_id], number)
    text = text_of(part, found.lines[part.assignment.unit_id])
    service = serve(actor, part.matter, RESULT_NOTICE, part.assignment, sheet, text, number)
    flow.UNIT_FLOW.take(
        flow.TELL,
        part,
        actor,
        assignment=part.assignment,
        changes={"notice": service},
        unit=str(part),
        number=number,
    )


@takes(flow.SETTLE)
def settle(actor: Actor, period: Period) -> Entry:
    """公示期满: what is left is the county's word."""
    now, matter = timezone.now(), period.matter
    duties.done(matter, CLOSE_PUBLICITY, at=now)
    leaders = Portfolio.objects.filter(all_units=True, functions__contains=[Function.APPRAISAL])
    charge = leaders.select_related("leader").order_by("pk").first()
    if charge is None:
        raise Barred("没有分管绩效考核的县领导，请先在系统管理里登记分管。")
    duties.owe(matter, APPROVE_RESULT, at=now, person=charge.leader)
    return flow.FLOW.take(flow.SETTLE, period, actor, at=now)


@takes(flow.APPROVE)
def approve(actor: Actor, period: Period, paper: str, remark: str = "") -> Entry:
    """审定并公布: what was publicised last is the result, numbered; never rewritten."""
    now, matter = timezone.now(), period.matter
    number = numbers.take(SERIES, now)
    duties.done(matter, APPROVE_RESULT, at=now)
    found = reckon(period)
    for scheme in period.schemes.all():
        freeze(actor, period, found, scheme, Result.Kind.PUBLISHED, f"{number}（{scheme.series}）")
    return flow.FLOW.take(
        flow.APPROVE,
        period,
        actor,
        at=now,
        changes={"approved_by": actor.principal, "published_on": timezone.localdate()},
        number=number,
        paper=paper,
        remark=f"依据{paper}。{remark}",
    )


@takes(flow.CORRECT)
def correct(actor: Actor, period: Period, reason: str) -> Entry:
    """公布更正: by the values and adjustments that hold now, as another result that quotes the old one. Raises Barred where nothing
    differs."""
    found, number = reckon(period), numbers.take(SERIES)
    corrected = 0
    for scheme in period.schemes.all():
        last = (
            period.results.filter(scheme=scheme).exclude(kind=Result.Kind.PUBLICISED).order_by("-pk").first()
        )
        if last is None or found.bytes_of(scheme.pk)[1] == last.outputs:
            continue
        freeze(
            actor,
            period,
            found,
            scheme,
            Result.Kind.CORRECTED,
            f"{number}（{scheme.series}）",
            corrects=last,
            reason=reason,
        )
        corrected += 1
    if not corrected:
        raise Barred("按现在生效的数值和加减分，结果没有变化，不需要更正。")
    keep_corrected(period, found)
    return flow.FLOW.take(flow.CORRECT, period, actor, number=number, reason=reason)


def keep_corrected(period: Period, found: Reckoned) -> None:
    """The lists show the last result; grades stand until they are decided anew."""
    for part in period.appraised.select_related("assignment"):
        line = found.lines[part.assignment.unit_id]
        Appraised.objects.filter(pk=part.pk).update(total=line.total, rank=line.rank)
