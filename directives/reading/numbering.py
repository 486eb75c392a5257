"""The numbering of Chinese papers: 一、（一）1.（1）① — found inline, checked for sequence, taken off."""

import re
from dataclasses import dataclass

from bureau.org.reading.words import CIRCLED, numeral

HAN = "[一二三四五六七八九十]{1,3}"
STYLES = (
    ("section", rf"(?P<n>{HAN})、|(?:议题|议程)(?P<m>{HAN}|\d{{1,2}})[、:：.．]"),
    ("han", rf"[（(](?P<n>{HAN})[)）]、?"),
    ("arabic", r"(?<![\d.．A-Za-z第〕\-/])(?P<n>\d{1,3})(?:[.．](?!\d(?!\d?月))|、)"),
    ("bracketed", r"[（(](?P<n>\d{1,3})[)）]、?|(?<![\d（(第])(?P<m>\d{1,2})[)）]"),
    ("circled", rf"(?P<n>[{CIRCLED}])"),
    ("spoken", rf"(?P<n>{HAN})是|第(?P<m>{HAN})，"),
)
BOXED = {"han", "bracketed", "circled"}
PATTERNS = tuple((style, re.compile(pattern)) for style, pattern in STYLES)
OPENS = re.compile(r"(?:^|[。；;：:！)）】\]\n”]|\s)\s*$")
AFTER_PAUSE = re.compile(r"[，,]\s*$")
PADDED = re.compile(
    r"0\d[\s\u3000]*(?=[\u4e00-\u9fff“《])|\d{1,2}[\s\u3000]+(?![年月日号个名户项家所座条处万亿元次])(?=[\u4e00-\u9fff“《])"
)
LEADING = re.compile(
    rf"^\s*(?:第?{HAN}[、是]|第{HAN}[,，、]|[（(](?:{HAN}|\d{{1,3}})[)）][、.．]?|\d{{1,3}}(?:[.．](?!\d(?!\d?月))|[、)）])|(?:议题|议程)(?:{HAN}|\d{{1,2}})[、:：.．]|[{CIRCLED}]|第{HAN}项[,，、:：]?|{PADDED.pattern})\s*"
)


@dataclass(frozen=True)
class Mark:
    """One numbering sign in a text: its style, value and span."""

    style: str
    value: int
    start: int
    end: int


def strip_number(words: str) -> str:
    """The words without the numbering in front."""
    bare = words
    while (shorter := LEADING.sub("", bare, count=1)) != bare:
        bare = shorter
    return bare.strip() or words.strip()


def starts_section(words: str) -> bool:
    """Whether a paragraph begins with 「一、」."""
    return PATTERNS[0][1].match(words.strip()) is not None


def style_of(words: str) -> str:
    """The style of the number a line begins with, or nothing: 「01 」 counts as 1."""
    words = words.strip()
    found = next((style for style, pattern in PATTERNS if pattern.match(words)), "")
    return found or ("arabic" if PADDED.match(words) else "")


def marks(text: str, style: str) -> list[Mark]:
    """The marks of one style that run 1, 2, 3 … at places where a sentence begins."""
    pattern, found = dict(PATTERNS)[style], list[Mark]()
    for match in pattern.finditer(text):
        sign = match["n"] or match.groupdict().get("m")
        before = text[max(0, match.start() - 4) : match.start()]
        if not OPENS.search(before) and not (style in BOXED and AFTER_PAUSE.search(before)):
            continue
        value = numeral(sign or "")
        if value == 1 or (found and value == found[-1].value + 1):
            found.append(Mark(style, value, match.start(), match.end()))
    return found if len(found) > 1 or (found and found[0].start == 0) else []


def split_numbered(text: str) -> list[str]:
    """A text cut before each mark of the style that comes first in it; what stands before is the first piece."""
    runs = [run for style, _ in STYLES[1:5] if (run := marks(text, style))]
    if not runs:
        return [text]
    cuts = [mark.start for mark in min(runs, key=lambda run: run[0].start)]
    return [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
