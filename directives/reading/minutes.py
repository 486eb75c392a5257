"""The text of a paper → drafts: under its headings the points; to each the clause or the sentence that asks somebody."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bureau.org.naming import Directory
from bureau.org.reading.appointing import split_all
from bureau.org.reading.clauses import Duties
from bureau.org.reading.prose import prose_duties
from bureau.org.reading.words import tidy

from .deciding import agrees, decided, decides, demands, is_general
from .drafts import Draft
from .items import Fate
from .numbering import strip_number
from .outline import Block, Part, outline
from .page import Line
from .sentences import Point, Sentence, points

TELLING = re.compile(
    r"(?:总体|基本|工作|主要|进展|完成|推进|整改)*(?:情况|进展|成效|做法|经验|亮点|问题)$|(?:当前)?(?:主要)?存在的?(?:主要|突出)?(?:问题|困难|不足)|指导思想|总体要求|基本原则|(?:工作|总体|主要)目标"
)
REPORT = re.compile(r"(?:报告|总结|汇报|简报)(?:[（(].{1,8}[）)])?$")
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


def read_minutes(lines: Sequence[Line], directory: Directory) -> list[Draft]:
    """Every passage that asks a unit for something, in order; of all others it is said what they are."""
    report = any(REPORT.search(tidy(line.words)) for line in lines[:4])
    sections = list(_sections(outline(lines, directory), directory))
    for section in sections:
        section.report = report
    return [draft for section in sections for draft in _drafts(section, directory)]


def _sections(blocks: Iterable[Block], directory: Directory) -> Iterator[Section]:
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


def _drafts(section: Section, directory: Directory) -> Iterator[Draft]:
    drafts = [
        draft for point in _joined(section, directory) for draft in _of_point(section, point, directory)
    ]
    if not drafts and section.duties.shares and section.title and not section.points:
        drafts = [_of_title(section, section.title)]
    elif section.title:
        section.title.line.mark(Fate.BACKGROUND, "标题")
    for draft in drafts:
        for block in section.clauses:
            for line in block.lines:
                line.mark(Fate.ITEM, draft=draft)
    if not drafts:
        for line in (line for block in section.clauses for line in block.lines):
            line.mark(Fate.UNREAD, "没有读出这是哪件事的责任单位")
    yield from drafts


def _of_title(section: Section, title: Block) -> Draft:
    """A heading with a clause and nothing else below it is itself the task."""
    passage = "\n".join(
        line.words
        for block in (title, *section.clauses)
        for line in ([block.line] if block is title else block.lines)
    )
    draft = Draft(
        section.heading,
        passage,
        title.line.place,
        section.owed,
        category=section.above.heading if section.above else "",
    )
    title.line.mark(Fate.ITEM, draft=draft)
    return draft


def _of_point(section: Section, point: Point, directory: Directory) -> Iterator[Draft]:
    """A point with a clause is one decision; one without is as many as its sentences ask for."""
    inherited = section.owed if point.numbered or len(section.points) == 1 or point.duties else Duties()
    asked = not section.tells and asks_in(point, directory)
    if point.duties.shares or (inherited.shares and not asked):
        drafts = [_draft(point.sentences, point.duties.over(inherited), section, directory, whole=True)]
    else:
        groups = [point.sentences] if section.tells else list(_groups(point.sentences, directory))
        found = (
            _draft(
                group,
                point.duties.over(_asked(group, directory) if asked else Duties()).over(inherited),
                section,
                directory,
            )
            for group in groups
        )
        drafts = [draft for draft in found if draft]
    for line, start, end in point.clauses:
        if drafts:
            line.mark(Fate.ITEM, draft=drafts[-1], start=start, end=end)
        else:
            line.mark(Fate.UNREAD, "没有读出这是哪件事的责任单位", start=start, end=end)
    for draft in drafts:
        if draft and point.clauses and point.duties:
            draft.passage += "".join(line.words[start:end] for line, start, end in point.clauses)
            yield draft
        elif draft:
            yield draft


def _asked(group: Sequence[Sentence], directory: Directory) -> Duties:
    each = [strip_number(one.words) for one in group]
    return next(
        (said for words in (*each, "".join(each)) if (said := prose_duties(words, directory))), Duties()
    )


def _groups(sentences: Sequence[Sentence], directory: Directory) -> Iterator[list[Sentence]]:
    """Each sentence that asks a unit begins a decision; what follows it explains it, what stands before the first is its
    reason."""
    group: list[Sentence] = []
    asking = False
    for sentence in _with_what_follows(sentences, directory):
        asks = bool(
            prose_duties(strip_number(sentence[0].words), directory)
            or prose_duties("".join(one.words for one in sentence), directory)
        )
        general = any(is_general(one.words, directory) for one in sentence)
        asks = asks and not general
        alone = general or (not asks and any(agrees(one.words) for one in sentence))
        opens = asks and not asking and decides(sentence[0].words)
        if group and ((asks and asking) or alone or opens):
            yield group
            group, asking = [], False
        group += sentence
        asking = asking or asks
        if alone:
            yield group
            group = []
    if group:
        yield group


def _with_what_follows(sentences: Sequence[Sentence], directory: Directory) -> Iterator[list[Sentence]]:
    """「会议同意甲提出的方案。会后修改完善，按程序报批。」: what is agreed to, with what is then to be done."""
    held: list[Sentence] = []
    for sentence in sentences:
        if held:
            both = "".join(one.words for one in held).rstrip("。；") + "，" + sentence.words
            follows = (
                not prose_duties(sentence.words, directory)
                and not decides(sentence.words)
                and prose_duties(both, directory)
            )
            if follows:
                held.append(sentence)
                continue
            yield held
            held = []
        if agrees(sentence.words) and not prose_duties(sentence.words, directory):
            held = [sentence]
        else:
            yield [sentence]
    if held:
        yield held


def _draft(
    sentences: Sequence[Sentence], duties: Duties, section: Section, directory: Directory, whole: bool = False
) -> Draft | None:
    """The decision in these sentences, or None where they ask nobody; every sentence is marked as what it is."""
    said = decided(sentences, directory, whole)
    text = "".join(words for _, words in said.kept).strip("；;，, ")
    draft = None
    named = whole or not (_only_vague(duties, directory) or is_general(text, directory))
    if text and duties.shares and named:
        first = sentences[0]
        draft = Draft(text, _passage(sentences), first.line.place, duties, category=section.heading)
    for sentence, reason in said.dropped:
        sentence.line.mark(Fate.BACKGROUND, reason, start=sentence.start, end=sentence.end)
    for sentence, words in said.kept:
        if draft:
            sentence.line.mark(Fate.ITEM, draft=draft, start=sentence.start, end=sentence.end)
        else:
            fate, reason = _of_nobody(words, directory)
            sentence.line.mark(fate, reason, start=sentence.start, end=sentence.end)
    return draft


def _passage(sentences: Sequence[Sentence]) -> str:
    return "".join(tidy(one.line.words[one.start : one.end]) for one in sentences)


def _only_vague(duties: Duties, directory: Directory) -> bool:
    names = split_all([*duties.shares.lead, *duties.shares.either, *duties.shares.co], directory)
    return all(directory.find(name).is_vague for name in names)


def _of_nobody(words: str, directory: Directory) -> tuple[Fate, str]:
    """What a sentence is that asks no unit."""
    if is_general(words, directory):
        return Fate.BACKGROUND, "对各单位的一般要求"
    if agrees(words):
        return Fate.BACKGROUND, "只表示同意"
    if demands(words):
        return Fate.UNREAD, "没有读出由谁办"
    return Fate.BACKGROUND, "只作说明"


def _joined(section: Section, directory: Directory) -> list[Point]:
    """Unnumbered paragraphs that one clause asks for are one decision, with the demand that stands before it."""
    joined: list[Point] = []
    for point in section.points:
        held = joined[-1] if joined else None
        if held and _runs_on(held, point, directory):
            clauses = held.clauses if held.duties else []
            joined[-1] = Point(
                held.sentences + point.sentences,
                False,
                point.duties,
                [*clauses, *(one for one in point.clauses if one not in clauses)],
            )
        else:
            joined.append(point)
    return joined


def _runs_on(held: Point, point: Point, directory: Directory) -> bool:
    if held.numbered or point.numbered or not point.duties:
        return False
    ended = held.text.rstrip().endswith(("。", "！", "；", "：", ":"))
    return held.duties is point.duties or (
        ended and not held.duties and demands(held.text) and not asks_in(held, directory)
    )
