"""Breaks a title into centred lines: at most 20 characters, no word split, a trapezoid and not a block."""

from functools import cache
from math import ceil, inf
from pathlib import Path

from .kinsoku import allowed_breaks
from .tidy import tidy_lines

LONGEST = 20
_MOST_BALANCED = 6  # lines; a longer "title" is somebody's text and is simply filled
_SPLIT_WORD, _SPLIT_PHRASE = 60, 2
_PHRASE_ENDS = "、，：；的》”）"
_NEVER_LEAD = "的和及与等暨"


def title_lines(text: str) -> list[str]:
    """Lines of a title. The author's own line breaks are kept."""
    return [line for part in tidy_lines(text) for line in _divide(part)]


def _divide(text: str) -> list[str]:
    count = ceil(len(text) / LONGEST)
    if count == 1:
        return [text]
    breaks = {offset: _penalty(text, offset) for offset in allowed_breaks(text)}
    if count > _MOST_BALANCED:
        return _fill(text, list(breaks))
    return min(
        _best(text, breaks, shape) for lines in (count, count + 1) for shape in _shapes(len(text), lines)
    )[1]


def _fill(text: str, breaks: list[int]) -> list[str]:
    lines, start = [], 0
    while start < len(text):
        fitting = [offset for offset in breaks if start < offset <= start + LONGEST]
        end = fitting[-1] if fitting else start + LONGEST
        lines.append(text[start:end])
        start = end
    return lines


def _shapes(length: int, count: int) -> list[list[float]]:
    """Wished line lengths: growing, or shrinking downwards by two characters a line."""
    steps = [2 * line - (count - 1) for line in range(count)]
    return [[length / count + step for step in order] for order in (steps, steps[::-1])]


def _best(text: str, breaks: dict[int, int], shape: list[float]) -> tuple[float, list[str]]:
    """The cheapest division whose line lengths come near the shape, with its cost."""
    states: dict[int, tuple[float, list[str]]] = {0: (len(shape) * _SPLIT_PHRASE, [])}
    for wished in shape:
        reached: dict[int, tuple[float, list[str]]] = {}
        for start, (cost, lines) in states.items():
            for end in (offset for offset in breaks if start < offset <= start + LONGEST):
                total = cost + breaks[end] + (end - start - wished) ** 2
                if total < reached.get(end, (inf,))[0]:
                    reached[end] = (total, [*lines, text[start:end]])
        states = reached
    return states.get(len(text), (inf, _fill(text, list(breaks))))


def _penalty(text: str, offset: int) -> int:
    """How bad it is to end a line here."""
    if offset == len(text) or text[offset - 1] in _PHRASE_ENDS:
        return 0
    if text[offset] in _NEVER_LEAD or _inside_word(text, offset):
        return _SPLIT_WORD
    return _SPLIT_PHRASE


def _inside_word(text: str, offset: int) -> bool:
    """Whether a known word, or a figure with what it counts, stands over the cut."""
    if text[offset - 1].isdigit() or text[offset - 1] == "第":
        return True
    longest = max(map(len, _words()))
    spans = (
        (start, end)
        for start in range(max(0, offset - longest), offset)
        for end in range(offset + 1, start + longest + 1)
    )
    return any(text[start:end] in _words() for start, end in spans)


@cache
def _words() -> frozenset[str]:
    """Words of the field that a title must not split."""
    return frozenset(Path(__file__).with_name("words.txt").read_text().split())
