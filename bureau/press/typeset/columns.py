"""Widths of a table's columns: by share where given, else so that the rows become low."""

import re
from itertools import pairwise

from .faces import HEI, SONG
from .kinsoku import loose_breaks
from .measure import CELL_PADDING, TABLE_SIZE
from .metrics import Metrics
from .sheets import Table, head_places
from .tidy import tidy
from .words import unsplit

_FRAME = 2 * CELL_PADDING + 1.5  # pt of a column that hold no text
_LEAST, _LONGEST_WORD, _LONGEST_NAME = 2, 5, 7  # em; a name of more than five stands in two halves
_LONGEST_CODE = 11  # em of a number such as 「桃督〔2026〕12号」, or of a date

_CODE = re.compile(
    r"[\u4e00-\u9fffA-Za-z]{0,6}〔\d{4}〕\d+号|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|[0-9A-Za-z.,%/—-]+"
)


def column_widths(table: Table, available: float, metrics: Metrics, size: float = TABLE_SIZE) -> list[float]:
    """Widths in pt that fill `available`, for type of `size` pt.

    The height of a cell falls with the width of its column; Σ (text ÷ width)³ over all cells stands for the height
    of the table and is least where widths go with the fourth root of Σ text³. No column falls below its floor.
    """
    texts = [[row[number] for row in table.rows] for number in range(len(table.columns))]
    heads = [column.head for column in table.columns]
    floors = [_floor(head, cells, metrics, size) for head, cells in zip(heads, texts, strict=True)]
    floors = _under_heads(table, floors, metrics, size)
    wishes = [sum(metrics.text_width(cell, SONG) ** 3 for cell in cells) ** 0.25 + 1 for cells in texts]
    shares = [column.share for column in table.columns]
    if all(share is not None for share in shares):
        return [available * share / sum(shares) for share in shares]
    if sum(floors) >= available:
        return [available * floor / sum(floors) for floor in floors]
    return _divide(available, floors, wishes)


def _divide(available: float, floors: list[float], wishes: list[float]) -> list[float]:
    """`available` in proportion to the wishes, those below their floor lifted to it."""
    lifted: set[int] = set()
    while True:
        free = [number for number in range(len(floors)) if number not in lifted]
        rest = available - sum(floors[number] for number in lifted)
        scale = rest / sum(wishes[number] for number in free)
        low = {number for number in free if wishes[number] * scale < floors[number]}
        if not low:
            return [floors[n] if n in lifted else wishes[n] * scale for n in range(len(floors))]
        lifted |= low


def _floor(head: str, cells: list[str], metrics: Metrics, size: float) -> float:
    """Room for the longest word, and for half the head, which may stand in two lines."""
    texts = [tidy(cell) for cell in cells]
    widths = [min(metrics.text_width(part, SONG), _LONGEST_WORD) for text in texts for part in _words(text)]
    widths += [min(metrics.text_width(text, SONG), _LONGEST_CODE) for text in texts if _CODE.fullmatch(text)]
    longest = max(widths, default=0)
    half_head = metrics.text_width(head[: (len(head) + 1) // 2], HEI) if len(head) > 2 else 2
    return max(_LEAST, half_head, longest) * size + _FRAME


def _under_heads(table: Table, floors: list[float], metrics: Metrics, size: float) -> list[float]:
    """Columns below one head are together as wide as its words, or as half of them where they are many."""
    made = list(floors)
    for row, places in zip(table.tops, head_places(table.tops), strict=True):
        for head, at in zip(row, places, strict=True):
            below = range(at, at + head.columns)
            wide = metrics.text_width(tidy(head.words), HEI)
            wanted = (wide if wide <= _LONGEST_NAME else wide / 2 + 1) * size + _FRAME
            lacking = wanted - sum(made[place] for place in below)
            for place in below if head.columns > 1 and lacking > 0 else ():
                made[place] += lacking / head.columns
    return made


def _words(text: str) -> list[str]:
    names = re.findall("[^、]+、?", text)
    if max(map(len, names), default=0) <= _LONGEST_NAME:
        return names
    breaks = [0, *(offset for offset in loose_breaks(text) if offset not in unsplit(text))] if text else [0]
    return [text[start:end] for start, end in pairwise(breaks)]
