"""Two parts of one matter become one, because their units did. Nothing is owed twice, and nothing by nobody.

The old part is released and keeps what was judged; what is open goes to the successor's part.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from django.db.models.functions import Greatest

from bureau.matters.flow import Move, move
from bureau.matters.merger.owed import settle_duties, settle_replies
from bureau.matters.models import Assignment
from bureau.matters.parts import states

# Comes along with the line of the merger; into which state is up to both parts.
MERGED = Move(
    "assignment.merged",
    "机构合并",
    frm=(states.PENDING, states.WORKING, states.REPORTED, states.DONE, states.RELEASED),
    to=states.RELEASED,
)
ENDED = (states.REPORTED, states.DONE)


def fuse(part: Assignment, there: Assignment, at: datetime) -> str:
    """`part` goes into `there`, the part of its unit's successor; the lead's role wins. Returns how, in words."""
    if part.state == states.PLANNED:
        return fuse_planned(part, there)
    state, role = joint_state(part, there), joint_role(part, there)
    leads, brings = role == "lead", part.is_lead
    settle_replies(part, there, state, leads, at)
    settle_duties(part, there, state, leads, at)
    move(MERGED, part, role="co")  # before the other leads: one lead at a time
    Assignment.objects.filter(pk=there.pk).update(version=Greatest("version", part.version))
    signed_at = None if state == states.PENDING else there.signed_at or part.signed_at
    words = {"role": role, "asked": joint_words(part, there), "signed_at": signed_at}
    move(replace(MERGED, to=state), there, **words)
    return told(there, brings)


# What hangs on a planned part of a room: `moves(part, there)` takes it over to the one that stays.
HANGING: list[Callable[[Assignment, Assignment], None]] = []


def fuse_planned(part: Assignment, there: Assignment) -> str:
    """Before dispatch nothing of the hall hangs on it."""
    role, brings = joint_role(part, there), part.is_lead
    for moves in HANGING:
        moves(part, there)
    Assignment.objects.filter(pk=part.pk).delete()
    Assignment.objects.filter(pk=there.pk).update(role=role, asked=joint_words(part, there))
    return told(there, brings)


def told(there: Assignment, brings_lead: bool) -> str:
    leads = f"，由{there.unit.short}牵头" if brings_lead else ""
    return f"，两家的任务合为一项{leads}"


def joint_role(part: Assignment, there: Assignment) -> str:
    return "lead" if part.is_lead or there.is_lead else "co"


def joint_state(part: Assignment, there: Assignment) -> str:
    """Signed for by one is signed for; what one has not finished is not finished. Who was released before is back."""
    both = {part.state, there.state} - {states.RELEASED}
    if len(both) == 1:
        return part.state
    return states.REPORTED if both.issubset(ENDED) else states.WORKING


def joint_words(part: Assignment, there: Assignment) -> str:
    """What both were asked, as far as it fits."""
    asked = "；".join(dict.fromkeys(filter(None, [there.asked, part.asked])))
    return asked[: Assignment.ASKED_LENGTH]
