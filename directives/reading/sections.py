"""The blocks of a paper → its sections: under each heading the points, each with the clause that asks for it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bureau.org.naming import Directory
from bureau.org.reading.clauses import Duties
from bureau.org.reading.prose import prose_duties

from .deciding import decides
from .numbering import strip_number
from .outline import Block, Part
from .sentences import Point, points

TELLING = re.compile(
    r"(?:总体|基本|工作|主要|进展|完成|推进|整改)*(?:情况|进展|成效|做法|经验|亮点|问题)$|(?:当前)?(?:主要)?存在的?(?:主要|突出)?(?:问题|困难|不足)|指导思想|总体要求|基本原则|(?:工作|总体|主要)目标"
)
AHEAD = re.compile(r"下一步|下步|打算|建议|要求|任务|安排|措施|计划")
"""What a report asks for at its end."""
STYLES = ("section", "han", "arabic", "bracketed", "circled", "spoken", "style", "plain")


@dataclass
class Section:
    """What stands below one heading: its words, what it asks for, and its points waiting for a clause."""

    heading: str = ""
    style: str = ""
    duties: Duties = field(default_factory=Duties)
    points: list[Point] = field(default_factory=list)
    title: Block | None = None
    clauses: list[Block] = field(default_factory=list)
    above: "Section | None" = None
    report: bool = False

    @property
    def tells(self) -> bool:
        """Whether it only says how things stand: there 「云台镇进度滞后」 asks nobody."""
        return TELLING.match(self.heading) is not None or (self.report and not AHEAD.search(self.heading))

    @property
    def owed(self) -> Duties:
        """What it asks for itself, over what those above it ask for."""
        return self.duties.over(self.above.owed) if self.above else self.duties


def sections_of(blocks: Iterable[Block], directory: Directory) -> Iterator[Section]:
    section = Section()
    for block in blocks:
        if block.part is Part.HEADING:
            yield section
            section = Section(
                block.words, block.style, block.duties, title=block, above=_above(section, block.style)
            )
        elif block.part is Part.CLAUSE:
            _give(section, block, directory)
        elif block.part is Part.TEXT:
            _fill(section, block, directory)
    yield section


def _above(section: Section | None, style: str) -> Section | None:
    """The section that one of this style lies in: the nearest with another style that none of this style lies in."""
    chain: list[Section] = []
    while section:
        chain.append(section)
        section = section.above
    same = next((at for at, one in enumerate(chain) if one.style == style), None)
    if same is not None:
        return chain[same].above
    return next((one for one in chain if _rank(one.style) < _rank(style)), None)


def _rank(style: str) -> int:
    return STYLES.index(style) if style in STYLES else -1


def asks_in(point: Point, directory: Directory) -> Duties:
    """Who is asked by the words of a point, without its number."""
    return prose_duties(strip_number(point.text), directory)


def _fill(section: Section, block: Block, directory: Directory) -> None:
    """A paragraph adds points, or says more about the one before it."""
    for point in points(block.line, 0, directory):
        if not point.sentences:
            _attach(section, point)
        elif section.points and _explains(section.points[-1], point, directory):
            _explain(section.points[-1], point)
        else:
            section.points.append(point)


def _attach(section: Section, point: Point) -> None:
    """A clause that opens its paragraph belongs to what stands before it."""
    if section.points:
        section.points[-1].duties = section.points[-1].duties.and_also(point.duties)
        section.points[-1].clauses += point.clauses


def _explains(numbered: Point, point: Point, directory: Directory) -> bool:
    """A paragraph below a numbered point that has no clause yet says more about that point."""
    if not numbered.numbered or numbered.duties or point.numbered or decides(point.text):
        return False
    return not asks_in(point, directory) or not asks_in(numbered, directory)


def _explain(numbered: Point, point: Point) -> None:
    numbered.sentences += point.sentences
    numbered.duties = point.duties
    numbered.clauses += point.clauses


def _give(section: Section, block: Block, directory: Directory) -> None:
    """A clause in a paragraph of its own belongs to all before it that still have none."""
    said = block.duties
    spans = [(line, 0, len(line.words)) for line in block.lines]
    last = section.points[-1].duties if section.points else Duties()
    if last and _goes_on(last, said):
        both = last.and_also(said)
        for point in section.points:
            if point.duties is last:
                point.duties = both
                point.clauses += spans
        return
    for point in _waiting(section, directory):
        point.duties = said
        point.clauses += spans
    if not section.points:
        section.duties = section.duties.and_also(said)
        section.clauses.append(block)


def _waiting(section: Section, directory: Directory) -> Iterator[Point]:
    """From the last point back to one that has a clause; and beyond the last only those that ask nobody themselves."""
    for point in reversed(section.points):
        asks_itself = point is not section.points[-1] and asks_in(point, directory).shares
        if point.duties or asks_itself:
            return
        yield point


def _goes_on(earlier: Duties, said: Duties) -> bool:
    """「牵头单位：甲」 / 「完成时限：…」 on lines of their own are one clause."""
    return not said.shares or not said.shares.lead or not (earlier.shares.lead or earlier.shares.either)
