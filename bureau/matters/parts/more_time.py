"""批量延期: the bureau gives more time to many matters for one reason that nobody had to ask for, such as a flood. Once for each, and no
farther than the bureau may go by itself; more is asked for by the unit and decided as any extension."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from django.db import transaction
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters import asks, cover, rooms, timeline
from bureau.matters.deadlines import dues, duties
from bureau.matters.deeds import Deed, Look
from bureau.matters.flow import Record
from bureau.matters.known import duties_of
from bureau.matters.models import Matter, Phase, Tiding
from bureau.matters.parts import extensions
from bureau.matters.policy import No, Refused, Verdict, Yes, desk, director, every
from bureau.org.actor import Actor
from bureau.org.models import Person, Regulation
from bureau.org.posts import Post
from bureau.pages.asks import Text

STEP = "matter.extend"
REASON = Text("reason", "延期理由", "如：防汛抗洪期间顺延；承办单位看得到。", limit=300, rows=3)


def looks(person: Person | Actor, _records: Sequence[Record]) -> Look:
    return partial(every(desk, director, may_have_more), Actor.of(person))


def may_have_more(_person: Actor, record: Record) -> Verdict:
    """It runs by a date, was not reported on, and nobody waits for more time or had it already."""
    matter = record.matter
    if matter.phase != Phase.RUNNING or matter.finished_at:
        return No("不在办理中，不用延期。")
    result = duties.result_of(matter)
    if result is None or result.done_at or matter.due_at is None:
        return No("没有办结时限，不用延期。")
    if any(one.step == dues.DECIDE_EXTENSION and not one.done_at for one in duties_of(matter)):
        return No("承办单位的延期申请待审批，请逐件审批。")
    if any(move["kind"] == "extended" for move in result.moves):
        return No("已经延期过，再次延期由承办单位申请、按权限审批。")
    return Yes()


@transaction.atomic
def extend(person: Person, record: Record, until: date, reason: str) -> None:
    """Its result is due on another date, beside which the original stays; its units are told. Raises Refused, Barred."""
    matter, now = record.matter, timezone.now()
    cover.queue(matter)
    if isinstance(verdict := looks(person, [record])(record), No):
        raise Refused(verdict.reason)
    check_date(matter, until)
    before = duties.extend(matter, until, f"{reason}，时限改")
    extensions.follow(matter, until, now)
    facts = {"until": f"{until}", "original": f"{before}", "reason": reason}
    words = f"{person.signature} 批量延期，新的时限为{until}（原时限{before}）：{reason}"
    Tiding.objects.create(entry=timeline.write(matter, STEP, words, actor=person, at=now, facts=facts))
    rooms.follow(matter)


def check_date(matter: Matter, until: date) -> None:
    """Later than the one that stands, ahead of us, and within the bureau's own measure. Raises Barred."""
    if matter.due_at is None:
        raise Barred(extensions.PASSED)
    stands = timezone.localdate(matter.due_at)
    if until <= max(stands, timezone.localdate()):
        raise Barred(f"“新的时限”须晚于今天和原时限{stands:%Y-%m-%d}。")
    own, rules = extensions.OWN_RULES.get(matter.kind), Regulation.current()
    if own and (until - stands).days > own.days:
        raise Barred(f"“新的时限”最多比现在的时限延后{own.days}日，请改短。")
    if extensions.too_far(matter, until, rules) and extensions.in_charge_of(matter).exists():
        raise Barred(
            f"“新的时限”比原时限{stands:%Y-%m-%d}晚{rules.first_extension_days}日以上的，由分管县领导审批，请改短。"
        )


DEED = Deed(
    "extend",
    "延期",
    Post.DIRECTOR,
    looks,
    extend,
    (asks.UNTIL, REASON),
    "因同一原因统一延期，每件限一次，不用承办单位申请；原时限列在新时限旁边，承办单位收到通知。",
    ("matter__duties",),
)
