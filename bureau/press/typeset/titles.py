"""Breaks a title into centred lines: at most three of at most 20 characters, no word split, a trapezoid or a diamond
(GB/T 9704—2012 §7.3.1: 词意完整，排列对称，长短适宜，间距恰当)."""

from collections.abc import Iterator
from itertools import combinations, pairwise
from math import ceil

from .kinsoku import allowed_breaks
from .tidy import tidy_lines
from .words import unsplit

LONGEST, MOST_LINES = 20, 3
_SPLIT_WORD, _ANOTHER_LINE = 1000, 12  # what is avoided, in squares of characters
_NO_FIGURE, _BLOCK, _STUMP = (
    60,
    40,
    25,
)  # neither trapezoid nor diamond; lines all alike; a line less than a third as long
_STEP = 2  # characters by which a line is best longer than its neighbour
_NEVER_LEAD, _NEVER_TRAIL = "的和及与等暨", "和及与暨关对在将把第各全"
_LEANING = 40


def title_lines(text: str, names: tuple[str, ...] = ()) -> list[str]:
    """Lines of a title. The author's own line breaks are kept; `names` of units and the like are not split."""
    return [line for part in tidy_lines(text) for line in _divide(part, names)]


def _divide(text: str, names: tuple[str, ...]) -> list[str]:
    least = ceil(len(text) / LONGEST)
    if least == 1:
        return [text]
    breaks, inside = allowed_breaks(text)[:-1], unsplit(text, names)
    if least > MOST_LINES:
        return _fill(text, [offset for offset in breaks if offset not in inside])
    ways = [way for lines in range(least, MOST_LINES + 1) for way in _ways(text, breaks, lines)]
    if not ways:
        return _fill(text, breaks)
    return min(ways, key=lambda way: _cost(way, inside) + _ANOTHER_LINE * (len(way) - least))


def _fill(text: str, breaks: list[int]) -> list[str]:
    """A "title" of more than three lines is somebody's text."""
    lines, start = [], 0
    while start < len(text):
        fitting = [offset for offset in (*breaks, len(text)) if start < offset <= start + LONGEST]
        end = fitting[-1] if fitting else start + LONGEST
        lines.append(text[start:end])
        start = end
    return lines


def _ways(text: str, breaks: list[int], count: int) -> Iterator[list[str]]:
    """Every division into so many lines that fit."""
    for chosen in combinations(breaks, count - 1):
        lines = [text[start:end] for start, end in pairwise((0, *chosen, len(text)))]
        if max(map(len, lines)) <= LONGEST:
            yield lines


def _cost(lines: list[str], inside: frozenset[int]) -> float:
    offset, cost = 0, _figure([len(line) for line in lines])
    for line, after in pairwise(lines):
        offset += len(line)
        cost += _SPLIT_WORD * (offset in inside)
        cost += _LEANING * (after[0] in _NEVER_LEAD) + _LEANING * (line[-1] in _NEVER_TRAIL)
    return cost


def _figure(lengths: list[int]) -> float:
    """How far the lines are from a trapezoid or a diamond."""
    steps = [after - before for before, after in pairwise(lengths)]
    cost = float(sum((abs(step) - _STEP) ** 2 for step in steps)) / len(steps)
    grows, shrinks = all(step >= 0 for step in steps), all(step <= 0 for step in steps)
    diamond = len(steps) > 1 and steps[0] > 0 > steps[-1]
    cost += _NO_FIGURE * (not (grows or shrinks or diamond))
    cost += _BLOCK * (not any(steps)) + _STUMP * (3 * min(lengths) < max(lengths))
    return cost
