"""How strands are told apart without colour: fills by hatching, lines by dash and mark."""

from django.utils.safestring import SafeString

from ..blocks import join
from .svg import GREY, INK, PALE, PAPER, RED, line, polygon, rect

GAP = 4.0  # pt between the lines of a hatching
DASHES = ("", "5 2", "1.5 1.5", "6 2 1.5 2", "9 3")
MARK = 2.6  # pt from the middle of a mark to its edge


def order_of(strands) -> list[int]:
    """For each strand its place among those that are not red; the red one stands for itself."""
    places, next_place = [], 0
    for strand in strands:
        places.append(-1 if strand.red else next_place)
        next_place += not strand.red
    return places


def filled(x: float, y: float, width: float, height: float, place: int) -> SafeString:
    """A bar: red with rising lines, then solid black, grey, hatched, cross-hatched, white."""
    if place < 0:
        return join((rect(x, y, width, height, RED, RED), hatching(x, y, width, height, PAPER, rising=True)))
    fills = (
        lambda: rect(x, y, width, height, "#404040"),
        lambda: rect(x, y, width, height, PALE),
        lambda: join((rect(x, y, width, height, PAPER), hatching(x, y, width, height, INK))),
        lambda: rect(x, y, width, height, GREY),
        lambda: rect(x, y, width, height, PAPER),
    )
    return fills[place % len(fills)]()


def hatching(x, y, width, height, colour: str, rising: bool = False) -> SafeString:
    """Slanted lines clipped to the rectangle."""
    lines, offset = [], GAP
    while offset < width + height:
        x1, y1 = (offset, 0) if offset <= width else (width, offset - width)
        x2, y2 = (0, offset) if offset <= height else (offset - height, height)
        if rising:
            y1, y2 = height - y1, height - y2
        lines.append(line(x + x1, y + y1, x + x2, y + y2, colour, 0.5))
        offset += GAP
    return join(lines)


def stroke_of(place: int) -> tuple[str, str]:
    """Colour and dash of a line."""
    if place < 0:
        return RED, ""
    return (INK, GREY)[place % 2], DASHES[place % len(DASHES)]


def mark(x: float, y: float, place: int) -> SafeString:
    """A square, a triangle, a diamond, a triangle upside down, a bar; a red one is a full square."""
    colour, _dash = stroke_of(place)
    corners = {
        0: ((-1, -1), (1, -1), (1, 1), (-1, 1)),
        1: ((0, -1.2), (1.1, 0.9), (-1.1, 0.9)),
        2: ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
        3: ((-1.1, -0.9), (1.1, -0.9), (0, 1.2)),
        4: ((-1.3, -0.5), (1.3, -0.5), (1.3, 0.5), (-1.3, 0.5)),
    }[max(place, 0) % 5]
    return polygon(
        [(x + dx * MARK, y + dy * MARK) for dx, dy in corners], colour if place <= 0 else PAPER, colour
    )
