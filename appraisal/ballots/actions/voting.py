"""投票: without an account. The code goes and the ballot comes in one transaction; neither knows of the other."""

from django.db import transaction
from django.utils import timezone

from appraisal import states as room
from appraisal.ballots import states
from appraisal.ballots.codes import digests
from appraisal.ballots.models import Code, Group, Poll
from appraisal.ballots.terms import Marks
from appraisal.ballots.urn import sealed
from bureau.jobs.barred import Barred

UNKNOWN = "没有这个票码，或者它已经用过、测评不在投票时间内。请核对纸条上的12位数字；刚才已经看到“已收到”的，不用再投。"


class Unknown(Barred):
    """No code, one that was used, or one that is not in time: nobody is told which."""

    def __init__(self) -> None:
        super().__init__(UNKNOWN)


def group_of(typed: str) -> Group:
    """Whose code it is, as long as ballots are taken. Raises Unknown."""
    today = timezone.localdate()
    found = Group.objects.filter(
        codes__digest__in=digests(typed),
        poll__state=states.OPEN,
        poll__opens_on__lte=today,
        poll__closes_on__gte=today,
        poll__period__state__in=(room.DRAFT, *room.OPEN),
    )
    if (group := found.select_related("poll").first()) is None:
        raise Unknown
    return group


@transaction.atomic
def cast(typed: str, marks: Marks) -> None:
    """One code, one ballot. Raises Unknown, Barred where the marks are not of this ballot."""
    group = group_of(typed)
    hold(group.poll)
    options, rows = len(group.poll.options), group.poll.subjects.count()
    if len(marks) != rows or not all(0 <= mark <= options for mark in marks):
        raise Barred("选票与测评对象不符，请重新填写票码再投。")
    if not Code.objects.filter(digest__in=digests(typed)).delete()[0]:
        raise Unknown
    sealed(group.pk, marks).save(force_insert=True)


def hold(poll: Poll) -> None:
    """Who closes it waits for this ballot, or this ballot finds it closed. Raises Unknown."""
    running = Poll.objects.select_for_update(no_key=True).filter(pk=poll.pk, state=states.OPEN)
    if running.first() is None:
        raise Unknown
