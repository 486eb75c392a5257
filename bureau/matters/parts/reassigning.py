"""职责异议 decided: who disputed stays, or another unit takes the lead's place, at once and with all that is owed."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters.deadlines import dues, duties
from bureau.matters.flow import move, move_all
from bureau.matters.merger import matter as handover
from bureau.matters.models import Assignment, Duty, Entry, Matter, Reply
from bureau.matters.parts import assignments, extensions, pleas, replies, states, steps
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from bureau.org.models import Regulation, Unit

Role = Assignment.Role
# What a co-unit owed for its own part, and owes anew or not at all as the lead.
OF_A_CO_UNIT = (dues.SIGN, dues.PART, dues.REVISE)


@takes(steps.UPHOLD)
def uphold(actor: Actor, answer: Reply, remark: str) -> Entry:
    """维持原交办: nothing moves."""
    duties.done(answer.matter, dues.DECIDE_DISPUTE, at=timezone.now(), assignment=answer.assignment)
    return replies.judge(steps.UPHOLD, actor, answer, remark, role=answer.assignment.get_role_display())


@takes(steps.REASSIGN)
def reassign(actor: Actor, answer: Reply, lead: Unit, until: date | None = None, remark: str = "") -> Entry:
    """改由其他单位牵头: it signs and answers anew, and owes the result by the date that stands, or by `until`. Raises Barred
    where unit or date cannot be."""
    matter, old, now = answer.matter, answer.assignment, timezone.now()
    check(old, lead)
    check_date(matter, until, now)
    duties.done(matter, dues.DECIDE_DISPUTE, at=now, assignment=old)
    results = release(actor, old, now, f"已改由{lead.short}牵头。")
    take_over(results, put_in(matter, lead, old.asked, now), now)
    changed = move_date(matter, until)
    handover.name_anew(matter, lead)
    verdict = {"judged_by": actor.principal, "judged_at": now, "remark": remark}
    words: dict[str, Any] = {"lead": lead.short, "unit": old.unit.short, "due": changed, "remark": remark}
    return steps.REPLY_FLOW.take(steps.REASSIGN, answer, actor, at=now, changes=verdict, **words)


def check(old: Assignment, lead: Unit) -> None:
    """Raises Barred where the unit leads already, or may not be supervised."""
    if lead == old.unit:
        raise Barred(f"{lead.short}就是现在的牵头单位，请另选一家；仍由它牵头的，用“{steps.UPHOLD.label}”。")
    assignments.check(lead, on=old.matter)


def check_date(matter: Matter, until: date | None, now: datetime) -> None:
    """The new lead is not late from its first minute; and the bureau gives no more time than it may by itself.
    Raises Barred."""
    stands = matter.due_at and f"{timezone.localdate(matter.due_at):%Y-%m-%d}"
    if until is None:
        if matter.due_at and matter.due_at <= now:
            raise Barred(f"现在的时限{stands}已过，请填写“新的时限”。")
        return
    if not stands:
        raise Barred("本事项没有办结时限，“新的时限”请不填。")
    if until <= timezone.localdate(now):
        raise Barred("“新的时限”须在今天之后。")
    rules = Regulation.current()
    if extensions.too_far(matter, until, rules) and extensions.in_charge_of(matter).exists():
        raise Barred(
            f"“新的时限”比现在的时限{stands}晚{rules.first_extension_days}日以上的，须由分管县领导审批。"
            "请改短，或者改定之后由新的牵头单位申请延期。"
        )


def release(actor: Actor, old: Assignment, now: datetime, why: str) -> list[Duty]:
    """The old unit owes nothing any more, and nothing of it waits. Returns what it owed as the result, or as its part."""
    results = list(
        old.duties.filter(step__in=[*dues.having(sets_cover=True), dues.PART], done_at__isnull=True)
    )
    pleas.end(pleas.waiting(old.matter).filter(assignment=old, kind=Reply.Kind.EXTENSION), actor, now, why)
    hand_back(old.replies.all(), now, why)
    duties.drop(old.matter, now, assignment=old)
    move(steps.RELEASE, old, role=Role.CO)
    return results


def hand_back(found: QuerySet[Reply], now: datetime, why: str) -> None:
    """Drafts that wait for the unit's head."""
    for draft in found.filter(state=states.DRAFTED):
        move(steps.HAND_BACK, draft, judged_at=now, remark=why)


def put_in(matter: Matter, lead: Unit, asked: str, now: datetime) -> Assignment:
    """The unit's part, as the lead's and not yet signed for: a new one, or its own as a co-unit."""
    part = matter.assignments.filter(unit=lead).select_related("unit").first()
    if part is None:
        [part] = assignments.planned(matter, lead, asked=asked)
        part.save(force_insert=True)
        move_all(steps.SENT_OUT, [part], opened_at=now)
    else:
        end_own_part(part, now)
        move_all(steps.TAKE_LEAD, [part], role=Role.LEAD, signed_at=None, asked=asked)
    return part


def end_own_part(part: Assignment, now: datetime) -> None:
    """What it reported as a co-unit is not taken for the report on the whole."""
    finals, why = part.replies.filter(kind=Reply.Kind.FINAL), "已改为牵头单位，由其报送整件事项的结果。"
    for answer in finals.filter(state=states.SENT):
        move(steps.ACCEPT, answer, judged_at=now, remark=why)
    hand_back(finals, now, why)
    drafted = part.replies.filter(state=states.DRAFTED).exists()
    over = OF_A_CO_UNIT if drafted else (*OF_A_CO_UNIT, dues.COUNTERSIGN)
    duties.drop(part.matter, now, *over, assignment=part)


def take_over(results: Iterable[Duty], part: Assignment, now: datetime) -> None:
    """It signs and answers first as any lead does, and owes what the old lead owed as the result."""
    first = [(step, [part], None) for step in (dues.SIGN, dues.FIRST_REPLY)]
    duties.owe_parts(part.matter, first, at=now)
    for result in results:
        duties.pass_on(result, part, at=now)


def move_date(matter: Matter, until: date | None) -> str:
    """The words about the new date, where there is one."""
    if until is None:
        return ""
    before = duties.extend(matter, until, "改定牵头单位，时限改")
    return f"，办理时限改为{until}（原时限{before}）"
