"""Who leads and who helps, as unit columns and brackets put it: 「甲（牵头）、乙」「由甲负责，乙、丙配合」."""

import re
from dataclasses import dataclass, field
from functools import partial

from bureau.org.naming import fold

LEADS = r"(?:牵头|负责|主办|主抓|主责|承办|抓总|为主|落实|实施)"
HELPS = r"(?:配合|(?<!政)协办|协助|参与|协同|参加|支持|密切配合)"
SEGMENTS = re.compile(r"[,，;；。]+")
LEADING = re.compile(rf"^(.+?)(?:{LEADS}(?:单位|部门|抓|总)?)+$")
HELPING = re.compile(rf"^(.+?)(?:{HELPS}(?:单位|部门)?)+(?:{LEADS})*$")
SHARED = re.compile(
    r"(?:按照?|根据|依据)(?:各自)?(?:职能|职责)(?:职责|分工)*(?:负责|落实|抓好落实)?$|(?:分别|共同|各自)负责$"
)
WITH = re.compile(r"会同|联合|协同(?!推进)|商(?=[县区旗]|市(?!场))")
OPENING = re.compile(r"^(?:由|请|责成|责令|要求)")
LEAD_MARK = re.compile(r"(.*?)[(（\[【〈<]\s*(?:牵头|主办|主责|负责|总牵头)(?:单位|部门)?\s*[)）\]】〉>]")
HELP_MARK = re.compile(r"(.*?)[(（\[【〈<]\s*(?:配合|协办|参与|协助)(?:单位|部门)?\s*[)）\]】〉>]")
NAMES = re.compile(r"[、/]")


LONGEST = 1_000
"""Characters that may name units; all units of a county by their short names stay below."""


@dataclass
class Shares:
    """Words naming units, by what they are asked to be; `either`: the first leads if nobody else does."""

    lead: list[str] = field(default_factory=list)
    co: list[str] = field(default_factory=list)
    either: list[str] = field(default_factory=list)

    def add(self, other: "Shares") -> "Shares":
        """These shares and the other's, in order."""
        return Shares(self.lead + other.lead, self.co + other.co, self.either + other.either)

    def __bool__(self) -> bool:
        return bool(self.lead or self.co or self.either)


def shares(words: str) -> Shares:
    """Roles read off the words themselves; which units they name is for the directory."""
    found = Shares()
    if len(words) > LONGEST:
        return Shares(either=[words])
    for segment in SEGMENTS.split(words):
        for line in _lines(segment):
            found = found.add(_segment(OPENING.sub("", line.strip())))
    return found


def _lines(segment: str) -> list[str]:
    """Lines count only where they carry roles; elsewhere a break may fall inside a name."""
    lines = segment.splitlines()
    carries = any(LEADING.match(fold(line)) or HELPING.match(fold(line)) for line in lines)
    return lines if carries else [segment]


def _segment(segment: str) -> Shares:
    found = Shares()
    for mark, role in ((LEAD_MARK, found.lead), (HELP_MARK, found.co)):
        segment = mark.sub(partial(_marked, role), segment)
    helpers = WITH.split(segment)
    for helper in helpers[1:]:
        found.co.append(re.sub(rf"(?:{HELPS}|{LEADS})+$", "", helper).strip())
    _plain(helpers[0], found)
    return found


def _marked(role: list[str], match: re.Match[str]) -> str:
    """「甲、乙（牵头）」: the mark belongs to the name it follows; the names before it are left."""
    *before, marked = NAMES.split(match[1])
    role.append(marked.strip())
    return "、".join([*before, ""])


def _plain(words: str, found: Shares) -> None:
    words = SHARED.sub("", words.strip().strip("、")).strip()
    if not words:
        return
    if helping := HELPING.match(fold(words)):
        found.co.append(helping[1])
    elif leading := LEADING.match(fold(words)):
        found.lead.append(leading[1])
    else:
        found.either.append(words)
