"""The strands of a chart by name, above it, in as many rows as they need."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from ..blocks import join
from ..sheets import Chart
from .looks import filled, mark, order_of, stroke_of
from .svg import SIZE, line, text

ROW, GAP, SWATCH, BEFORE = 13, 14, 10, 3  # pt: of a row, between entries, of a sample, before its name


@dataclass(frozen=True)
class Legend:
    """The drawing, and its height in pt."""

    drawn: SafeString
    height: float


def legend(chart: Chart, width: float) -> Legend:
    """What is counted first, then sample and name of each strand."""
    unit = f"单位：{chart.unit}"
    parts, x, y = [text(0, 9, unit, "start", 8)], len(unit) * 8.0 + GAP, 0.0
    sample = 2 * SWATCH if chart.kind == "lines" else SWATCH
    for strand, look in zip(chart.strands, order_of(chart.strands), strict=True):
        taken = sample + BEFORE + len(strand.name) * SIZE
        if x + taken > width:
            x, y = 0.0, y + ROW
        parts += [*sampled(chart.kind, x, y, look), text(x + sample + BEFORE, y + 9, strand.name, "start")]
        x += taken + GAP
    return Legend(join(parts), y + ROW)


def sampled(kind: str, x: float, y: float, look: int) -> list[SafeString]:
    """A piece of the line with its mark, or of the bar."""
    if kind != "lines":
        return [filled(x, y + 1.5, SWATCH, 8, look)]
    colour, dash = stroke_of(look)
    return [line(x, y + 6, x + 2 * SWATCH, y + 6, colour, 1.4, dash), mark(x + SWATCH, y + 6, look)]
