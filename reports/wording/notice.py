"""The usual text of a 通报, composed from its figures: 总体情况, 好的单位, 存在问题, 下一步要求 (facts §6.2)."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils import timezone

from bureau.matters.models import Phase
from bureau.press.gist import gist
from bureau.press.typeset.dates import chinese_date
from bureau.press.wording.words import Words, chinese
from reports.figures import Figures, by_lead, tally

TITLE_WORDS = 50  # characters of a matter's title in running text
PUNCTUAL = "已到办理时限的{已到时限}项中，按期办结{按期办结}项，按期办结率{按期办结率}。"


@dataclass(frozen=True)
class NoticeWords(Words):
    HEADINGS: ClassVar[dict[str, str]] = {
        "overview": "总体情况",
        "good": "办理较好的单位",
        "lagging": "存在问题",
        "demands": "下一步要求",
    }
    overview: str
    good: str
    lagging: str
    demands: str


UNWRITTEN = {
    "opening": "【请写明督查的缘由、对象和时间】现将有关情况通报如下。",
    "overview": "【请写明总体情况】",
    "good": "【请写明办理较好的单位和做法】",
    "lagging": "【请写明存在的问题和所涉单位】",
    "demands": "【请写明下一步要求】",
}


def compose(bulletin) -> NoticeWords:
    quotes = list(bulletin.quotes.all())
    figures = tally(quotes)
    if not quotes:
        return NoticeWords(**UNWRITTEN)
    lagging = [quote for quote in quotes if quote.lagging]
    return NoticeWords(
        opening=opening(bulletin.source),
        overview=overview(bulletin, figures),
        good=good(quotes),
        lagging=problems(lagging),
        demands=demands(bool(lagging)),
    )


def default_title(source) -> str:
    """A meeting's decisions by the name of its minutes, tasks by the name of their table."""
    if source is None:
        return "关于部分督查事项办理情况的通报"
    return f"关于{source.followed_up}落实情况的通报"


def opening(source) -> str:
    what = source.followed_up if source else "各项决策部署"
    return f"为推动{what}落地见效，督查局对各承办单位的办理情况进行了督查。现将有关情况通报如下。"


def overview(bulletin, figures: Figures) -> str:
    """In computed fields: every percentage stands beside its numerator, and the denominator in the same sentence."""
    parts = [f"已办结{share('已办结')}", f"正在办理{share('正在办理')}"]
    if figures.suspended:
        parts.append(f"中止办理{share('中止办理')}")
    late = "逾期未办结{逾期未办结}项，占总数的{逾期未办结占比}。" if figures.overdue else ""
    return (
        f"截至{chinese_date(timezone.localdate(bulletin.counted_at))}，纳入督查的事项共{{总数}}项，"
        f"{'；'.join(parts)}。{late}{PUNCTUAL if figures.due else ''}"
    )


def share(name: str) -> str:
    """「{已办结}项，占{已办结占比}」."""
    return f"{{{name}}}项，占{{{name}占比}}"


def good(quotes) -> str:
    """Units all of whose matters here are closed, none of them late. Only named, never ranked."""
    units = [
        f"{unit}（{len(own)}项）"
        for unit, own in by_lead(quotes).items()
        if all(quote.phase == Phase.CLOSED and quote.on_time >= quote.came_due for quote in own)
    ]
    return f"{'、'.join(units)}牵头办理的事项已全部按期办结。" if units else ""


def problems(lagging) -> str:
    """Who lags with which items of the annex, unit by unit."""
    if not lagging:
        return ""
    units = by_lead(lagging)
    places = "、".join(str(quote.order) for quote in lagging)
    named = "、".join(units)
    head = (
        f"正在办理的{{正在办理}}项中，第{places}项共{len(lagging)}项进展滞后，涉及{named}"
        f"{f'等{len(units)}个单位' if len(units) > 1 else ''}。"
    )
    lines = (
        f"（{chinese(place)}）{unit}。{_items(own)}" for place, (unit, own) in enumerate(units.items(), 1)
    )
    return "\n".join([head, *lines])


def _items(quotes) -> str:
    return "；".join(map(_item, quotes)) + "。"


def _item(quote) -> str:
    why = quote.reason.rstrip("。；") or f"超过办理时限（{quote.due}）仍未办结"
    return f"第{quote.order}项“{gist(quote.title, TITLE_WORDS)}”，{why}"


def demands(lagging: bool) -> str:
    late = "进展滞后的单位要逐项查找原因，明确整改措施和完成时间，书面报督查局。" if lagging else ""
    return "\n".join(
        (
            f"（一）压实工作责任。各承办单位主要负责人要亲自过问，对照办理时限倒排工期、逐项推进。{late}",
            "（二）加强协同配合。牵头单位要主动协调，协办单位要积极配合，形成合力，不得推诿扯皮。",
            "（三）严格督查销号。督查局将持续跟踪，成熟一项、审核一项、销号一项，并适时开展“回头看”。",
        )
    )
