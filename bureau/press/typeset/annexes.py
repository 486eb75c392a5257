"""附件说明 below the text, and the annexes, each from a new page (GB/T 9704—2012 §7.3.4, §7.3.7)."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .blocks import Blocks, block, join
from .faces import FANG
from .inserts import content_html
from .lines import Setting
from .measure import ANNEX_SIZE, BODY_SIZE, LYING, MEASURE
from .sheets import Annex

_NAME_INDENT = 5  # characters before an annex's name in the list below the text: two, 「附件：」


def annexes_html(annexes: tuple[Annex, ...], blocks: Blocks) -> SafeString:
    return join(_annex(annex, label, blocks) for label, annex in _labelled(annexes))


def _labelled(annexes: tuple[Annex, ...]) -> list[tuple[str, Annex]]:
    if len(annexes) == 1:
        return [("附件", annexes[0])]
    return [(f"附件{number}", annex) for number, annex in enumerate(annexes, 1)]


def annex_list(annexes: tuple[Annex, ...], blocks: Blocks) -> SafeString | str:
    """附件说明: one blank line below the text, names aligned (GB/T 9704—2012 §7.3.4)."""
    if not annexes:
        return ""
    return block("div", "annexes", *(_annex_line(number, annexes, blocks) for number in range(len(annexes))))


def _annex_line(number: int, annexes: tuple[Annex, ...], blocks: Blocks) -> SafeString:
    many = len(annexes) > 1
    mark = f"{number + 1}." if many else ""
    label = ("附件：" if number == 0 else "　　　") + mark
    first = blocks.width(mark, FANG)
    inset = BODY_SIZE * (_NAME_INDENT + first)
    name = blocks.ragged(annexes[number].title, BODY_SIZE, MEASURE - inset, FANG)
    return format_html(
        '<div class="annex-line" style="padding-left:{}"><span class="label">{}</span>{}</div>',
        f"{inset:.2f}pt",
        label,
        name,
    )


def _annex(annex: Annex, label: str, blocks: Blocks) -> SafeString:
    mark = format_html('<p class="annex-mark hei">{}</p>', label)
    note = blocks.flush_left(annex.note, "note", Setting(12, MEASURE, flush=False))
    title = blocks.title(annex.title, "h2")
    made = content_html(annex.content, blocks, annex.title, ANNEX_SIZE, LYING if annex.landscape else MEASURE)
    return block("section", "annex lying" if annex.landscape else "annex", mark, title, made, note)
