"""Suggestions in words: what a bulletin on them begins with (`Room.tells`), and what one on another matter says of those that
arose from it (`Room.proposes`)."""

from collections.abc import Iterable

from bureau.matters.models import Link
from bureau.matters.rooms import Told
from bureau.org.models import Person
from bureau.pages.period import Period
from directives.suggestions import states
from directives.suggestions.counting import Counting
from directives.suggestions.figures import Figure, conditions
from directives.suggestions.models import Suggestion

MOST = 20  # named one by one


def tells(person: Person, period: Period) -> Told:
    """Of what they see and what is not sealed: how many, what became of each that was decided on, what still waits."""
    seen = Suggestion.objects.visible_to(person).filter(matter__secrecy="normal")
    counts, asked = Counting(seen, period).total.counts, conditions(period)
    found = seen.select_related("recipient").prefetch_related("matter__assignments__unit").order_by("pk")
    decided = found.filter(asked[Figure.DECIDED])[:MOST]
    waiting = found.filter(asked[Figure.OPEN], state=states.SENT)[:MOST]
    parts = [
        "一、总体情况",
        f"共提出督查建议{counts[Figure.SENT]}条，已答复{counts[Figure.ANSWERED]}条，其中采纳{counts[Figure.ADOPTED]}条、"
        f"部分采纳{counts[Figure.PARTLY]}条、不采纳{counts[Figure.DECLINED]}条，纳入决策{counts[Figure.DECIDED]}条。",
        "二、纳入决策的建议",
        *(f"{title_of(one)}，{standing(one)}。" for one in decided),
        "" if decided else "本期还没有建议纳入决策。",
        "三、尚未答复的建议",
        *(f"{title_of(one)}，{one.addressee}尚未答复。" for one in waiting),
        "" if waiting else "没有尚未答复的建议。",
    ]
    return Told(f"{period.words}督查建议采纳情况", "\n".join(filter(None, parts)))


def because_of(matters: Iterable[int]) -> list[str]:
    """What was sent and is not sealed, each with what became of it."""
    arose = {"matter__links_out__target__in": matters, "matter__links_out__why": Link.Why.ARISES}
    sent = Suggestion.objects.filter(**arose, matter__opened_at__isnull=False, matter__secrecy="normal")
    found = sent.exclude(state=states.VOID).select_related("matter", "recipient").distinct().order_by("pk")
    return [
        f"{title_of(one)}（{one.matter.number}），{standing(one)}。"
        for one in found.prefetch_related("matter__assignments__unit")
    ]


def standing(suggestion: Suggestion) -> str:
    if suggestion.paper:
        return f"{suggestion.addressee}已纳入{suggestion.paper}"
    if suggestion.verdict:
        return f"{suggestion.addressee}已答复：{suggestion.get_verdict_display()}"
    return f"已提给{suggestion.addressee}，尚未答复"


def title_of(suggestion: Suggestion) -> str:
    return suggestion.matter.title.rstrip("。")
