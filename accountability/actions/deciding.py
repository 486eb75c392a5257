"""集体研究 and the decision: by the bureau, or recommended to the organ that decides and entered when it comes; served at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from accountability import flow, numbering
from accountability.actions.executing import carried_out
from accountability.actions.hearing import read_anew
from accountability.bases import BASES
from accountability.dues import AWAIT_ORGAN, DECIDE, DELIBERATE, NOTIFY, SET_ANEW
from accountability.effects import period
from accountability.flow import subjects as steps
from accountability.issuing import issue
from accountability.models import Avoidance, Case, Measure, Meeting, Organ, Paper, Sanction, Subject
from accountability.moving import follow_subjects
from accountability.owing import let_go, let_go_of_papers, owe_execution
from accountability.prints import letters
from accountability.sanctioning import (
    chosen,
    effect_of,
    forget,
    propose,
    require_not_heavier,
    require_once,
    revoke,
)
from accountability.served import DECISION
from accountability.states import RECOMMENDED
from accountability.ties import ties
from accountability.unnamed import attach, require_unnamed_in
from bureau.files.store import Kept
from bureau.jobs.barred import Barred
from bureau.matters.deadlines import duties
from bureau.matters.flow import Step
from bureau.matters.models import Entry
from bureau.matters.policy import takes
from bureau.matters.service.serving import serve
from bureau.org.actor import Actor
from bureau.org.calendar import current_calendar
from bureau.org.models import Person
from bureau.org.worktime import Term, due_time, fixed, local


@dataclass(frozen=True)
class Held:
    """集体研究 as it is entered."""

    held_on: date
    place: str
    expected: int
    present: tuple[Person, ...]
    opinions: str
    ayes: int
    conclusion: str
    noes: int = 0
    abstentions: int = 0
    minority: str = ""
    attending: str = ""


@takes(flow.DELIBERATE)
def deliberate(actor: Actor, case: Case, held: Held, files: Sequence[Kept] = ()) -> Meeting:
    """登记集体研究. Who keeps out neither sits in it nor votes. Raises Barred."""
    check(case, held)
    now, matter = timezone.now(), case.matter
    duties.done(matter, NOTIFY, DELIBERATE, at=now)
    owed = duties.owe(matter, DECIDE, at=now, person=matter.officer)
    words: dict[str, Any] = {
        name: getattr(held, name) for name in ("expected", "ayes", "noes", "abstentions")
    }
    entry = flow.FLOW.take(
        flow.DELIBERATE,
        case,
        actor,
        at=now,
        cover_changes={"due_at": owed.due_at},
        held_on=f"{held.held_on:%Y-%m-%d}",
        **words,
    )
    attach(entry, files)
    columns = {name: value for name, value in vars(held).items() if name != "present"}
    meeting = Meeting.objects.create(case=case, entry=entry, **columns)
    meeting.present.set(held.present)
    return meeting


def check(case: Case, held: Held) -> None:
    """Raises Barred, by the field."""
    if held.held_on > timezone.localdate():
        raise Barred("“日期”不能晚于今天。", field="held_on")
    count = len(held.present)
    if count * 2 <= held.expected:
        raise Barred("出席的没有过半数，不能研究决定。", field="present")
    if held.ayes + held.noes + held.abstentions != count:
        raise Barred(f"同意、反对、弃权之和须等于出席的{count}人。", field="ayes")
    if held.ayes * 2 <= held.expected:
        raise Barred("同意的没有超过应到的半数，不能形成结论。", field="ayes")
    if (held.noes or held.abstentions) and not held.minority.strip():
        raise Barred("有反对、弃权的，请写明少数意见。", field="minority")
    out = set(Avoidance.objects.filter(case=case).values_list("person", flat=True))
    barred = [one.signature for one in held.present if one.pk in out or tied(one, case)]
    if barred:
        raise Barred(f"应当回避的不参加研究和表决：{'、'.join(barred)}。", field="present")
    texts = {name: getattr(held, name) for name in MEETING_LABELS}
    require_unnamed_in(case, MEETING_LABELS, **texts)


MEETING_LABELS = {
    "place": "地点",
    "opinions": "各人意见",
    "minority": "少数意见",
    "conclusion": "结论",
    "attending": "列席",
}


def tied(person: Person, case: Case) -> bool:
    """By ties with a subject; who only handled what the case arose from may sit in the meeting."""
    return any(not why.startswith("经办过") for why in ties(person, case))


def intended(subject: Subject) -> list[Sanction]:
    found = subject.sanctions.filter(state=Sanction.State.PROPOSED)
    return list(found.select_related("measure"))


@takes(steps.RESOLVE)
def resolve(actor: Actor, subject: Subject, measures: Iterable[str]) -> Entry:
    """登记研究结果: as was told, or lighter. Raises Barred."""
    found = chosen(subject, measures)
    require_not_heavier(subject, found, intended(subject))
    require_once(subject, found, subject.double_reason)
    propose(subject, found)
    entry = steps.SUBJECT_FLOW.take(
        steps.RESOLVE, subject, actor, subject=subject, measures="、".join(map(str, found))
    )
    follow_subjects(subject.case)
    return entry


@takes(steps.SPARE)
def spare(actor: Actor, subject: Subject, outcome: str) -> Entry:
    """研究不予问责."""
    return not_held(steps.SPARE, actor, subject, outcome)


@takes(steps.ENTER_NONE)
def enter_none(actor: Actor, subject: Subject, outcome: str, files: Sequence[Kept] = ()) -> Entry:
    """登记有权机关不予问责."""
    entry = not_held(steps.ENTER_NONE, actor, subject, outcome)
    attach(entry, files)
    settle_awaiting(subject)
    return entry


@takes(steps.HAND_OVER)
def hand_over(actor: Actor, subject: Subject, organ: str, outcome: str, files: Sequence[Kept] = ()) -> Entry:
    """移送 one subject alone, by a numbered 移送单."""
    number, label = numbering.take(numbering.REFERRALS, timezone.now()), Organ(organ).label
    told, read = f"移送{label}（{number}）：{outcome}"[: Subject.LENGTHS["outcome"]], read_anew(subject)
    sheet = letters.referral(read.case, number, label, outcome, [read])
    issue(actor, read.case, Paper.Kind.REFERRAL, number, sheet, label, read)
    entry = not_held(steps.HAND_OVER, actor, subject, told, organ=label)
    attach(entry, files)
    return entry


@takes(steps.END)
def end(actor: Actor, subject: Subject, outcome: str) -> Entry:
    """终止: what was decided before stays as it is, and nothing more is asked of it."""
    let_go_of_papers(subject)
    entry = not_held(steps.END, actor, subject, outcome)
    settle_awaiting(subject)
    return entry


def not_held(step: Step, actor: Actor, subject: Subject, outcome: str, **words: Any) -> Entry:
    """With the reason; what was only intended falls away."""
    changes = let_go(subject, outcome)
    entry = steps.SUBJECT_FLOW.take(step, subject, actor, changes=changes, subject=subject, **words)
    follow_subjects(subject.case)
    return entry


@takes(steps.DECIDE)
def decide(actor: Actor, subject: Subject, basis: str) -> Entry:
    """签发决定: numbered, served, its effect counted from today. Raises PressProblem where it cannot be set."""
    now, today = timezone.now(), timezone.localdate()
    number, rule = numbering.take(numbering.DECISIONS, now), BASES[basis]
    told = read_anew(subject)
    sheet = letters.decision(told, number, rule, today)
    text = letters.text_of_decision(told, rule, today)
    service = serve(actor, told.matter, DECISION[basis], told.addressee, sheet, text, number)
    changes = {
        "basis": basis,
        "organ": Organ.BUREAU,
        "decision_number": number,
        "decided_on": today,
        "decided_by": actor.principal,
        "decision": service,
        **effect_columns(told, today),
    }
    entry = steps.SUBJECT_FLOW.take(
        steps.DECIDE, subject, actor, at=now, changes=changes, subject=subject, number=number
    )
    bring_into_force(subject)
    return entry


def effect_columns(subject: Subject, on: date) -> dict[str, date | None]:
    found = effect_of(subject, on)
    return {"effect_from": found.first if found.until else None, "effect_until": found.until}


def bring_into_force(subject: Subject) -> None:
    """What was intended is owed from now on, each measure by its own days from today."""
    now, calendar = timezone.now(), current_calendar()
    for one in intended(subject):
        due = due_time(now, Term(one.measure.within_days, "days"), calendar).date()
        Sanction.objects.filter(pk=one.pk).update(state=Sanction.State.IN_FORCE, due_on=due)
    forget(subject)
    owe_execution(subject)
    follow_subjects(subject.case)


@takes(steps.RECOMMEND)
def recommend(actor: Actor, subject: Subject, answer_by: date) -> Entry:
    """发出问责建议书 to the organ that decides; it is asked for when it does not come. Raises Barred."""
    if answer_by <= timezone.localdate():
        raise Barred("“反馈期限”须在今天之后。", field="answer_by")
    number = numbering.take(numbering.RECOMMENDATIONS, timezone.now())
    organs = "、".join(sorted({one.measure.get_organ_display() for one in intended(subject)} - {"督查局"}))
    owed = subject.matter.duties.filter(step=AWAIT_ORGAN, done_at=None)
    if not owed.exists():
        due = fixed(answer_by, "由问责建议书确定")
        duties.owe(subject.matter, AWAIT_ORGAN, at=timezone.now(), person=subject.matter.officer, due=due)
    told = read_anew(subject)
    sheet = letters.recommendation(told, number, answer_by)
    issue(actor, told.case, Paper.Kind.RECOMMENDATION, number, sheet, organs, told)
    entry = steps.SUBJECT_FLOW.take(
        steps.RECOMMEND,
        subject,
        actor,
        changes={"recommendation": number},
        subject=subject,
        number=number,
        organs=organs,
    )
    follow_subjects(subject.case)
    return entry


@takes(steps.ENTER_DECISION)
def enter_decision(
    actor: Actor,
    subject: Subject,
    organ: str,
    decision_number: str,
    decided_on: date,
    measures: Iterable[str],
    basis: str,
    files: Sequence[Kept] = (),
) -> Entry:
    """登记有权机关的决定, which is served at once. Raises Barred."""
    check_day(subject, decided_on)
    found = chosen(subject, measures)
    require_once(subject, found, subject.double_reason)
    propose(subject, found)
    now, rule = timezone.now(), BASES[basis]
    told = read_anew(subject)
    told.organ, told.decision_number, told.decided_on = organ, decision_number, decided_on
    number = numbering.take(numbering.DECISIONS, now)
    service = serve(
        actor,
        told.matter,
        DECISION[basis],
        told.addressee,
        letters.forwarded(told, number, rule),
        letters.forwarded_text(told, rule),
        number,
    )
    changes = {
        "basis": basis,
        "organ": organ,
        "decision_number": decision_number,
        "decided_on": decided_on,
        "decided_by": actor.principal,
        "decision": service,
        **effect_columns(told, decided_on),
    }
    entry = steps.SUBJECT_FLOW.take(
        steps.ENTER_DECISION,
        subject,
        actor,
        at=now,
        changes=changes,
        subject=subject,
        organ=Organ(organ).label,
        decision_number=decision_number,
        measures="、".join(map(str, found)),
    )
    attach(entry, files)
    settle_awaiting(subject)
    bring_into_force(subject)
    return entry


def check_day(subject: Subject, decided_on: date) -> None:
    """Raises Barred where the organ would have decided before it was asked to, or will."""
    asked = subject.papers.filter(kind=Paper.Kind.RECOMMENDATION).order_by("-pk").first()
    if decided_on > timezone.localdate():
        raise Barred("“决定日期”不能晚于今天。", field="decided_on")
    if asked and decided_on < local(asked.at).date():
        raise Barred(
            f"“决定日期”不能早于发出建议书的日期（{local(asked.at):%Y-%m-%d}）。", field="decided_on"
        )


def settle_awaiting(subject: Subject) -> None:
    """Nobody is asked any more once no organ owes a decision."""
    if not Subject.objects.filter(case=subject.case_id, state=RECOMMENDED).exists():
        duties.done(subject.matter, AWAIT_ORGAN, at=timezone.now())


@takes(steps.SET_ANEW)
def set_anew(actor: Actor, subject: Subject, measures: Iterable[str]) -> Entry:
    """按变更决定登记方式: lighter than before, counted from the first decision; what stood before stays as revoked. Raises Barred."""
    before = list(
        subject.sanctions.exclude(state__in=[Sanction.State.PROPOSED, Sanction.State.REVOKED]).select_related(
            "measure"
        )
    )
    found = chosen(subject, measures)
    require_lighter(subject, found, before)
    kept = {one.measure_id for one in before} & {one.pk for one in found}
    gone = [one.pk for one in before if one.measure_id not in kept]
    revoke(subject, subject.sanctions.filter(pk__in=gone), "变更")
    propose(subject, [one for one in found if one.pk not in kept])
    now = timezone.now()
    duties.done(subject.matter, SET_ANEW, at=now, service=subject.decision)
    decided_on = subject.decided_on or timezone.localdate()
    effect = lighter_effect(subject, decided_on)
    entry = steps.SUBJECT_FLOW.take(
        steps.SET_ANEW,
        subject,
        actor,
        at=now,
        changes=effect,
        subject=subject,
        measures="、".join(map(str, found)),
    )
    bring_into_force(subject)
    carried_out(subject)
    return entry


def require_lighter(subject: Subject, measures: list[Measure], before: list[Sanction]) -> None:
    """Raises Barred where it is the same or more."""
    require_not_heavier(subject, measures, before)
    if {one.pk for one in measures} == {one.measure_id for one in before}:
        raise Barred("申诉已变更（减轻），方式须比原来的轻。", field="measures")


def lighter_effect(subject: Subject, on: date) -> dict[str, date | None]:
    """Of what is kept and what takes the place of the rest."""
    live = subject.sanctions.exclude(state=Sanction.State.REVOKED).select_related("measure")
    found = period(on, [(str(one), one.months) for one in live])
    return {"effect_from": found.first if found.until else None, "effect_until": found.until}
