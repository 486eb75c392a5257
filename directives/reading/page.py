"""The paper as it stands, line by line, and what became of every passage: nothing is lost in silence."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from .drafts import Draft
from .items import Fate, Passage


@dataclass(frozen=True)
class Mark:
    """What the signs from `start` to `end` of a line became."""

    start: int
    end: int
    fate: Fate
    reason: str = ""
    draft: Draft | None = None


@dataclass(eq=False)
class Line:
    """A paragraph, or a row of a table. `number`: of a paragraph, from 1; `listed`: Word numbers it; `stream`: what it is part of,
    each read for itself (empty: the text); `heading`: its style says so."""

    words: str
    number: int = 0
    listed: bool = False
    place: str = ""
    stream: str = ""
    heading: bool = False
    marks: list[Mark] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.place = self.place or f"第{self.number}段"

    def mark(
        self,
        fate: Fate,
        reason: str = "",
        draft: Draft | None = None,
        start: int = 0,
        end: int | None = None,
    ) -> None:
        """What was said first of a passage stays, but an item is more than its background."""
        self.marks.append(Mark(start, len(self.words) if end is None else end, fate, reason, draft))

    def passages(self, at: int, ordinals: dict[int, int]) -> Iterator[Passage]:
        """The whole line in order. What nobody has spoken for was not read."""
        fates = self._fates(ordinals)
        start = 0
        for end in range(1, len(self.words) + 1):
            if end == len(self.words) or fates[end] != fates[start]:
                fate, reason, item = fates[start]
                yield Passage(at, self.place, self.words[start:end], fate, reason, item)
                start = end

    def _fates(self, ordinals: dict[int, int]) -> list[tuple[Fate, str, int | None]]:
        fates: list[tuple[Fate, str, int | None]] = [(Fate.UNREAD, "", None)] * len(self.words)
        for mark in sorted(self.marks, key=lambda mark: mark.fate is Fate.ITEM):
            item = ordinals.get(id(mark.draft)) if mark.draft else None
            told = (mark.fate, mark.reason, item) if item or not mark.draft else (Fate.UNREAD, "", None)
            fates[mark.start : mark.end] = [told] * (mark.end - mark.start)
        return _filled(self.words, fates)


def _filled(words: str, fates: list[tuple[Fate, str, int | None]]) -> list[tuple[Fate, str, int | None]]:
    """Blanks and stops go with what stands before them; a line of nothing else is background."""
    for at, sign in enumerate(words):
        if not sign.isalnum() and fates[at][0] is Fate.UNREAD and at:
            fates[at] = fates[at - 1]
    first = next(
        (fate for sign, fate in zip(words, fates, strict=True) if sign.isalnum()), (Fate.BACKGROUND, "", None)
    )
    for at, sign in enumerate(words):
        if sign.isalnum():
            break
        fates[at] = first
    return fates
