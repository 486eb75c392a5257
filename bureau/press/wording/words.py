"""A composed text: paragraphs under numbered headings. What was typed over stays; what still reads as composed
follows what it was composed of."""

import re
from dataclasses import asdict, dataclass, fields
from typing import ClassVar

NUMERALS = "一二三四五六七八九十"
BLANK = re.compile("【请[^】]*】")


@dataclass(frozen=True)
class Words:
    """The paragraphs, the first without a heading; an empty one has no heading either."""

    HEADINGS: ClassVar[dict[str, str]] = {}
    opening: str

    def body(self) -> str:
        """One plain text with the levels 一、（一）."""
        sections = [(name, text) for name, text in asdict(self).items() if text and name in self.HEADINGS]
        numbered = (
            f"{NUMERALS[place]}、{self.HEADINGS[name]}\n{text}" for place, (name, text) in enumerate(sections)
        )
        return "\n".join([self.opening, *numbered])


def mend(body: str, before: dict, now: Words) -> tuple[str, list[str]]:
    """The body with every paragraph that is still as composed `before` put as it is composed `now`.

    Also the headings of changed paragraphs that were typed over, left for a person to look at."""
    was = type(now)(**before)
    if body == was.body():
        return now.body(), []
    left = []
    for name in (field.name for field in fields(now)):
        old, new = getattr(was, name), getattr(now, name)
        if old == new:
            continue
        if old and new and old in body:
            body = body.replace(old, new, 1)
        else:
            left.append(now.HEADINGS.get(name, "开头"))
    return body, left


def blanks(body: str) -> list[str]:
    """What a person still has to write: the 【请……】 of a draft."""
    return BLANK.findall(body)


def chinese(number: int) -> str:
    """1–99 as 一 … 九十九."""
    tens, ones = divmod(number, 10)
    units = NUMERALS[ones - 1] if ones else ""
    return (NUMERALS[tens - 1] if tens > 1 else "") + "十" + units if tens else units


def numbered(texts) -> str:
    """（一）…, one a line; a single text without a number."""
    texts = [text for text in texts if text]
    if len(texts) == 1:
        return texts[0]
    return "\n".join(f"（{chinese(place)}）{text}" for place, text in enumerate(texts, 1))
