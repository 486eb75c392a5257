"""Text pasted with hard ends of lines: what was broken in the middle of a sentence is put together again."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bureau.files.grids import Grid
from bureau.org.naming import Directory
from bureau.org.reading.headers import DUTY_ROLES, role
from bureau.org.reading.prose import known_prefix
from bureau.org.reading.words import tidy

from .masthead import DATE
from .numbering import style_of
from .outline import read_label
from .page import Line

ENDED = re.compile(r"[。；：！？;:!?）)】”》]\s*$")
WHOLE = re.compile(
    r"^[^，。；：]*(?:20\d\d年\d{1,2}月\d{1,2}日|的?(?:通知|通报|纪要|方案|意见|办法|决定|清单|台账|一览表|分解表|任务表|函))\s*$"
)
"""A title, or who writes and when: it never goes on."""
LEAST = 20
"""Full signs of a line that may have been broken; titles are shorter."""
APART = 3
"""Signs by which broken lines differ in length."""


def unwrapped(content: Sequence[Line | Grid], directory: Directory) -> list[Line | Grid]:
    """Where several lines end in mid-sentence at the same width, each goes on in the next."""
    wide = _width(content, directory)
    found: list[Line | Grid] = []
    for one in content:
        last = found[-1] if found else None
        if wide and isinstance(last, Line) and isinstance(one, Line) and _broken(last, one, wide, directory):
            found[-1] = replace(last, words=last.words + one.words, marks=[])
        else:
            found.append(one)
    return found


def rejoined(lines: Sequence[str]) -> list[str]:
    """Lines as a page breaks them, each full one in mid-sentence put together with the next."""
    wide = max(map(_signs, lines), default=0)
    found: list[str] = []
    full = False
    for line in lines:
        if full and not style_of(tidy(line)):
            found[-1] += line
        else:
            found.append(line)
        full = _signs(line) >= max(wide - APART, LEAST) and not ENDED.search(line)
    return found


def joined(lines: Sequence[str]) -> list[str]:
    """The lines of a cell put together, each number beginning anew."""
    found: list[str] = []
    for line in lines:
        if found and not style_of(tidy(line)):
            found[-1] += line
        else:
            found.append(line)
    return found


def _width(content: Sequence[Line | Grid], directory: Directory) -> float:
    """The width at which lines are broken; 0 where none are."""
    pairs = pairwise(content)
    ends = [
        _signs(_last(one.words))
        for one, after in pairs
        if isinstance(one, Line) and isinstance(after, Line) and _may_go_on(one, after, directory)
    ]
    widest = max(ends, default=0)
    near = [signs for signs in ends if widest - signs <= APART]
    return widest if len(near) > 1 and len(near) * 2 > len(ends) else 0


def _last(words: str) -> str:
    return words.rsplit("\n", 1)[-1]


def _may_go_on(one: Line, after: Line, directory: Directory) -> bool:
    """Long, open at its end, and what follows begins nothing of its own."""
    if one.stream or after.stream or one.marks or after.marks or one.listed or after.listed:
        return False
    words = tidy(after.words)
    label = read_label(words)
    asks = label is not None and role(label[0]) in DUTY_ROLES
    begins = style_of(words) or asks or DATE.match(words) or known_prefix(words, directory)
    return _signs(one.words) >= LEAST and not (
        ENDED.search(one.words) or WHOLE.match(_last(one.words)) or begins
    )


def _broken(one: Line, after: Line, wide: float, directory: Directory) -> bool:
    return _may_go_on(one, after, directory) and (
        _signs(one.words) % max(wide, 1) >= wide - APART - 1 or _signs(one.words) % max(wide, 1) <= 1
    )


def _signs(words: str) -> float:
    """Full signs; Latin ones and digits are half as wide."""
    return sum(0.5 if sign.isascii() else 1 for sign in words)
