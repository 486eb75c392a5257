"""Bars that lie, one row a label: for many labels, or long ones."""

from django.utils.safestring import SafeString

from ..blocks import join
from ..sheets import Chart
from .legend import legend
from .looks import filled, order_of
from .scale import scale_for, shown
from .svg import INK, SIZE, line, text

ABOVE, BAR, AIR, END = (
    9,
    8.5,
    6.5,
    26,
)  # pt: above the rows, of a bar, between rows, for the figure at the end
HIGHEST, THINNEST, BARE = (
    330,
    2.6,
    4.5,
)  # pt: of all rows, half a page; of a bar that gives way; too thin for a figure
LONGEST = 16  # characters of a label; a longer one is cut


def lying(chart: Chart, width: float) -> tuple[SafeString, float]:
    """The drawing and its height in pt."""
    left = min(max(map(len, chart.labels), default=0), LONGEST) * SIZE + 6
    count = 1 if chart.kind == "stacked" else len(chart.strands)
    bar, air = pitch(len(chart.labels), count)
    row = bar * count + air
    scale = scale_for(lengths(chart), width - left - END, whole=False)
    named = legend(chart, width)
    top = named.height + ABOVE
    parts = [named.drawn, line(left, top, left, top + row * len(chart.labels), INK, 0.8)]
    for place, label in enumerate(chart.labels):
        y = top + row * place
        size = min(SIZE, row)
        parts.append(text(left - 4, y + row / 2 + size / 3, cut(label), "end", size))
        draw = stack if chart.kind == "stacked" else beside
        parts.append(draw(chart, place, left, y + air / 2, scale, bar))
    return join(parts), top + row * len(chart.labels) + 4


def pitch(labels: int, count: int) -> tuple[float, float]:
    """The height of a bar and of the air between rows, in pt: usual ones, or as low as keeps the chart to half a page."""
    row = min(BAR * count + AIR, max(HIGHEST / max(labels, 1), THINNEST * count + 2))
    air = min(AIR, max(2, row * 0.3))
    return (row - air) / count, air


def lengths(chart: Chart) -> list[float]:
    rows = zip(*(strand.values for strand in chart.strands), strict=True)
    if chart.kind == "stacked":
        return [sum(value or 0 for value in values) for values in rows]
    return [value for values in rows for value in values if value is not None]


def cut(label: str) -> str:
    return label if len(label) <= LONGEST else f"{label[: LONGEST - 1]}…"


def beside(chart: Chart, place: int, left: float, y: float, scale, bar: float) -> SafeString:
    parts = []
    for number, (strand, look) in enumerate(zip(chart.strands, order_of(chart.strands), strict=True)):
        if (value := strand.values[place]) is not None:
            top, end = y + bar * number, left + scale.at(value)
            parts.append(filled(left, top, scale.at(value), bar * 0.88, look))
            parts.append(figure(end, top, value, bar))
    return join(parts)


def figure(x: float, top: float, value: float, bar: float) -> SafeString | str:
    """At the end of a bar, unless that is too thin for it."""
    size = min(8, bar + 0.5)
    return text(x + 3, top + bar / 2 + size * 0.36, shown(value), "start", size) if bar >= BARE else ""


def stack(chart: Chart, place: int, left: float, y: float, scale, bar: float) -> SafeString:
    parts, along = [], 0.0
    for strand, look in zip(chart.strands, order_of(chart.strands), strict=True):
        if value := strand.values[place]:
            parts.append(filled(left + scale.at(along), y, scale.at(value), bar, look))
            along += value
    return join((*parts, figure(left + scale.at(along), y, along, bar)))
