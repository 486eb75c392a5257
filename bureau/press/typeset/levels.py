"""Recognises the heading levels 一、（一）1.（1） in plain text (GB/T 9704—2012 §7.3.3)."""

import re
from dataclasses import dataclass

from .faces import FANG, HEI, KAI
from .lines import Run
from .tidy import tidy_lines

_NUMERAL = "[一二三四五六七八九十百]{1,5}"
_LEVELS = (
    (1, HEI, re.compile(rf"{_NUMERAL}、")),
    (2, KAI, re.compile(rf"（{_NUMERAL}）")),
    (3, FANG, re.compile(r"\d{1,3}[.．、](?!\d)")),
    (4, FANG, re.compile(r"（\d{1,3}）")),
)
_LONGEST_HEADING = 56  # two lines; a longer first sentence is text that happens to carry a number
_ENDS_SENTENCE = "。；：！？"


@dataclass(frozen=True)
class Paragraph:
    """One paragraph: level 1–4 or 0 for plain text, its runs, and whether it is a heading on its own."""

    level: int
    runs: tuple[Run, ...]
    stands_alone: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether it begins with a heading worth listing: 一、 or （一）."""
        return self.runs[0].role in (HEI, KAI)


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a plain text, one per line."""
    return [paragraph_of(line) for line in tidy_lines(text)]


def paragraph_of(line: str) -> Paragraph:
    for level, role, mark in _LEVELS:
        if mark.match(line):
            return _numbered(line, level, role)
    return Paragraph(0, (Run(line, FANG),))


def _numbered(line: str, level: int, role: str) -> Paragraph:
    """The heading's face covers the first sentence; what follows on the same line is plain text."""
    end = line.find("。") + 1 or len(line)
    if end > _LONGEST_HEADING or (end == len(line) and line[-1] in "；："):
        return Paragraph(level, (Run(line, FANG),))
    heading, rest = Run(line[:end], role), line[end:]
    runs = (heading, Run(rest, FANG)) if rest else (heading,)
    return Paragraph(level, runs, stands_alone=not rest and line[-1] not in _ENDS_SENTENCE)
