"""A chart drawn on the measure: upright while its labels have room below, else lying, one row a label."""

from math import ceil

from django.utils.html import format_html
from django.utils.safestring import SafeString

from ..blocks import join
from ..sheets import Chart
from .legend import legend
from .looks import filled, mark, order_of, stroke_of
from .lying import lying
from .scale import Scale, scale_for, shown
from .svg import INK, SIZE, line, polyline, text
from .tidied import tidied

LEFT, RIGHT, ABOVE = 30, 6, 14  # pt: of what frames the plot
LOWEST, A_STEP, TWO_LINES = (
    88,
    12,
    26,
)  # pt: of the plot, more of it for each step of the axis, of the labels below
CLOSE, ROOM_BELOW = (
    18,
    13,
)  # pt between points; nearer ones bear no figures; nor below a point that is near the axis
LABEL_LINE = 11
BAR_SHARE = 0.72  # of a label's room; the rest is air


def chart_svg(chart: Chart, width: float) -> SafeString:
    """An <svg> `width` pt wide."""
    chart = tidied(chart)
    if chart.kind != "lines" and not fits_upright(chart, width):
        body, height = lying(chart, width)
    else:
        body, height = upright(chart, width)
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" width="{}pt" height="{}pt" viewBox="0 0 {} {}">{}</svg>',
        f"{width:.2f}",
        f"{height:.2f}",
        f"{width:.2f}",
        f"{height:.2f}",
        body,
    )


def fits_upright(chart: Chart, width: float) -> bool:
    """Whether every label has room in two lines below its bars."""
    room = (width - LEFT - RIGHT) / max(len(chart.labels), 1)
    return all(len(label) * SIZE / 2 <= room for label in chart.labels) and room >= 18


def upright(chart: Chart, width: float) -> tuple[SafeString, float]:
    """Plot, axis, labels below, legend above, and the height in pt: that which the steps of the axis need."""
    room = (width - LEFT - RIGHT) / max(len(chart.labels), 1)
    named = legend(chart, width)
    foot = named.height + ABOVE + LOWEST + A_STEP * len(scale_for(tops(chart), 1, whole(chart)).ticks)
    scale = scale_for(tops(chart), foot - named.height - ABOVE, whole(chart))
    parts = [named.drawn, axis(scale, width, foot)]
    draw = {"bars": bars, "stacked": stacked, "lines": lines}[chart.kind]
    parts.append(draw(chart, scale, room, foot))
    every = every_so_many(chart.labels, room)
    parts += [
        below(label, LEFT + room * (place + 0.5), foot, room * every)
        for place, label in enumerate(chart.labels)
        if place % every == 0
    ]
    return join(parts), foot + TWO_LINES


def every_so_many(labels, room: float) -> int:
    """Of labels too many for the width — the months of a line — only so many are written."""
    return max(1, ceil(max(map(len, labels), default=0) / 2 * SIZE / room))


def whole(chart: Chart) -> bool:
    """Whether everything counted is a whole number."""
    return all(value is None or value == int(value) for one in chart.strands for value in one.values)


def tops(chart: Chart) -> list[float]:
    """The height of each bar, of each stack, of each point."""
    if chart.kind == "stacked":
        return [
            sum(value or 0 for value in values)
            for values in zip(*(s.values for s in chart.strands), strict=True)
        ]
    return [value for strand in chart.strands for value in strand.values if value is not None]


def axis(scale: Scale, width: float, foot: float) -> SafeString:
    ticks = (
        join(
            (
                line(LEFT, foot - scale.at(tick), width - RIGHT, foot - scale.at(tick), "#c8c8c8", 0.4),
                text(LEFT - 4, foot - scale.at(tick) + 3, shown(tick), "end"),
            )
        )
        for tick in scale.ticks[1:]
    )
    zero = line(LEFT, foot, width - RIGHT, foot, INK, 0.8)
    return join((*ticks, zero, text(LEFT - 4, foot + 3, "0", "end")))


def below(label: str, x: float, foot: float, room: float) -> SafeString:
    """A label in one line or two."""
    if len(label) * SIZE <= room:
        return text(x, foot + LABEL_LINE, label)
    half = (len(label) + 1) // 2
    return join((text(x, foot + LABEL_LINE, label[:half]), text(x, foot + 2 * LABEL_LINE, label[half:])))


def bars(chart: Chart, scale: Scale, room: float, foot: float) -> SafeString:
    width = room * BAR_SHARE / len(chart.strands)
    parts = []
    for number, (strand, look) in enumerate(zip(chart.strands, order_of(chart.strands), strict=True)):
        for place, value in enumerate(strand.values):
            if value is None:
                continue
            x = LEFT + room * place + room * (1 - BAR_SHARE) / 2 + width * number
            parts.append(filled(x, foot - scale.at(value), width, scale.at(value), look))
            parts.append(
                text(x + width / 2, foot - scale.at(value) - 2.5, shown(value), size=fitting(value, width))
            )
    return join(parts)


def fitting(value: float, width: float) -> float:
    """The size at which a figure stands over its bar."""
    return min(SIZE, max(5.5, (width + 3) / max(len(shown(value)) * 0.5, 1)))


def stacked(chart: Chart, scale: Scale, room: float, foot: float) -> SafeString:
    width, parts = room * BAR_SHARE, []
    for place in range(len(chart.labels)):
        x, high = LEFT + room * place + room * (1 - BAR_SHARE) / 2, 0.0
        for strand, look in zip(chart.strands, order_of(chart.strands), strict=True):
            value = strand.values[place] or 0
            parts.append(
                filled(x, foot - scale.at(high + value), width, scale.at(value), look) if value else ""
            )
            high += value
        parts.append(text(x + width / 2, foot - scale.at(high) - 2.5, shown(high)))
    return join(parts)


def lines(chart: Chart, scale: Scale, room: float, foot: float) -> SafeString:
    parts = []
    for strand, look in zip(chart.strands, order_of(chart.strands), strict=True):
        points = [
            (LEFT + room * (place + 0.5), foot - scale.at(value))
            for place, value in enumerate(strand.values)
            if value is not None
        ]
        colour, dash = stroke_of(look)
        parts.append(polyline(points, colour, dash) if points else "")
        parts += [mark(x, y, look) for x, y in points]
    if room >= CLOSE:
        parts += figures(chart, scale, room, foot)
    return join(parts)


def figures(chart: Chart, scale: Scale, room: float, foot: float) -> list[SafeString]:
    """At each label the highest point's figure above it and the lowest one's below: between them lines run."""
    parts = []
    for place, values in enumerate(zip(*(strand.values for strand in chart.strands), strict=True)):
        known, x = [value for value in values if value is not None], LEFT + room * (place + 0.5)
        if known:
            parts.append(text(x, foot - scale.at(max(known)) - 5, shown(max(known)), size=8))
        if known and min(known) < max(known) and scale.at(min(known)) > ROOM_BELOW:
            parts.append(text(x, foot - scale.at(min(known)) + 11, shown(min(known)), size=8))
    return parts
