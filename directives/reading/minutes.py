"""The text of a paper → drafts: under its headings the points; to each the clause or the sentence that asks somebody."""

import re
from collections.abc import Iterator, Sequence

from bureau.org.naming import Directory
from bureau.org.reading.appointing import split_all
from bureau.org.reading.clauses import Duties
from bureau.org.reading.prose import helpers, prose_duties
from bureau.org.reading.roles import Shares
from bureau.org.reading.words import tidy

from .deciding import agrees, decided, decides, demands, is_general, works
from .drafts import Draft
from .items import Fate
from .numbering import strip_number
from .outline import Block, outline
from .page import Line
from .sections import Section, asks_in, sections_of
from .sentences import Point, Sentence

REPORT = re.compile(r"(?:报告|总结|汇报|简报)(?:[（(].{1,8}[）)])?$")
HEARD = re.compile(r"听取|审议|研究|讨论|通报")
"""What a meeting did with a report, which makes the paper none."""


def read_minutes(lines: Sequence[Line], directory: Directory) -> list[Draft]:
    """Every passage that asks a unit for something, in order; of all others it is said what they are."""
    report = any(_is_report(tidy(line.words)) for line in lines[:4])
    sections = list(sections_of(outline(lines, directory), directory))
    for section in sections:
        section.report = report
    return [draft for section in sections for draft in _drafts(section, directory)]


def _is_report(title: str) -> bool:
    return REPORT.search(title) is not None and not HEARD.search(title)


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
        duties = point.duties.over(_with_helpers(inherited, point, directory))
        drafts = [_draft(point.sentences, duties, section, directory, whole=True)]
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


def _with_helpers(inherited: Duties, point: Point, directory: Directory) -> Duties:
    """Who is asked by the heading, or by the address of a letter: 「请你单位会同甲…」."""
    helping = helpers(point.text, directory) if inherited else []
    return inherited.and_also(Duties(Shares(co=helping))) if helping else inherited


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
    topic = next((one.words.removesuffix("。") for one, reason in said.dropped if reason == "标题"), "")
    draft = None
    named = whole or not (_only_vague(duties, directory) or is_general(text, directory))
    if text and duties.shares and named:
        first = sentences[0]
        draft = Draft(text, _passage(sentences), first.line.place, duties, category=topic or section.heading)
    for sentence, reason in said.dropped:
        sentence.line.mark(Fate.BACKGROUND, reason, start=sentence.start, end=sentence.end)
    for sentence, words in said.kept:
        if draft:
            sentence.line.mark(Fate.ITEM, draft=draft, start=sentence.start, end=sentence.end)
        else:
            fate, reason = (
                _of_nobody(words, directory) if not section.tells else (Fate.BACKGROUND, "只作说明")
            )
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
    if demands(words) or works(words, directory):
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
