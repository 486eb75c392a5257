"""署名 and day below the text (GB/T 9704—2012 §7.3.5.1): the organ centred above the day, room above for the seal."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .blocks import Blocks, block, join
from .faces import FANG
from .measure import BODY_SIZE, CELL, MEASURE
from .metrics import Metrics


def signature_html(lines: tuple[str, str], blocks: Blocks) -> SafeString:
    """`lines`: the organ, and the day, which stands four characters in."""
    indent, width = signature_place(lines, blocks.metrics)
    style = f"width:{width:.2f}pt;margin-left:{indent:.2f}pt"
    drawn = join(block("span", "line", text) for text in lines)
    return format_html('<div class="signature" style="{}">{}</div>', style, drawn)


def signature_place(lines: tuple[str, str], metrics: Metrics) -> tuple[float, float]:
    """From the left edge to the block in which both are centred, and its width, in pt."""
    longer = max(metrics.text_width(text, FANG) for text in lines) * BODY_SIZE
    date_width = metrics.text_width(lines[1], FANG) * BODY_SIZE
    inset = max(0.0, 4 * CELL - (longer - date_width) / 2)
    return MEASURE - longer - 1 - inset, longer + 1
