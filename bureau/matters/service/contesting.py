"""救济: the verbs of who contests a paper, and of who decides."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from bureau.files.store import Kept
from bureau.jobs.barred import Barred
from bureau.matters import numbers
from bureau.matters.deadlines import duties
from bureau.matters.flow import Step
from bureau.matters.models import Contest, Entry, Service
from bureau.matters.parts.attaching import attach
from bureau.matters.policy import Refused, takes
from bureau.matters.service import rules, steps
from bureau.matters.service.deciding import of_its_own, owe_decision
from bureau.matters.service.declared import Remedy, paper_of, remedies_of
from bureau.matters.service.remedies import require_in_time, used
from bureau.matters.service.serving import at_day, check_day, plainly_called, said, serve
from bureau.matters.service.windows import window
from bureau.org import cipher
from bureau.org.actor import Actor


def contests_by(kind: Contest.Kind, step: Step) -> Callable:
    """The verb by which an addressee contests a paper in this way."""

    @takes(step)
    def contest(actor: Actor, service: Service, text: str, files: Sequence[Kept] = ()) -> Entry:
        now = timezone.now()
        put_down(service, kind, text, actor, now)
        entry = steps.SERVICE.take(step, service, actor, at=now, **said(service), text=told(service, text))
        attach(entry, plainly_called(service, step.label, files))
        return entry

    return contest


def told(service: Service, text: str) -> str:
    """What the line says of the words: of a paper on a person, or on the head of a unit, nothing, for they may name somebody."""
    return text if service.assignment else ""


plead = contests_by(Contest.Kind.PLEA, steps.PLEAD)
object_to = contests_by(Contest.Kind.OBJECTION, steps.OBJECT)
apply_review = contests_by(Contest.Kind.REVIEW, steps.APPLY_REVIEW)
appeal = contests_by(Contest.Kind.APPEAL, steps.APPEAL)


@takes(steps.ENTER)
def enter(
    actor: Actor, service: Service, kind: str, on: date, text: str, files: Sequence[Kept] = ()
) -> Entry:
    """代录 what came on paper; the day on which it came decides whether it came in time. Raises Barred."""
    remedy = remedy_left(service, kind)
    check_day(on, service.received_at or service.served_at, "收到日期", "签收日期")
    at = at_day(on, service.received_at or service.served_at)
    require_in_time(remedy.label, window(service, remedy), on)
    put_down(service, kind, text, actor, at, entered=True)
    words: dict[str, Any] = {"kind": remedy.label, "on": f"{on:%Y-%m-%d}", "text": told(service, text)}
    entry = steps.SERVICE.take(steps.ENTER, service, actor, **said(service), **words)
    attach(entry, plainly_called(service, remedy.label, files))
    return entry


def remedy_left(service: Service, kind: str) -> Remedy:
    """Raises Barred where there is none of this kind, Refused where it was used."""
    remedy = next((one for one in remedies_of(service) if one.kind == kind), None)
    if remedy is None:
        open_ways = "、".join(one.label for one in remedies_of(service))
        raise Barred(f"“救济方式”请另选：对这份文书可以提出{open_ways}。")
    if rules.contested(service, kind):
        raise Refused(used(remedy.label).reason)
    return remedy


def put_down(
    service: Service, kind: str, text: str, actor: Actor, at: datetime, entered: bool = False
) -> Contest:
    """It waits for a decision from now on, by its limit."""
    contest = Contest(service=service, kind=kind, person=actor.principal, at=at, entered=entered)
    if service.assignment:
        contest.text = text
    else:
        contest.sealed = cipher.seal(text.encode(), contest.about)
    contest.save()
    owe_decision(contest)
    return contest


@takes(steps.WITHDRAW)
def withdraw(actor: Actor, contest: Contest) -> Entry:
    """撤回 before it is decided: nothing is owed for it any more."""
    end_decision(contest, dropped=True)
    words = said(contest.service) | {"kind": contest.get_kind_display()}
    return steps.CONTEST.take(steps.WITHDRAW, contest, actor, **words)


@takes(steps.DECIDE)
def decide(actor: Actor, contest: Contest, outcome: str, reason: str, files: Sequence[Kept] = ()) -> Entry:
    """作出决定, which is served at once. Raises PressProblem where it cannot be set."""
    now, service = timezone.now(), contest.service
    paper = paper_of(service)
    changes = {"state": outcome, "reason": reason, "decided_by": actor.principal, "decided_at": now}
    words: dict[str, Any] = {
        "kind": contest.get_kind_display(),
        "outcome": Contest.State(outcome).label,
        "reason": told(service, reason),
    }
    entry = steps.CONTEST.take(
        steps.DECIDE, contest, actor, at=now, changes=changes, **said(service), **words
    )
    attach(entry, plainly_called(service, paper.answer_label, files))
    end_decision(contest)
    number = numbers.take(paper.answer_series, now, paper.plate)
    sheet = paper.answer_sheet(contest, number)
    serve(actor, service.matter, paper, service.addressee, sheet, reason, number, answers=contest)
    paper.decided(actor, contest)
    return entry


def end_decision(contest: Contest, dropped: bool = False) -> None:
    """What was owed for it ends."""
    remedy = paper_of(contest.service).remedy(contest.kind)
    if remedy is None:
        raise LookupError(f"{contest.service.paper} is not contested by {contest.kind}")
    service = contest.service
    now = timezone.now()
    if dropped:
        duties.drop(service.matter, now, remedy.answered, **of_its_own(service))
    else:
        duties.done(service.matter, remedy.answered, at=now, **of_its_own(service))
