"""延期: how often, how far, how early, and who decides (facts §2.3). The numbers stand in the bureau's `Regulation`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters.deadlines import dues
from bureau.matters.deadlines.duties import result_of
from bureau.matters.known import duties_of, replies_of
from bureau.matters.models import Assignment, Duty, Matter, Reply, Secrecy
from bureau.org.calendar import current_calendar
from bureau.org.models import Portfolio, Regulation, Urgency
from bureau.org.posts import Post
from bureau.org.worktime import add_workdays, workdays_left

ORDINALS = "一二三四五六七八九十"
SUGGESTED = 10  # working days


@dataclass(frozen=True)
class OfRoom:
    """Where a room extends otherwise than the regulation says: how often, by how many 日 beyond the date that stands;
    `granted(matter, until, at)`: what follows."""

    most: int
    days: int
    granted: Callable[[Matter, date, datetime], None]


OWN_RULES: dict[str, OfRoom] = {}  # by kind
PASSED = "已过时限，不能再申请延期。"


def granted(part: Assignment) -> int:
    """Extensions that this part was granted since the matter was last closed or given out: what begins anew has all
    its time."""
    accepted = [reply for reply in replies_of(part) if reply.state == Reply.State.ACCEPTED]
    pleas = [one for one in accepted if one.kind == Reply.Kind.EXTENSION and not one.past]
    closed = max(judged(one for one in accepted if one.kind == Reply.Kind.FINAL), default=None)
    return sum(closed is None or at > closed for at in judged(pleas))


def most(matter: Matter) -> int:
    """How often the time of such a matter may be extended."""
    own = OWN_RULES.get(matter.kind)
    return own.most if own else Regulation.current().extensions_most


def in_words(kind: str) -> str:
    """How often and how far the time may be extended in a room; of no room in particular by the regulation."""
    own, rules = OWN_RULES.get(kind), Regulation.current()
    ahead = rules.ask_before_workdays
    early = f"，须提前{ahead}个工作日提出（特急件除外）" if ahead else ""
    if own:
        return f"最多延期{own.most}次，一次不超过{own.days}日{early}"
    far = f"第一次不超过{rules.first_extension_days}日的由局领导审批，更长的和再次延期的由分管县领导审批"
    return f"最多延期{rules.extensions_most}次；{far}{early}"


def judged(replies: Iterable[Reply]) -> list[datetime]:
    return [reply.judged_at for reply in replies if reply.judged_at]


def decider(part: Assignment, until: date) -> tuple[str, str]:
    """The post that decides on an extension to `until`, and a sentence why."""
    rules, count = Regulation.current(), granted(part)
    if not count and not too_far(part.matter, until, rules):
        return Post.DIRECTOR, "第一次延期由局领导审批。"
    which = f"第{ORDINALS[count]}次延期" if count else f"第一次延期超过{rules.first_extension_days}日，"
    if in_charge_of(part.matter).exists():
        return Post.LEADER, f"{which}由分管县领导审批。"
    return Post.DIRECTOR, f"{which}应由分管县领导审批；现在没有分管本事项的县领导，由局领导审批。"


def too_far(matter: Matter, until: date, rules: Regulation) -> bool:
    """Farther than the bureau may grant by itself."""
    return (until - timezone.localdate(matter.due_at)).days > rules.first_extension_days


def in_charge_of(matter: Matter) -> QuerySet[Portfolio]:
    """The portfolios of county leaders in charge of the matter; the same leaders as `visibility.in_charge` finds."""
    of_units = Q(all_units=True)
    if matter.secrecy != Secrecy.SEALED:
        of_units |= Q(units__in=matter.assignments.filter(opened_at__isnull=False).values("unit"))
    leaders = Portfolio.objects.filter(leader__is_active=True, leader__postings__post=Post.LEADER)
    return leaders.filter(of_units, functions__contains=[matter.kind])


def owed_decision(part: Assignment) -> Duty | None:
    """The open duty to decide: its holder is who decides, and it says why."""
    owed = (duty for duty in duties_of(part) if duty.step == dues.DECIDE_EXTENSION)
    return next((duty for duty in owed if duty.done_at is None), None)


def require_in_time(matter: Matter) -> None:
    """Raises Barred where the due time has passed, or is nearer than the regulation's working days, or there is none. What
    counts is when the unit sends it, not when it was drafted."""
    now, ahead = timezone.now(), Regulation.current().ask_before_workdays
    if matter.due_at is None:
        raise Barred("本事项没有办结时限，不需要延期。")
    if now > matter.due_at:
        raise Barred(PASSED)
    if (
        ahead
        and matter.urgency != Urgency.FLASH
        and workdays_left(now, matter.due_at, current_calendar()) < ahead
    ):
        raise Barred(
            f"延期须在办理时限（{timezone.localdate(matter.due_at):%Y-%m-%d}）之前至少{ahead}个工作日申请，"
            "现在已晚，按原时限计算。"
        )


def require_within(part: Assignment, until: date) -> None:
    """What the bureau grants by itself stays within its own measure; a farther date is the county leader's to give.
    Raises Barred."""
    own = OWN_RULES.get(part.matter.kind)
    if own and (until - timezone.localdate(part.matter.due_at)).days > own.days:
        raise Barred(f"“新的时限”最多比现在的时限延后{own.days}日，请改短。")
    rules, owed = Regulation.current(), owed_decision(part)
    by_the_bureau = owed and owed.holder_post == Post.DIRECTOR and not granted(part)
    if by_the_bureau and too_far(part.matter, until, rules) and in_charge_of(part.matter).exists():
        raise Barred(
            f"第一次延期超过{rules.first_extension_days}日的由分管县领导审批。"
            "请改短“新的时限”，或不同意后由承办单位按更远的日期重新申请。"
        )


def suggested(part: Assignment) -> dict:
    """What the form is filled with: ten working days on, within what the bureau may grant by itself."""
    stands = timezone.localdate(part.matter.due_at)
    longest = stands + timedelta(days=Regulation.current().first_extension_days)
    return {"until": min(add_workdays(stands, SUGGESTED, current_calendar()), longest)}


def standing(part: Assignment, decides: list[str]) -> dict:
    """For the pages of asking and deciding: the duty of the result with its arithmetic, extensions so far, and the
    sentences who decides."""
    counts = {"granted": granted(part), "most": most(part.matter)}
    return {"duty": result_of(part.matter), **counts, "decides": decides}


def follow(matter: Matter, until: date, at: datetime) -> None:
    """What a room does when one was granted."""
    if own := OWN_RULES.get(matter.kind):
        own.granted(matter, until, at)


def would_decide(part: Assignment) -> list[str]:
    """Who will decide on what is asked for now: one sentence, or two where it depends on how far it goes."""
    if part.matter.due_at is None:
        return []
    near = decider(part, timezone.localdate(part.matter.due_at))[1]
    far = decider(part, date.max)[1]
    return [near] if near == far else [near, far]


def decides(part: Assignment) -> list[str]:
    """Who decides on what was asked for, as its duty says."""
    owed = owed_decision(part)
    return [move["words"] for move in owed.moves if move["kind"] == "noted"] if owed else []
