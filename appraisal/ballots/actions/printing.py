"""票码 are made when they are printed, and handed out on paper."""

from collections.abc import Sequence

from django.db.models import F

from appraisal.ballots import flow
from appraisal.ballots.codes import rows_of
from appraisal.ballots.models import Code, Group, Poll
from bureau.jobs.barred import Barred
from bureau.matters.models import Entry
from bureau.matters.policy import takes
from bureau.org.actor import Actor

MOST = 300  # slips of one file: some seconds of the press


@takes(flow.PRINT_CODES)
def print_codes(actor: Actor, poll: Poll, group: Group, codes: Sequence[str]) -> Entry:
    """These codes, which nobody is told again, open the poll: kept are digests. Raises Barred where there would be more than voters."""
    group = held(poll, group, Group.Way.CODES)
    check_count(group, len(codes))
    Code.objects.bulk_create(rows_of(codes, group.pk))
    Group.objects.filter(pk=group.pk).update(issued=F("issued") + len(codes))
    return flow.FLOW.take(flow.PRINT_CODES, poll, actor, title=poll.title, group=group, count=len(codes))


def check_count(group: Group, count: int) -> None:
    """Raises Barred where so many slips may not be printed."""
    left = min(group.entitled - group.issued, MOST)
    if left <= 0:
        raise Barred(f"{group}的票码已经印够；纸条丢失要重印的，先作废没有用的票码。", field="count")
    if not 0 < count <= left:
        raise Barred(
            f"{group}应投{group.entitled}人，已印{group.issued}张，这次可以印1至{left}张。", field="count"
        )


@takes(flow.CANCEL_CODES)
def cancel_codes(actor: Actor, poll: Poll, group: Group, reason: str) -> Entry:
    """Of a group whose slips were lost: all that were not used; as many may be printed anew."""
    group = held(poll, group, Group.Way.CODES)
    count = Code.objects.filter(group=group).delete()[0]
    if not count:
        raise Barred("这一组没有未用的票码。")
    Group.objects.filter(pk=group.pk).update(issued=F("issued") - count)
    return flow.FLOW.take(
        flow.CANCEL_CODES, poll, actor, title=poll.title, group=group, count=count, reason=reason
    )


@takes(flow.HAND_OUT)
def hand_out(actor: Actor, poll: Poll, group: Group, count: int) -> Entry:
    """How many were handed out by now; to whom stands on the list on paper alone."""
    group = held(poll, group)
    if not 0 <= count <= group.entitled:
        raise Barred(f"{group}应投{group.entitled}人，发出张数不能超过。", field="count")
    Group.objects.filter(pk=group.pk).update(handed_out=count)
    return flow.FLOW.take(flow.HAND_OUT, poll, actor, title=poll.title, group=group, count=count)


def held(poll: Poll, group: Group, way: str = "") -> Group:
    """Locked. Raises Barred where it is not of this poll, or votes in another way."""
    found = Group.objects.select_for_update().filter(poll=poll, pk=group.pk).first()
    if found is None or (way and found.way != way):
        raise Barred("这一组不用票码。")
    return found
