"""The numbers that Word itself puts before paragraphs, as their readers see them: 「一、」「（二）」「3.」."""

import re
from collections import defaultdict
from typing import Any

from docx.oxml.ns import qn

from bureau.org.reading.words import CIRCLED

HAN = "零一二三四五六七八九"
CHINESE = {
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "ideographDigital",
    "taiwaneseCountingThousand",
    "chineseLegalSimplified",
}
DEPTH = 20
"""Styles that may stand on one another before we stop to look."""


def han(number: int) -> str:
    """1 → 「一」, 12 → 「十二」, 20 → 「二十」; hundreds in digits."""
    if number >= 100:
        return str(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return HAN[ones]
    return f"{HAN[tens] if tens > 1 else ''}十{HAN[ones] if ones else ''}"


def written(number: int, style: str) -> str:
    """One number in one of Word's formats."""
    if style in CHINESE:
        return han(number)
    if style.startswith("decimalEnclosed") and 0 < number <= len(CIRCLED):
        return CIRCLED[number - 1]
    if style in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter.upper() if style == "upperLetter" else letter
    return str(number)


class AutoNumbers:
    """Counts through a document, paragraph by paragraph."""

    def __init__(self, numbering: Any, styles: Any):
        self.styles = {style.get(qn("w:styleId")): style for style in _all(styles, "w:style")}
        self.abstract = {one.get(qn("w:abstractNumId")): one for one in _all(numbering, "w:abstractNum")}
        self.lists = {one.get(qn("w:numId")): self._of(one) for one in _all(numbering, "w:num")}
        self.counts: dict[str, dict[int, int]] = defaultdict(dict)

    def _of(self, num: Any) -> str:
        link = num.find(qn("w:abstractNumId"))
        return "" if link is None else link.get(qn("w:val")) or ""

    def properties(self, paragraph: Any) -> list[Any]:
        """The paragraph's own properties and those of the styles it stands in, the nearest first."""
        own = paragraph.find(qn("w:pPr"))
        found, style = ([own] if own is not None else []), _value(own, "w:pStyle")
        for _ in range(DEPTH):
            if style not in self.styles:
                break
            found += self.styles[style].findall(qn("w:pPr"))
            style = _value(self.styles[style], "w:basedOn")
        return found

    def is_heading(self, paragraph: Any) -> bool:
        levels = [_value(one, "w:outlineLvl") for one in self.properties(paragraph)]
        return any(level.isdecimal() and int(level) < 9 for level in levels)

    def label(self, paragraph: Any) -> tuple[str, bool]:
        """What Word prints before it, and whether it is in a list at all."""
        properties = self.properties(paragraph)
        listing = next((one for one in (p.find(qn("w:numPr")) for p in properties) if one is not None), None)
        number = _value(listing, "w:numId")
        if listing is None or number not in self.lists:
            return "", listing is not None and number != "0"
        level = int(_value(listing, "w:ilvl") or 0) if (_value(listing, "w:ilvl") or "0").isdecimal() else 0
        return self._count(self.lists[number], level), True

    def _count(self, abstract: str, level: int) -> str:
        levels = {one.get(qn("w:ilvl")): one for one in _all(self.abstract.get(abstract), "w:lvl")}
        counts = self.counts[abstract]
        counts[level] = counts.get(level, _start(levels.get(str(level))) - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        shape = levels.get(str(level))
        if shape is None or _value(shape, "w:numFmt") in ("bullet", "none", ""):
            return ""
        return re.sub(
            r"%(\d)", lambda match: self._shown(int(match[1]) - 1, levels, counts), _value(shape, "w:lvlText")
        )

    def _shown(self, level: int, levels: dict[str, Any], counts: dict[int, int]) -> str:
        shape = levels.get(str(level))
        return written(counts.get(level, _start(shape)), _value(shape, "w:numFmt"))


def _all(root: Any, tag: str) -> list[Any]:
    return [] if root is None else root.findall(qn(tag))


def _value(element: Any, tag: str) -> str:
    child = None if element is None else element.find(qn(tag))
    return "" if child is None else child.get(qn("w:val")) or ""


def _start(level: Any) -> int:
    value = _value(level, "w:start")
    return int(value) if value.isdecimal() else 1
