"""The plan of a number and what was reported of it, drawn: small beside its words in the ledger, larger on the page. The plan is a
dashed line, what was reported a full one with marks; what is drawn also stands there in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString

from bureau.org.reading.quantities import shown
from bureau.press.typeset.blocks import join
from bureau.press.typeset.charts.svg import GREY, INK, PALE, line, polyline, rect, text
from directives.pace import Pace
from directives.progress import Progress

PLAN, DONE, DASH = "#6b6b6b", "#1f5fbf", "4 3"
LEFT, RIGHT, TOP, FOOT, TYPE = 48, 412, 26, 182, 12  # of the curve
Point = tuple[date, Decimal]


@dataclass(frozen=True)
class Frame:
    """Where days and numbers lie: between `left` and `right`, `top` and `foot`."""

    days: tuple[date, date]
    values: tuple[Decimal, Decimal]
    left: float
    right: float
    top: float
    foot: float

    def x(self, day: date) -> float:
        first, last = self.days
        share = (min(max(day, first), last) - first).days / max((last - first).days, 1)
        return self.left + (self.right - self.left) * share

    def y(self, value: Decimal) -> float:
        low, high = self.values
        return self.foot - (self.foot - self.top) * float((value - low) / (high - low))

    def spots(self, points: Iterable[Point]) -> list[tuple[float, float]]:
        return [(self.x(day), self.y(value)) for day, value in points]


def frame(progress: Progress, pace: Pace, left: float, right: float, top: float, foot: float) -> Frame:
    told = done(progress, pace)
    numbers = [value for _day, value in (*pace.points, *told)]
    low = min(Decimal(0), *numbers) if pace.base <= pace.target else min(numbers)
    high = max(numbers)
    last = max(pace.end, *(day for day, _value in told)) if told else pace.end
    return Frame((pace.start, last), (low, high if high > low else low + 1), left, right, top, foot)


def done(progress: Progress, pace: Pace) -> list[Point]:
    """What was reported, from where it began."""
    told = [(max(one.day, pace.start), one.value) for one in progress.told]
    return [(pace.start, pace.base), *told] if told and not pace.ceiling else told


def sparkline(progress: Progress) -> SafeString:
    """An <svg> as high as a line; empty before it was given out."""
    if (pace := progress.pace) is None:
        return SafeString("")
    within = frame(progress, pace, 2, 62, 3, 17)
    told = within.spots(done(progress, pace))
    return format_html(
        '<svg class="spark" width="64" height="20" viewBox="0 0 64 20" aria-hidden="true">{}</svg>',
        join((polyline(within.spots(pace.points), PLAN, "3 2"), *course(told, 1.8))),
    )


def course(told: list[tuple[float, float]], size: float) -> list[SafeString]:
    """What was reported as a line, the last of it marked."""
    if not told:
        return []
    marks = [rect(x - size, y - size, 2 * size, 2 * size, DONE, DONE) for x, y in told[-1:]]
    return [polyline(told, DONE, ""), *marks]


def curve(progress: Progress) -> SafeString:
    """An <svg> for the page, as wide as it is given room; empty before it was given out."""
    if (pace := progress.pace) is None:
        return SafeString("")
    within = frame(progress, pace, LEFT, RIGHT, TOP, FOOT)
    told = within.spots(done(progress, pace))
    parts = [
        *legend(),
        *axes(within, progress.target.unit),
        *today(within, progress.today),
        polyline(within.spots(pace.points), PLAN, DASH),
        *course(told, 3),
        *(rect(x - 2, y - 2, 4, 4, "#fff", DONE) for x, y in told[:-1]),
    ]
    return format_html(
        '<svg class="curve" viewBox="0 0 420 210" role="img" aria-label="{}">{}</svg>',
        f"序时进度图：{progress.words}",
        join(parts),
    )


def legend() -> list[SafeString]:
    return [
        line(LEFT, 8, LEFT + 28, 8, PLAN, 1.4, DASH),
        text(LEFT + 34, 12, "计划", "start", TYPE),
        polyline([(LEFT + 78, 8), (LEFT + 106, 8)], DONE, ""),
        rect(LEFT + 89, 5, 6, 6, DONE, DONE),
        text(LEFT + 112, 12, "实际", "start", TYPE),
    ]


def axes(within: Frame, unit: str) -> list[SafeString]:
    low, high = within.values
    first, last = within.days
    return [
        line(within.left, within.foot, within.right, within.foot, INK),
        line(within.left, within.top, within.right, within.top, PALE),
        text(within.left - 6, within.top + 4, f"{shown(high)}", "end", TYPE),
        text(within.left - 6, within.foot + 4, f"{shown(low)}", "end", TYPE),
        text(within.left - 6, within.top + 18, unit, "end", TYPE),
        text(within.left, within.foot + 18, f"{first:%Y-%m-%d}", "start", TYPE),
        text(within.right, within.foot + 18, f"{last:%Y-%m-%d}", "end", TYPE),
    ]


def today(within: Frame, day: date) -> list[SafeString]:
    """Where one stands, unless that is at an end."""
    x = within.x(day)
    if not within.left + 70 < x < within.right - 70:
        return []
    return [
        line(x, within.top, x, within.foot, GREY, 0.6, "2 2"),
        text(x, within.foot + 18, f"今天 {day:%m-%d}", "middle", TYPE),
    ]
