"""Tables as HTML: composed cells, a head that returns on each page, rows never cut."""

from collections.abc import Iterator, Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .blocks import Blocks, block, join
from .columns import column_widths
from .faces import FANG, HEI, SONG
from .measure import CELL_PADDING, TABLE_SIZE
from .sheets import Table, head_places, head_rows


def table_html(table: Table, available: float, blocks: Blocks, size: float = TABLE_SIZE) -> SafeString:
    """A table `available` pt wide in type of `size` pt, which its style sheet says too."""
    widths = column_widths(table, available, blocks.metrics, size)
    rooms = [width - 2 * CELL_PADDING for width in widths]
    heads = join(_heads(table, widths, blocks, size))
    ends = {0, len(table.rows) - 2}
    rows = [
        block("tr", "kept" if place in ends else "", _row(row, table, rooms, blocks, size))
        for place, row in enumerate(table.rows)
    ]
    bodies = _groups(table, rows, available, blocks, size) if table.groups else block("tbody", "", *rows)
    framed = framed_table("", widths, format_html("<thead>{}</thead>{}", heads, bodies))
    return join((framed, _source(table, available, blocks, size)))


def _heads(table: Table, widths: list[float], blocks: Blocks, size: float) -> Iterator[SafeString]:
    tops = head_rows(table)
    for row, places in zip(tops, head_places(tops), strict=True):
        cells = (
            format_html(
                '<th scope="{}" colspan="{}" rowspan="{}">{}</th>',
                "colgroup" if head.columns > 1 else "col",
                head.columns,
                head.rows,
                blocks.head(head.words, size, sum(widths[at : at + head.columns]) - 2 * CELL_PADDING, HEI),
            )
            for head, at in zip(row, places, strict=True)
        )
        yield block("tr", "", *cells)


def _source(table: Table, available: float, blocks: Blocks, size: float) -> SafeString | str:
    if not table.source:
        return ""
    lines = blocks.ragged(table.source, size, available, FANG).split("\n")
    return block("div", "source", *(block("span", "line", line) for line in lines))


def _groups(
    table: Table, rows: list[SafeString], available: float, blocks: Blocks, size: float
) -> SafeString:
    """The rows of each group below a line that names it and stays with the first of them."""
    bodies, start = [], 0
    for name, count in table.groups:
        words = blocks.ragged(f"{name}（{count}）", size, available - 2 * CELL_PADDING, HEI)
        head = format_html(
            '<tr class="group"><th class="left" colspan="{}">{}</th></tr>', len(table.columns), words
        )
        bodies.append(block("tbody", "", head, *rows[start : start + count]))
        start += count
    return join(bodies)


def framed_table(css: str, widths: Sequence[float], content: str) -> SafeString:
    """A table of fixed column widths in pt around its sections."""
    columns = join(format_html('<col style="width:{}">', f"{width:.2f}pt") for width in widths)
    return block("table", css, columns, content)


def _row(row: Sequence[str], table: Table, rooms: list[float], blocks: Blocks, size: float) -> SafeString:
    cells = zip(row, table.columns, rooms, strict=True)
    return join(
        block("td", column.align, blocks.ragged(text, size, room, SONG)) for text, column, room in cells
    )
