"""初核: taken up by two, reported, judged; and every way in which a clue ends without a case."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils import timezone

from accountability import flow, numbering
from accountability.actions.explaining import feed_back
from accountability.begun import begin_directive
from accountability.dues import CHECK, DISPOSE, JUDGE_CHECK, JUDGE_REPORT, PROPOSE_FILING
from accountability.issuing import issue
from accountability.lacking import nobody_left
from accountability.models import Case, Opinion, Organ, Paper
from accountability.moving import end_subjects
from accountability.owing import follow_team, owe_team
from accountability.policy import FEWEST
from accountability.prints import letters
from accountability.reading import let_read
from accountability.states import ENDED, HANDED, INVOLVED
from accountability.ties import ties
from accountability.unnamed import attach
from bureau.files.store import Kept
from bureau.jobs.barred import Barred
from bureau.matters.deadlines import duties
from bureau.matters.flow import Step
from bureau.matters.models import Entry
from bureau.matters.policy import takes
from bureau.org.actor import Actor
from bureau.org.models import Person, Unit
from bureau.org.posts import Post


def team(people: Iterable[Person], case: Case, field: str, label: str) -> list[Person]:
    """Two at least, of whom none has to keep out. Raises Barred that says who, and why."""
    found = list(people)
    if len(found) < FEWEST:
        raise Barred(f"至少选{FEWEST}人。", field=field)
    barred = [f"{one.signature}：{'；'.join(why)}" for one in found if (why := ties(one, case))]
    if barred:
        raise Barred(f"应当回避，请另选。{'；'.join(barred)}。{nobody_left(case)}", field=field)
    return found


def names(people: Iterable[Person]) -> str:
    return "、".join(one.signature for one in people)


@takes(flow.START_CHECK)
def check(actor: Actor, case: Case, checkers: Iterable[Person], check_plan: str) -> Entry:
    """受理并初核. Raises Barred."""
    people = team(checkers, case, "checkers", "初核人员")
    now, matter = timezone.now(), case.matter
    case.checkers.set(people)
    duties.done(matter, DISPOSE, at=now)
    owed = owe_team(case, CHECK, people, now)
    entry = flow.FLOW.take(
        flow.START_CHECK,
        case,
        actor,
        at=now,
        changes={"check_plan": check_plan},
        cover_changes={"opened_at": now, "due_at": owed.due_at},
        checkers=names(people),
    )
    let_read(matter, people, "初核人员")
    return entry


@takes(flow.REPLACE)
def replace(actor: Actor, case: Case, checkers: Iterable[Person]) -> Entry:
    """改派初核人员, where one keeps out of it now or is not there any more. Raises Barred."""
    people = team(checkers, case, "checkers", "初核人员")
    case.checkers.set(people)
    follow_team(case, timezone.now())
    entry = flow.FLOW.take(flow.REPLACE, case, actor, checkers=names(people))
    let_read(case.matter, people, "初核人员")
    return entry


@takes(flow.HOLD)
def hold(actor: Actor, case: Case, reason: str) -> Entry:
    """暂存待查: it may be taken up later."""
    duties.done(case.matter, DISPOSE, at=timezone.now())
    return flow.FLOW.take(flow.HOLD, case, actor, reason=reason)


@takes(flow.DISMISS)
def dismiss(actor: Actor, case: Case, outcome: str) -> Entry:
    """予以了结, with the reason in the case alone; whoever explained by letter is told."""
    feed_back(actor, case)
    duties.drop(case.matter, timezone.now())
    entry = flow.FLOW.take(flow.DISMISS, case, actor, changes={"outcome": outcome})
    end_subjects(case, "予以了结", outcome)
    return entry


@takes(flow.CANCEL)
def void(actor: Actor, case: Case, reason: str) -> Entry:
    duties.drop(case.matter, timezone.now())
    entry = flow.FLOW.take(flow.CANCEL, case, actor, reason=reason)
    end_subjects(case, "作废", reason, ENDED)
    return entry


@takes(flow.REPORT_CHECK)
def report_check(
    actor: Actor, case: Case, check_opinion: str, files: Sequence[Kept] = (), **written: str
) -> Entry:
    """提交初核报告."""
    now = timezone.now()
    duties.done(case.matter, CHECK, at=now)
    duties.owe(case.matter, JUDGE_CHECK, at=now, post=Post.DIRECTOR)
    if check_opinion == Opinion.FILE:  # the director may judge otherwise meanwhile
        duties.owe(case.matter, PROPOSE_FILING, at=now, person=case.matter.officer)
    entry = flow.FLOW.take(
        flow.REPORT_CHECK,
        case,
        actor,
        at=now,
        changes={**written, "check_opinion": check_opinion, "checked_by": actor.principal},
        opinion=Opinion(check_opinion).label,
    )
    attach(entry, files)
    return entry


@takes(flow.TAKE_BACK_CHECK)
def take_back_check(actor: Actor, case: Case) -> Entry:
    """撤回: the check is owed again, by its date."""
    matter, now = case.matter, timezone.now()
    reported = matter.entries.filter(step=flow.REPORT_CHECK.key).order_by("-pk").first()
    duties.drop(matter, now, JUDGE_CHECK, PROPOSE_FILING)
    if reported:
        duties.reopen(matter, reported.at, CHECK)
    return flow.FLOW.take(flow.TAKE_BACK_CHECK, case, actor)


@takes(flow.RETURN_CHECK)
def return_check(actor: Actor, case: Case, reason: str) -> Entry:
    """退回补充初核: it is owed once more."""
    now, matter = timezone.now(), case.matter
    duties.done(matter, JUDGE_CHECK, at=now)
    duties.drop(matter, now, PROPOSE_FILING)
    owed = owe_team(case, CHECK, case.checkers.all(), now)
    cover = {"due_at": owed.due_at}
    return flow.FLOW.take(flow.RETURN_CHECK, case, actor, at=now, cover_changes=cover, reason=reason)


@takes(flow.CLEAR)
def clear(actor: Actor, case: Case, outcome: str) -> Entry:
    """不予问责, after a check or after an investigation: whoever is concerned is told in writing."""
    number = numbering.take(numbering.CLEARANCES, timezone.now())
    sheet = letters.cleared(case, number, outcome)
    issue(actor, case, Paper.Kind.CLEARANCE, number, sheet, letters.concerned(case))
    entry = over(flow.CLEAR, actor, case, outcome)
    end_subjects(case, "不予问责", outcome)
    return entry


@takes(flow.TRANSFER)
def transfer(actor: Actor, case: Case, unit: Unit, title: str, outcome: str) -> Entry:
    """转办: the unit handles it by its duties; it is followed up as a directive, which tells nothing of the case. Raises Barred."""
    begin_directive(actor, case, "问责线索转办", title, unit)
    entry = over(flow.TRANSFER, actor, case, outcome, unit=unit.short, title=title)
    end_subjects(case, "转办", outcome)
    return entry


@takes(flow.REFER)
def refer(actor: Actor, case: Case, organ: str, outcome: str, files: Sequence[Kept] = ()) -> Entry:
    """移送 to the organ that decides, by a numbered 移送单."""
    number = numbering.take(numbering.REFERRALS, timezone.now())
    label = Organ(organ).label
    told = f"移送{label}（{number}）：{outcome}"[: Case.LENGTHS["outcome"]]
    sheet = letters.referral(case, number, label, outcome, list(case.subjects.filter(state=INVOLVED)))
    issue(actor, case, Paper.Kind.REFERRAL, number, sheet, label)
    entry = over(flow.REFER, actor, case, told, organ=label, number=number)
    attach(entry, files)
    end_subjects(case, f"移送{label}", outcome, HANDED)
    return entry


def over(step: Step, actor: Actor, case: Case, outcome: str, **words: Any) -> Entry:
    """It ends here: nothing is owed for it any more."""
    now = timezone.now()
    duties.done(case.matter, JUDGE_CHECK, JUDGE_REPORT, at=now)
    duties.drop(case.matter, now)
    cover = {"opened_at": case.matter.opened_at or now, "finished_at": now, "closed_at": now}
    return flow.FLOW.take(
        step, case, actor, at=now, changes={"outcome": outcome}, cover_changes=cover, **words
    )
