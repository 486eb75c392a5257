"""What is checked, and what is found."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

MUST, SHOULD = "must", "should"
QUOTED = re.compile("“[^“”]*”")


@dataclass(frozen=True)
class Draft:
    """A text as it will be printed. `ends_with_kind`: whether its title must name its 文种; `counts`: the ledger's own, by
    the words of its fields (「已办结」 → 6); `units`: every name by which units are known; `inserts`: the marks of what was
    inserted; `unknown`: what stands in braces and is no field."""

    title: str
    body: str
    today: date
    longest: int
    ends_with_kind: bool = True
    counts: Mapping[str, int] = field(default_factory=dict)
    units: frozenset[str] = frozenset()
    inserts: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    def lines(self) -> Iterator[tuple[int, str]]:
        """Number, from 1, and text of each line that says something."""
        for number, line in enumerate(self.body.splitlines(), 1):
            if text := line.strip():
                yield number, text

    def own_lines(self) -> Iterator[tuple[int, str]]:
        """The same with what stands between “ and ” blotted out: other people's words are not ours to mend."""
        return ((number, QUOTED.sub(blotted, line)) for number, line in self.lines())


def blotted(found: re.Match) -> str:
    return f"“{'□' * (len(found[0]) - 2)}”"


@dataclass(frozen=True)
class Finding:
    """`line` counts the lines of the text from 1; 0 is the title, or the text as a whole. `quote`: the words it is about;
    `sentence`: what to do; `instead`: the words that stand there when it is done, where that is certain."""

    line: int
    quote: str
    sentence: str
    level: str = SHOULD
    instead: str | None = None

    @property
    def where(self) -> str:
        return f"第{self.line}行" if self.line else ""
