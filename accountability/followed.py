"""What a plea or an appeal makes of its subject, in the transaction of the decision on it."""

from typing import Any

from django.utils import timezone

from accountability import states
from accountability.dues import EXECUTE, LIFT, SET_ANEW
from accountability.flow import subjects as steps
from accountability.lineage import KIND
from accountability.models import Sanction, Subject
from accountability.moving import follow_subjects
from accountability.owing import gone, let_go
from accountability.sanctioning import revoke
from accountability.unnamed import require_unnamed, units_at
from bureau.matters.deadlines import duties
from bureau.matters.flow import bound_to
from bureau.matters.lineage import changing
from bureau.matters.lineage.nodes import Key
from bureau.matters.models import Contest
from bureau.org.actor import Actor


def follow_nothing(_actor: Actor, contest: Contest) -> None:
    raise LookupError(f"{contest.service} cannot be contested")


def require_nameless(contest: Contest) -> None:
    """Raises Barred where the answer names somebody: it stands in the case, too."""
    require_unnamed(units_at(contest.service.matter_id), {"reason": "决定和理由"}, reason=contest.reason)


@bound_to(steps.FOLLOW_PLEA)
def follow_plea(_actor: Actor, contest: Contest) -> None:
    """A plea that was found right ends it for this subject, also while the case is looked into once more; of any other the meeting
    hears."""
    require_nameless(contest)
    if contest.state != Contest.State.REVOKED:
        return
    found = Subject.objects.select_related("case__matter", "unit", "position__unit")
    subject = found.filter(notice=contest.service, state__in=steps.FOLLOW_PLEA.frm).first()
    if subject is None:  # it was let go otherwise, meanwhile
        return
    changes = let_go(subject, f"申辩成立：{contest.reason}")
    steps.SUBJECT_FLOW.take(steps.FOLLOW_PLEA, subject, None, changes=changes, subject=subject)
    follow_subjects(subject.case)


@bound_to(steps.FOLLOW_APPEAL)
def follow_appeal(_actor: Actor, contest: Contest) -> None:
    """Revoked: the measures end, and with them the effect period. Changed: the officer sets the lighter ones. Nothing that was
    issued is rewritten."""
    require_nameless(contest)
    if contest.state == Contest.State.UPHELD:
        return
    found = Subject.objects.select_related("case__matter", "unit", "position__unit")
    subject = found.get(decision=contest.service)
    revoked = contest.state == Contest.State.REVOKED
    if subject.state == states.REVOKED or (subject.state == states.ENDED and not revoked):
        return  # nothing of it is left that could be lighter
    now, matter = timezone.now(), subject.matter
    told = gone(f"申诉{contest.get_state_display()}：{contest.reason}")
    changes: dict[str, Any] = {"state": states.CHANGED, "outcome": told["outcome"]}
    if revoked:
        changes = {"state": states.REVOKED, "effect_from": None, "effect_until": None} | told
        revoke(subject, subject.sanctions.exclude(state=Sanction.State.REVOKED), "撤销")
        duties.drop(matter, now, service=subject.decision)
    steps.SUBJECT_FLOW.take(
        steps.FOLLOW_APPEAL,
        subject,
        None,
        changes=changes,
        subject=subject,
        outcome=contest.get_state_display(),
    )
    words = f"{subject.decision_number or matter.number}经申诉{contest.get_state_display()}"
    changing.upset(matter, changing.What.RECALLED, words, now, of=Key(KIND, subject.pk))
    if not revoked:
        duties.drop(matter, now, EXECUTE, LIFT, service=subject.decision)
        duties.drop(matter, now, SET_ANEW, service=subject.decision)  # by an earlier remedy
        duties.owe(matter, SET_ANEW, at=now, person=matter.officer, service=subject.decision)
    follow_subjects(subject.case)
