"""报, 送, 发 of a bulletin and 抄送 of a letter: 14 pt at the foot of the last page, aligned behind the label."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .blocks import Blocks, block
from .faces import FANG
from .lines import Run, Setting
from .measure import MEASURE
from .tidy import tidy

_SIZE, _INSET, _LINE, _AIR = 14, 14, 24, 24  # pt
COPY_TO = "抄送："


def receivers(text: str, blocks: Blocks, label: int = 2) -> list[SafeString]:
    """Lines that stand below the first word after the label, which has so many characters."""
    setting = Setting(_SIZE, MEASURE - 2 * _INSET, rest=label * _SIZE)
    return [
        block("div", "rest" if number else "first", line)
        for number, line in enumerate(blocks.separate_lines([Run(text, FANG)], setting))
    ]


def tail_height(lines: int) -> int:
    """In pt, of so many lines of receivers and the one below them."""
    return (lines + 1) * _LINE + _AIR


def copies_html(copy_to: str, blocks: Blocks) -> SafeString | str:
    """抄送 of a letter, which ends with a full stop and has no rules (GB/T 9704—2012 §7.4.2, §10.1)."""
    words = tidy(copy_to).rstrip("。；，")
    if not words:
        return ""
    lines = receivers(f"{COPY_TO}{words}。", blocks, len(COPY_TO))
    tail = block("footer", "tail copies-to", *lines)
    return format_html('<div class="tail-place" style="height:{}pt">{}</div>', len(lines) * _LINE, tail)
