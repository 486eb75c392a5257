"""A proposed paper is issued, or decided against: always by a person, once."""

from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters import cover, numbers, timeline
from bureau.matters.deadlines import duties
from bureau.matters.flow import NotNow, bound_to, move, sentence
from bureau.notices.ladder import ORDER, Ladder
from bureau.notices.models import Kind
from bureau.org.worktime import Reckoning, local, workdays_between
from bureau.urging import flow, wording
from bureau.urging.dues import ANSWER
from bureau.urging.models import Urging, Waiver
from bureau.urging.policy import ask
from bureau.urging.proposals import proposed
from bureau.vault.checking import require_untold

SERIES = {Kind.SLIP: "催", Kind.LETTER: "函", Kind.RED: "红"}  # 桃督催〔2026〕1号


@bound_to(flow.ISSUE)
@transaction.atomic
def issue(person, duty, kind: str, remark="", talk_at=None, talk_place=""):
    """发出: numbered, told to the unit by what it now owes, an answer. `talk_at`, `talk_place`: of a red card.
    Returns the paper."""
    paper = begin(person, flow.ISSUE, duty, kind)
    found, ladder = still_proposed(person, duty, kind)
    check_talk(kind, talk_at, talk_place)
    require_untold(
        [paper.matter], {"事项名称": paper.matter.title, "remark": remark, "talk_place": talk_place}
    )
    term = duties.term_of(paper.matter, ANSWER, ladder.now)
    late = workdays_late(found, ladder)
    paper.number = numbers.take(SERIES[kind], ladder.now)
    paper.issued_by, paper.issued_at, paper.remark = person, ladder.now, remark
    paper.talk_at, paper.talk_place = talk_at, talk_place
    paper.answer_due_at, paper.how = term and term.due_at, found.how.get("sentences", [])
    earlier = earlier_of(duty)
    paper.text = wording.compose(paper, late, found.twice, earlier)
    paper.save(force_insert=True)
    for one in earlier:
        if one.waits:
            move(flow.ESCALATE, one)
            end_answer(one.assignment, paper)
    owe_answer(paper, term)
    facts = {"number": paper.number, "what": wording.what(paper, late, found.twice), "remark": remark}
    flow.FLOW.take(flow.ISSUE, paper, person, **at_unit(paper), **facts, by=wording.by(paper))
    return paper


@bound_to(flow.WAIVE)
@transaction.atomic
def waive(person, duty, kind: str, reason: str):
    """暂缓发出: not proposed again before the next rung. The line is for the desk alone, and no unit's form grows
    old by it. Returns the Waiver."""
    paper = begin(person, flow.WAIVE, duty, kind)
    found, ladder = still_proposed(person, duty, kind)
    row = Waiver.objects.create(duty=duty, kind=kind, due_at=found.due_at, reason=reason, person=person)
    paper.issued_at = ladder.now
    words = {"what": wording.what(paper, workdays_late(found, ladder), found.twice), "reason": reason}
    told = at_unit(paper)
    part = told.pop("assignment")
    line = sentence(flow.WAIVE, person, words | told)
    timeline.write(
        paper.matter,
        flow.WAIVE.key,
        line,
        actor=person,
        assignment=part,
        audience=flow.WAIVE.audience,
        facts=words | told,
    )
    return row


def begin(person, step, duty, kind: str) -> Urging:
    """The paper as it would be; whoever else writes on its matter waits. Raises Refused."""
    cover.queue(duty.matter)
    paper = Urging(
        kind=kind,
        matter=duty.matter,
        assignment=duty.assignment,
        duty=duty,
        due_at=duty.due_at,
        state=flow.ISSUED,
    )
    ask(person, step, paper)
    return paper


def still_proposed(person, duty, kind: str):
    """The duty as it is proposed now, and the ladder that says so; a milder paper than the one proposed will do.
    Raises NotNow, naming who was faster."""
    ladder = Ladder()
    found = proposed(person, ladder).filter(pk=duty.pk, due_at=duty.due_at).first()
    if found and found.settled < ORDER[kind] <= found.reached:
        return found, ladder
    faster = Urging.objects.standing().filter(duty=duty, due_at=duty.due_at).first()
    if faster:
        at = timezone.localtime(faster.issued_at)
        raise NotNow(f"{faster.issued_by.name}已于{at:%m-%d %H:%M}发出{faster.number}，不用再发。")
    raise NotNow(
        f"现在不能发出{Kind(kind).label}：这一步刚刚已经办理、改期，或者决定暂缓发出。请看过最新情况再办。"
    )


def check_talk(kind: str, at, place: str) -> None:
    if kind == Kind.RED and (at is None or not place.strip()):
        raise Barred("红牌须写明约谈时间和约谈地点。")
    if at and at <= timezone.now():
        raise Barred("“约谈时间”须在现在之后。")


def workdays_late(duty, ladder) -> int:
    days = workdays_between(local(duty.due_at).date(), local(ladder.now).date(), ladder.calendar)
    return max(days, 0)


def earlier_of(duty) -> list[Urging]:
    """Papers on the same step of the same unit, or of one that was merged into it, that still stand, oldest first."""
    same = Urging.objects.standing().filter(duty__assignment=duty.assignment_id, duty__step=duty.step)
    return list(same.select_related("owed", "assignment").order_by("pk"))


def end_answer(part, paper) -> None:
    """The part of a unit that was merged: what its papers asked is asked by `paper` now."""
    if part.pk != paper.assignment_id and not part.urgings.waiting().exists():
        drop_answer(part, paper.issued_at)


def owe_answer(paper, term) -> None:
    """The unit owes one answer at a time on its part, by the earliest date it was asked for; told anew with each paper."""
    part, at = paper.assignment, paper.issued_at
    others = list(part.urgings.waiting().select_related("owed"))
    if others and (before := others[0].owed).due_at:
        asked_before = replace(Reckoning.from_json(before.basis), due_at=before.due_at)  # after its moves
        term = min(term or asked_before, asked_before, key=lambda one: one.due_at)
    drop_answer(part, at)
    paper.owed = duties.owe(paper.matter, ANSWER, at=at, unit=part.unit, assignment=part, due=term)
    part.urgings.filter(pk__in=[paper.pk, *(one.pk for one in others)]).update(owed=paper.owed)


def drop_answer(part, at) -> None:
    """What was owed ends without being done."""
    owed = part.duties.filter(step=ANSWER, done_at__isnull=True)
    owed.update(done_at=at, stopped_at=None, dropped=True)


def at_unit(paper) -> dict:
    """Whom and what a line is about."""
    return {
        "assignment": paper.assignment,
        "unit": paper.assignment.unit.short,
        "paper": paper.get_kind_display(),
    }
