"""The few elements that a chart is drawn of. Every text is escaped; nothing refers to anything outside."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

SIZE = 9  # pt of type
INK, GREY, PALE, RED, PAPER = "#000", "#9a9a9a", "#d5d5d5", "#e60012", "#fff"
FAMILY = "Typeset Latin, Typeset Song, Typeset Rare, SimSun, serif"


def text(
    x: float, y: float, words: str, anchor: str = "middle", size: float = SIZE, turn: float = 0
) -> SafeString:
    """Words with their baseline at `y`."""
    turned = format_html(' transform="rotate({} {:.2f} {:.2f})"', turn, x, y) if turn else ""
    return format_html(
        '<text x="{}" y="{}" font-size="{}" font-family="{}" text-anchor="{}"{}>{}</text>',
        f"{x:.2f}",
        f"{y:.2f}",
        size,
        FAMILY,
        anchor,
        turned,
        words,
    )


def line(x1, y1, x2, y2, colour: str = INK, width: float = 0.6, dash: str = "") -> SafeString:
    dashed = format_html(' stroke-dasharray="{}"', dash) if dash else ""
    return format_html(
        '<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}" stroke-width="{}"{}/>',
        f"{x1:.2f}",
        f"{y1:.2f}",
        f"{x2:.2f}",
        f"{y2:.2f}",
        colour,
        width,
        dashed,
    )


def rect(x, y, width, height, fill: str, stroke: str = INK) -> SafeString:
    return format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" fill="{}" stroke="{}" stroke-width=".5"/>',
        f"{x:.2f}",
        f"{y:.2f}",
        f"{max(width, 0):.2f}",
        f"{max(height, 0):.2f}",
        fill,
        stroke,
    )


def polyline(points, colour: str, dash: str) -> SafeString:
    path = " ".join(f"{x:.2f},{y:.2f}" for x, y in points)
    dashed = format_html(' stroke-dasharray="{}"', dash) if dash else ""
    return format_html(
        '<polyline points="{}" fill="none" stroke="{}" stroke-width="1.4"{}/>', path, colour, dashed
    )


def polygon(points, fill: str, stroke: str) -> SafeString:
    path = " ".join(f"{x:.2f},{y:.2f}" for x, y in points)
    return format_html('<polygon points="{}" fill="{}" stroke="{}" stroke-width=".8"/>', path, fill, stroke)
