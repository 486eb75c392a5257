"""Minutes → drafts: sections 一、二、…; in each the numbered decisions; to each the clause that asks somebody."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bureau.org.naming import Directory
from bureau.org.reading.clauses import Duties, bracket_spans, read_clause, take_clauses
from bureau.org.reading.prose import prose_duties
from bureau.org.reading.roles import Shares
from bureau.org.reading.words import tidy, widen

from .drafts import Draft
from .numbering import split_numbered, starts_section, strip_number
from .word import Paragraph

ASKS = r"会议(?:研究|一致|经研究)?(?:议定|决定|要求|明确|确定|同意|原则同意|原则通过|强调|商定)|(?:议定|决定|明确)(?:如下)?事项"
LEAD_IN = re.compile(rf"(?:{ASKS})(?:如下|以下事项)?[，,:：]?\s*")
OPENING = re.compile(rf"^(?:(?:{ASKS})(?:如下|以下事项)?[，,:：]\s*|会议(?:研究)?(?:议定|决定|要求|明确))")
TOLD = re.compile(r"^会议(?:听取|指出|认为|学习|传达|审议|分析|通报|肯定|观看|还?听取)")
TOPIC = re.compile(r"^关于[^，。；：]{2,40}。(?=.)")
SENTENCE = re.compile(r"[^。！？；]*[。！？；]?")
TITLE = re.compile(r"^[^。；：:]{2,50}$")
END = re.compile(
    r"^(?:出席|列席|参会|参加|缺席|请假|记录|主持|抄送|抄报|分送|发送|主送|报|送|发|印发|附件)[人单位:：\s]"
)


@dataclass
class Section:
    """One numbered point of the minutes: its heading, and its pieces waiting for a clause."""

    heading: str = ""
    duties: Duties = field(default_factory=Duties)
    pieces: list["Piece"] = field(default_factory=list)


@dataclass
class Piece:
    """One candidate decision. `numbered`: it had a number of its own, so it never joins its neighbour."""

    text: str
    passage: str
    place: str
    numbered: bool
    duties: Duties = field(default_factory=Duties)


def read_minutes(paragraphs: list[Paragraph], directory: Directory) -> list[Draft]:
    """Every passage that asks a unit for something, in order."""
    preamble, *sections = _sections(paragraphs, directory)
    if sections:
        preamble.pieces = [piece for piece in preamble.pieces if piece.duties]
    return [draft for section in (preamble, *sections) for draft in _asked(section, directory)]


def _sections(paragraphs: list[Paragraph], directory: Directory) -> Iterator[Section]:
    section = Section()
    for paragraph in paragraphs:
        if END.match(paragraph.words):
            continue
        words = widen(paragraph.words.strip())
        if starts_section(words):
            yield section
            section, words = _open(words, directory)
        if words:
            _fill(section, words, paragraph, directory)
    yield section


def _open(words: str, directory: Directory) -> tuple[Section, str]:
    """The heading, the clause it may carry, and what follows it in the same paragraph."""
    bare = strip_number(words)
    heading, said = take_clauses(bare, directory)
    if TITLE.match(heading):
        return Section(heading, said), ""
    title, stop, rest = bare.partition("。")
    if stop and TITLE.match(title) and title.startswith("关于"):
        return Section(title), rest
    return Section(), bare


def _fill(section: Section, words: str, paragraph: Paragraph, directory: Directory) -> None:
    """A paragraph adds pieces, or is itself the clause of the pieces before it."""
    left, said = take_clauses(words, directory)
    if said and not strip_number(left).strip("。；;，, （）()"):
        _give(section, said, paragraph)
        return
    place = f"第{paragraph.number}段"
    for at, chunk in enumerate(split_numbered(words)):
        numbered = strip_number(chunk) != chunk.strip() or paragraph.listed or at > 0
        for text, duties in _by_clause(chunk, directory):
            piece = Piece(text, chunk, place, numbered, duties)
            if section.pieces and _explains(section.pieces[-1], piece):
                section.pieces[-1] = _explained(section.pieces[-1], piece)
            else:
                section.pieces.append(piece)


def _explains(numbered: Piece, piece: Piece) -> bool:
    """A paragraph below a numbered point that has no clause yet says more about that point."""
    told = numbered.numbered and not numbered.duties and not piece.numbered
    return told and not OPENING.match(piece.text)


def _explained(numbered: Piece, piece: Piece) -> Piece:
    """The point and the paragraph below it; a bare heading gives way to what it heads."""
    heading = TITLE.match(strip_number(numbered.text)) and len(numbered.text) <= 24
    text = piece.text if heading else numbered.text + piece.text
    return Piece(text, numbered.passage + piece.passage, numbered.place, True, piece.duties)


def _give(section: Section, said: Duties, paragraph: Paragraph) -> None:
    """A clause in a paragraph of its own belongs to all before it that still have none."""
    last = section.pieces[-1].duties if section.pieces else Duties()
    if last and _goes_on(last, said):
        both = last.and_also(said)
        for piece in section.pieces:
            piece.duties = both if piece.duties is last else piece.duties
        return
    waiting = []
    for piece in reversed(section.pieces):
        if piece.duties:
            break
        waiting.append(piece)
    for piece in waiting:
        piece.duties = said
        piece.passage = f"{piece.passage}{paragraph.words}"
    if not section.pieces:
        section.duties = section.duties.and_also(said)


def _goes_on(earlier: Duties, said: Duties) -> bool:
    """「牵头单位：甲」 / 「完成时限：…」 on lines of their own are one clause."""
    return not said.shares or not said.shares.lead or not (earlier.shares.lead or earlier.shares.either)


def _by_clause(chunk: str, directory: Directory) -> list[tuple[str, Duties]]:
    """One decision per clause: 「A。（责任单位：甲）B。（责任单位：乙）」 are two."""
    pieces, start = [], 0
    for begin, end in bracket_spans(chunk):
        if read_clause(chunk[begin + 1 : end - 1], directory) and begin > start:
            text, duties = take_clauses(chunk[start:end], directory)
            pieces.append((text, duties))
            start = end
    rest = chunk[start:].strip("。；; \n")
    if rest or not pieces:
        text, duties = take_clauses(chunk[start:], directory)
        pieces.append((text, duties)) if text.strip("。；; ") else pieces
    return pieces


def _asked(section: Section, directory: Directory) -> list[Draft]:
    """Drafts of a section: pieces with a clause or a unit in their own words; the rest tells, not asks."""
    drafts = []
    for piece in _joined(section):
        for text in _sentences(piece, directory):
            duties = piece.duties if piece.duties.shares else piece.duties.over(_in_prose(text, directory))
            if piece.numbered or len(section.pieces) == 1 or duties:
                duties = duties.over(section.duties)
            if duties.shares and text:
                drafts.append(
                    Draft(text.rstrip("；"), piece.passage, piece.place, duties, category=section.heading)
                )
    return drafts


def _sentences(piece: Piece, directory: Directory) -> list[str]:
    """Without a clause each sentence that asks a unit is a decision; what follows it explains it."""
    text = decision(piece.text)
    if piece.duties:
        return [text]
    texts: list[str] = []
    for sentence in SENTENCE.findall(text):
        sentence = strip_number(OPENING.sub("", sentence, count=1)) if texts else sentence
        if texts and not (_asks(sentence, directory) and _asks(texts[-1], directory)):
            texts[-1] += sentence
        elif sentence:
            texts.append(sentence)
    return texts


def _asks(text: str, directory: Directory) -> Shares:
    return _in_prose(text, directory).shares


def _in_prose(text: str, directory: Directory) -> Duties:
    """A title or an address line is no sentence and asks nobody."""
    return prose_duties(text, directory) if text.endswith(("。", "；", "！")) else Duties()


def _joined(section: Section) -> list[Piece]:
    """Unnumbered paragraphs before a clause are its background and its decision together."""
    joined, held = [], None
    for piece in section.pieces:
        if held and _runs_on(held, piece):
            piece = Piece(
                held.text + piece.text, held.passage + piece.passage, piece.place, False, piece.duties
            )
        elif held:
            joined.append(held)
        held = None if piece.numbered else piece
        joined += [piece] if piece.numbered else []
    return [*joined, held] if held else joined


def _runs_on(held: Piece, piece: Piece) -> bool:
    """A sentence before the clause belongs to it; a title or date line above does not."""
    ended = held.text.rstrip().endswith(("。", "！", "；", "：", ":"))
    return ended and not piece.numbered and bool(piece.duties) and held.duties in (Duties(), piece.duties)


def decision(text: str) -> str:
    """The decision itself: no numbering, no 「会议要求，」, and not what was only reported before it."""
    text = strip_number(tidy(text).lstrip("；;，,。、 "))
    text = TOPIC.sub("", text, count=1)
    asked = LEAD_IN.search(text)
    if asked and TOLD.match(text):
        text = text[asked.start() :]
    sentences = [s for s in SENTENCE.findall(text) if s]
    asking = [s for s in sentences if not TOLD.match(s)]
    text = strip_number(OPENING.sub("", "".join(asking), count=1))
    return text.strip("；;，, ")
