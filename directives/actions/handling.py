"""The lead's completion report, and the bureau's verdict on it."""

from django.db import transaction
from django.utils import timezone

from bureau.matters import duties, replies, steps
from bureau.matters.attaching import attach
from bureau.matters.flow import move, move_all
from bureau.matters.models import Owed, Reply
from bureau.matters.policy import require
from bureau.org.posts import Post
from directives import flow
from directives.policy import final_reply, lead_part


@transaction.atomic
def draft_report(person, directive, text, files=()):
    """The liaison's draft, for the unit's head to countersign."""
    require(person, flow.DRAFT_REPORT, directive)
    part, now = lead_part(directive), timezone.now()
    answer = write(person, part, text, now, Reply.State.DRAFTED)
    duties.owe(directive.matter, Owed.COUNTERSIGN, at=now, unit=part.unit, post=Post.HEAD, assignment=part)
    entry = flow.FLOW.take(flow.DRAFT_REPORT, directive, person, assignment=part)
    attach(entry, files, reply=answer)
    return entry


@transaction.atomic
def report(person, directive, text, files=()):
    """报送办结报告: only the lead; the officer reviews."""
    require(person, flow.REPORT, directive)
    part, now = lead_part(directive), timezone.now()
    answer = write(person, part, text, now, Reply.State.SENT)
    entry = flow.FLOW.take(
        flow.REPORT, directive, person, at=now, assignment=part, cover_changes={"finished_at": now}, text=text
    )
    attach(entry, files, reply=answer)
    hand_in(directive, part, now)
    return entry


@transaction.atomic
def countersign_report(person, directive):
    """审签并报送: the head sends what the liaison drafted."""
    require(person, flow.COUNTERSIGN_REPORT, directive)
    part, answer, now = lead_part(directive), final_reply(directive), timezone.now()
    move(steps.COUNTERSIGN, answer, countersigned_by=person, sent_at=now)
    duties.done(directive.matter, Owed.COUNTERSIGN, at=now, assignment=part)
    hand_in(directive, part, now)
    cover, text = {"finished_at": now}, answer.text
    return flow.FLOW.take(
        flow.COUNTERSIGN_REPORT, directive, person, assignment=part, cover_changes=cover, text=text
    )


def write(person, part, text, now, state) -> Reply:
    sent_at = now if state == Reply.State.SENT else None
    return Reply.objects.create(
        assignment=part, author=person, kind=Reply.Kind.FINAL, text=text, at=now, state=state, sent_at=sent_at
    )


def hand_in(directive, part, now) -> None:
    """What the lead owed is done; the officer owes a review."""
    matter = directive.matter
    duties.done(matter, *replies.SETTLES[Reply.Kind.FINAL], Owed.REPORT, at=now, assignment=part)
    duties.owe(matter, Owed.REVIEW, at=now, person=matter.officer)


@transaction.atomic
def close(person, directive, remark=""):
    """销号: the report is accepted; it counts as finished when it was sent, not when we got round to it."""
    require(person, flow.CLOSE, directive)
    now, answer = timezone.now(), final_reply(directive)
    move(steps.ACCEPT, answer, judged_by=person, judged_at=now, remark=remark)
    move_all(steps.CLOSED, list(directive.matter.assignments.all()))
    for plea in open_extensions(directive.matter):
        move(steps.REFUSE_EXTENSION, plea, judged_by=person, judged_at=now, remark="事项已销号，不再审批。")
    duties.done(directive.matter, Owed.REVIEW, at=now)
    duties.drop(directive.matter, at=now)
    return flow.FLOW.take(flow.CLOSE, directive, person, cover_changes={"closed_at": now}, remark=remark)


def open_extensions(matter):
    """Pleas for time that nobody has decided; closing settles them."""
    return Reply.objects.filter(assignment__matter=matter, kind=Reply.Kind.EXTENSION, state=Reply.State.SENT)


@transaction.atomic
def send_back(person, directive, reason):
    """退回重办: the lead owes the result again, by the same date."""
    require(person, flow.RETURN, directive)
    now, part, matter = timezone.now(), lead_part(directive), directive.matter
    move(steps.SEND_BACK, final_reply(directive), judged_by=person, judged_at=now, remark=reason)
    duties.done(matter, Owed.REVIEW, at=now)
    duties.owe_again(matter, Owed.REPORT, part, at=now)
    cover = {"finished_at": None}
    return flow.FLOW.take(flow.RETURN, directive, person, assignment=part, cover_changes=cover, reason=reason)
