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
LONGEST = 16  # characters of a label; a longer one is cut


def lying(chart: Chart, width: float) -> tuple[SafeString, float]:
    """The drawing and its height in pt."""
    left = min(max(map(len, chart.labels), default=0), LONGEST) * SIZE + 6
    count = 1 if chart.kind == "stacked" else len(chart.strands)
    row = BAR * count + AIR
    scale = scale_for(lengths(chart), width - left - END, whole=False)
    named = legend(chart, width)
    top = named.height + ABOVE
    parts = [named.drawn, line(left, top, left, top + row * len(chart.labels), INK, 0.8)]
    for place, label in enumerate(chart.labels):
        y = top + row * place
        parts.append(text(left - 4, y + row / 2 + 3, cut(label), "end"))
        draw = stack if chart.kind == "stacked" else beside
        parts.append(draw(chart, place, left, y + AIR / 2, scale))
    return join(parts), top + row * len(chart.labels) + 4


def lengths(chart: Chart) -> list[float]:
    rows = zip(*(strand.values for strand in chart.strands), strict=True)
    if chart.kind == "stacked":
        return [sum(value or 0 for value in values) for values in rows]
    return [value for values in rows for value in values if value is not None]


def cut(label: str) -> str:
    return label if len(label) <= LONGEST else f"{label[: LONGEST - 1]}…"


def beside(chart: Chart, place: int, left: float, y: float, scale) -> SafeString:
    parts = []
    for number, (strand, look) in enumerate(zip(chart.strands, order_of(chart.strands), strict=True)):
        if (value := strand.values[place]) is not None:
            parts.append(filled(left, y + BAR * number, scale.at(value), BAR - 1, look))
            parts.append(text(left + scale.at(value) + 3, y + BAR * number + 7, shown(value), "start", 8))
    return join(parts)


def stack(chart: Chart, place: int, left: float, y: float, scale) -> SafeString:
    parts, along = [], 0.0
    for strand, look in zip(chart.strands, order_of(chart.strands), strict=True):
        if value := strand.values[place]:
            parts.append(filled(left + scale.at(along), y, scale.at(value), BAR, look))
            along += value
    return join((*parts, text(left + scale.at(along) + 3, y + 7.5, shown(along), "start", 8)))
