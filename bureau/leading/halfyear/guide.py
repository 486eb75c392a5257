"""The steps of a half-year, each with how it stands and where it goes on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse

from appraisal import states
from appraisal.models import Adjustment
from appraisal.models import Period as Appraisal
from appraisal.proposals import proposed
from appraisal.reading import periods_seen
from bureau.leading.halfyear import drafts
from bureau.leading.halfyear.counted import Counted
from bureau.leading.halfyear.halves import NOTICE, SPECIAL, Half
from bureau.org.models import Person
from reports.models import Bulletin
from reports.states import DRAFT, ISSUED

PERIOD_OVER = (states.PUBLISHED, states.ARCHIVED)


@dataclass(frozen=True)
class Step:
    """`stands`: in words; `done`: whether nothing is left to do; `next`: the first that is not."""

    title: str
    stands: str
    url: str
    action: str
    done: bool
    next: bool = False


def steps(person: Person, counted: Counted) -> list[Step]:
    """In their order; of those that are left the first is `next`."""
    period = periods_seen(person).filter(counted.half.appraised).exclude(state=states.VOID).first()
    found = [
        figures(counted),
        *bulletins(counted),
        adjustments(period),
        appraisal(period),
    ]
    first = next((place for place, step in enumerate(found) if not step.done), None)
    return [replace(step, next=place == first) for place, step in enumerate(found)]


def figures(counted: Counted) -> Step:
    stands = f"登记{counted.total.registered}件，办结{counted.total.counts['closed']}件"
    return Step("各业务数据", stands, counted.url, "看督查统计", done=bool(counted.by_function))


def bulletins(counted: Counted) -> Iterator[Step]:
    begun = drafts.begun(counted)
    for what, name in ((NOTICE, "督查通报"), (SPECIAL, "督查专报")):
        yield bulletin(counted.half, what, name, begun.get(what))


def bulletin(half: Half, what: str, name: str, begun: Bulletin | None) -> Step:
    title = f"半年{name}"
    if begun is None:
        url = reverse("leading:half_draft", args=[half.year, half.part, what])
        return Step(title, "没有起草", url, f"起草{name}", done=False)
    if begun.state == ISSUED:
        return Step(title, f"已印发：{begun.number}", begun.get_absolute_url(), f"看{name}", done=True)
    if begun.state == DRAFT:
        url = reverse("reports:edit", args=[begun.pk])
        return Step(title, f"拟稿（稿{begun.pk}）", url, "接着写", done=False)
    stands = begun.get_state_display() + (f"：{begun.number}" if begun.number else "")
    return Step(title, stands, begun.get_absolute_url(), "打开", done=False)


def adjustments(period: Appraisal | None) -> Step:
    """What is proposed of score entries, and what was said to it."""
    title = "加减分建议"
    if period is None:
        return Step(title, "还没有考核期", reverse("appraisal:new"), "建立考核期", done=False)
    state = Q(state=Adjustment.State.CONFIRMED)
    counts = Adjustment.objects.filter(appraised__period=period).exclude(key="")
    answered = counts.aggregate(all=Count("pk"), waiting=Count("pk", filter=state))
    url = f"{reverse('appraisal:proposals')}?{urlencode({'period': period.pk})}"
    if period.state not in states.OPEN:
        ended = "考核期还没有启动" if period.state == states.DRAFT else "评分已经汇总"
        stands = f"已处理{answered['all']}条，{ended}"
        return Step(title, stands, url, "看加减分", done=period.state != states.DRAFT)
    open_ones = len(proposed(period))
    waiting = f"，其中待审批{answered['waiting']}条" if answered["waiting"] else ""
    stands = f"待处理{open_ones}条，已处理{answered['all']}条{waiting}"
    return Step(title, stands, url, "处理建议", done=not open_ones and not answered["waiting"])


def appraisal(period: Appraisal | None) -> Step:
    title = "绩效考核"
    if period is None:
        return Step(title, "还没有考核期", reverse("appraisal:new"), "建立考核期", done=False)
    stands = f"{period.words}：{states.STATES[period.state].words}"
    return Step(title, stands, period.get_absolute_url(), "打开考核期", done=period.state in PERIOD_OVER)
