"""Widths of a table's columns: by share where given, else so that the rows become low."""

import re
from itertools import pairwise

from .faces import HEI, SONG
from .kinsoku import allowed_breaks
from .measure import CELL_PADDING, TABLE_SIZE
from .metrics import Metrics
from .sheets import Table
from .tidy import tidy

_FRAME = 2 * CELL_PADDING + 1.5  # pt of a column that hold no text
_LEAST, _LONGEST_WORD, _LONGEST_NAME = 2, 6, 7  # em


def column_widths(table: Table, available: float, metrics: Metrics, size: float = TABLE_SIZE) -> list[float]:
    """Widths in pt that fill `available`, for type of `size` pt.

    The height of a cell falls with the width of its column; Σ (text ÷ width)³ over all cells stands for the height
    of the table and is least where widths go with the fourth root of Σ text³. No column falls below its floor.
    """
    texts = [[row[number] for row in table.rows] for number in range(len(table.columns))]
    heads = [column.head for column in table.columns]
    floors = [_floor(head, cells, metrics, size) for head, cells in zip(heads, texts, strict=True)]
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
    widths = [metrics.text_width(part, SONG) for cell in cells for part in _words(tidy(cell))]
    longest = max(widths, default=0)
    half_head = metrics.text_width(head[: (len(head) + 1) // 2], HEI) if len(head) > 2 else 2
    return max(_LEAST, half_head, min(longest, _LONGEST_WORD)) * size + _FRAME


def _words(text: str) -> list[str]:
    names = re.findall("[^、]+、?", text)
    if max(map(len, names), default=0) <= _LONGEST_NAME:
        return names
    breaks = [0, *allowed_breaks(text)] if text else [0]
    return [text[start:end] for start, end in pairwise(breaks)]
