"""A course drawn on the measure: states below each other in boxes, beside each the ways that lead from it. Forward, back and
staying are told apart by the shape of their marks: a full triangle, a hollow one, a stroke."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from ..blocks import join
from ..sheets import Course, Station, Way
from .svg import GREY, INK, PAPER, SIZE, line, polygon, rect, text

BOX, HIGH, ROW, AIR = 92, 20, 14, 10  # pt: of a box, of a line of ways, between stations
FROM = BOX + 14  # where marks stand
WORDS = FROM + 14


def course_svg(course: Course, width: float) -> SafeString:
    """An <svg> `width` pt wide."""
    parts, y = [legend()], 20.0
    for station in course.stations:
        parts.append(drawn(station, y, width))
        high = height(station, width)
        if station.onward and station != course.stations[-1]:
            parts.append(down(y + HIGH, y + high + AIR))
        y += high + AIR
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" width="{0}pt" height="{1}pt" viewBox="0 0 {0} {1}">{2}</svg>',
        f"{width:.2f}",
        f"{y:.2f}",
        join(parts),
    )


def drawn(station: Station, y: float, width: float) -> SafeString:
    middle = y + HIGH / 2
    parts = [
        rect(0.5, y, BOX, HIGH, PAPER),
        text(BOX / 2, middle + SIZE / 3, station.label, size=fitting(station.label)),
    ]
    if station.ways:
        parts.append(line(BOX, middle, FROM - 4, middle))
    below = y + HIGH / 2
    for way in station.ways:
        parts += [mark(way.kind, FROM, below), *lines(way, below, width)]
        below += ROW * len(broken(way, width))
    if len(station.ways) > 1:
        last = below - ROW * len(broken(station.ways[-1], width))
        parts.append(line(FROM - 4, middle, FROM - 4, last))
    return join(parts)


def lines(way: Way, y: float, width: float) -> list[SafeString]:
    return [
        text(WORDS, y + SIZE / 3 + ROW * place, words, "start")
        for place, words in enumerate(broken(way, width))
    ]


def broken(way: Way, width: float) -> list[str]:
    """Its words in lines that have room."""
    words, most = (
        f"{way.label}　{way.to}" if way.kind == "stays" else f"{way.label} → {way.to}",
        int((width - WORDS) / SIZE),
    )
    return [words[start : start + most] for start in range(0, len(words), most)]


def height(station: Station, width: float) -> float:
    return max(HIGH, HIGH / 2 + ROW * sum(len(broken(way, width)) for way in station.ways))


def fitting(label: str) -> float:
    return min(SIZE, (BOX - 6) / max(len(label), 1))


def mark(kind: str, x: float, y: float) -> SafeString:
    if kind == "stays":
        return line(x, y, x + 7, y, INK, 1)
    if kind == "back":
        return polygon([(x + 7, y - 3.5), (x + 7, y + 3.5), (x, y)], PAPER, INK)
    return polygon([(x, y - 3.5), (x, y + 3.5), (x + 7, y)], INK, INK)


def down(top: float, foot: float) -> SafeString:
    """From one box to the next."""
    x = BOX / 2
    tip = polygon([(x - 3, foot - 5), (x + 3, foot - 5), (x, foot)], GREY, GREY)
    return join((line(x, top, x, foot - 5, GREY, 0.8), tip))


def legend() -> SafeString:
    told = (("on", "转到后面的状态"), ("back", "回到前面的状态"), ("stays", "状态不变"))
    return join(
        part
        for place, (kind, words) in enumerate(told)
        for part in (mark(kind, 2 + place * 105, 7), text(13 + place * 105, 10, words, "start"))
    )


def course_words(course: Course) -> str:
    """For who hears the document instead of seeing it."""
    return "".join(
        f"{station.label}：{'；'.join(f'{way.label}，{way.to}' for way in station.ways) or '到此为止'}。"
        for station in course.stations
    )
