"""What differs between two texts, line by line and to the character; pure. What is alike is folded but for its edges."""

from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, CUT, PUT = "same", "cut", "put"
WORDS = {SAME: "", CUT: "删", PUT: "增"}
NEAR = 0.5  # likeness of two lines from which on the characters that differ are marked
LONGEST = 2_000  # lines, or characters of a line, that are compared one by one; longer ones stand whole
AHEAD = 8  # lines among which the one that a line was mended from is looked for
EDGE = 1  # lines that are alike and shown before and after what differs


@dataclass(frozen=True)
class Part:
    """A stretch of a line: the same in both, only in the earlier (cut), only in the later (put)."""

    kind: str
    text: str


@dataclass(frozen=True)
class Row:
    """A line in its parts; or, where `folded`, so many lines that are alike and left out."""

    parts: tuple[Part, ...] = ()
    folded: int = 0

    @property
    def word(self) -> str:
        """What became of the line: 增, 删, 改; empty where it is alike."""
        kinds = {part.kind for part in self.parts}
        return WORDS[kinds.pop()] if len(kinds) == 1 else "改" if kinds else ""


def rows(before: str, now: str) -> list[Row]:
    old, new = before.splitlines(), now.splitlines()
    found, steps = [], opcodes(old, new)
    for place, (kind, i1, i2, j1, j2) in enumerate(steps):
        if kind == "equal":
            found += folded(new[j1:j2], first=place == 0, last=place == len(steps) - 1)
        else:
            found += changed(old[i1:i2], new[j1:j2])
    return found


def opcodes(old, new) -> list[tuple]:
    """As of difflib. Both are taken as wholly different where a comparison would take long."""
    if max(len(old), len(new)) > LONGEST:
        return [("replace", 0, len(old), 0, len(new))]
    return SequenceMatcher(None, old, new).get_opcodes()


def folded(lines: list[str], first: bool, last: bool) -> list[Row]:
    """The edges that touch what differs, and how many lines lie between."""
    head, tail = (0 if first else EDGE), (0 if last else EDGE)
    if len(lines) <= head + tail + 1:
        return whole(SAME, lines)
    end = len(lines) - tail
    return [*whole(SAME, lines[:head]), Row(folded=end - head), *whole(SAME, lines[end:])]


def changed(old: list[str], new: list[str]) -> list[Row]:
    """What was cut, then what was put, between lines that were only mended."""
    found, i, j = [], 0, 0
    for one, other in pairs(old, new):
        found += [*whole(CUT, old[i:one]), *whole(PUT, new[j:other]), mended(old[one], new[other])]
        i, j = one + 1, other + 1
    return [*found, *whole(CUT, old[i:]), *whole(PUT, new[j:])]


def pairs(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Places of lines that are near each other, in order; each is looked for among the next few."""
    found, start = [], 0
    for other, line in enumerate(new):
        ahead = range(start, min(start + AHEAD, len(old)))
        if (one := next((place for place in ahead if near(old[place], line)), None)) is not None:
            found.append((one, other))
            start = one + 1
    return found


def whole(kind: str, lines: list[str]) -> list[Row]:
    return [Row((Part(kind, line),)) for line in lines]


def mended(old: str, new: str) -> Row:
    """One line with the characters that differ marked."""
    return Row(tuple(part for step in opcodes(old, new) for part in parts(old, new, *step)))


def near(old: str, new: str) -> bool:
    if max(len(old), len(new)) > LONGEST:
        return False
    matcher = SequenceMatcher(None, old, new)
    return matcher.quick_ratio() >= NEAR and matcher.ratio() >= NEAR


def parts(old: str, new: str, kind: str, i1: int, i2: int, j1: int, j2: int) -> list[Part]:
    if kind == "equal":
        return [Part(SAME, old[i1:i2])]
    return [Part(side, text) for side, text in ((CUT, old[i1:i2]), (PUT, new[j1:j2])) if text]
