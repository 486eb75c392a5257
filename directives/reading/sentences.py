"""A paragraph cut into its points and sentences, each with the place it stands at, so that nothing is altered or lost."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from bureau.org.naming import Directory
from bureau.org.reading.clauses import BARE_LABEL, Duties, bracket_spans, labels_in, named_by, read_clause
from bureau.org.reading.headers import DUTY_ROLES, WORKED, role
from bureau.org.reading.prose import all_known, begins_demand, prose_duties
from bureau.org.reading.words import tidy, widen

from .numbering import split_numbered, strip_number
from .page import Line

ENDS = "。！？；;!?"
OPEN, CLOSE = "（(【[〔《“「", "）)】]〕》”」"
BULLETS = "—-–·•●■◆▲★☆※*"
STOPS = "。；;，,、 \u3000\t"
TOPIC = re.compile(r"^[^，,。；;：:]{2,12}[：:]")
"""「森林防火方面：」 before who is asked."""


@dataclass(eq=False)
class Sentence:
    """One sentence of a line, with the signs it spans; `words`: as it is shown."""

    line: Line
    start: int
    end: int
    words: str


@dataclass(eq=False)
class Point:
    """One candidate decision: its sentences, and the clause that asks for it. `numbered`: it has a number of its own, so it
    never joins its neighbour. `clauses`: where its clause stands."""

    sentences: list[Sentence]
    numbered: bool = False
    duties: Duties = field(default_factory=Duties)
    clauses: list[tuple[Line, int, int]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(sentence.words for sentence in self.sentences)


def points(line: Line, start: int, directory: Directory) -> list[Point]:
    """The points of a line from `start` on, in order."""
    found = []
    for first, last in _numbered(line.words, start, len(line.words), directory):
        numbered = (
            line.listed
            or first > start
            or strip_number(line.words[first:last]) != line.words[first:last].strip()
        )
        found += list(_by_clause(line, first, last, numbered, directory))
    return found


def _numbered(words: str, start: int, end: int, directory: Directory) -> Iterator[tuple[int, int]]:
    """Where each numbered point begins and ends; finer numbers count where each of them asks somebody else."""
    at = start
    chunks = split_numbered(words[start:end])
    for chunk in chunks:
        inner = _inner(chunk, directory) if len(chunks) > 1 or strip_number(chunk) != chunk.strip() else []
        for length in inner or [len(chunk)]:
            yield at, at + length
            at += length


def _inner(chunk: str, directory: Directory) -> list[int]:
    """Lengths of the finer points of a point, its own beginning with the first of them."""
    bare = strip_number(chunk)
    lead = chunk.find(bare)
    finer = split_numbered(bare) if lead > 0 else [bare]
    if len(finer) < 2 or sum(_asks(one, directory) for one in finer) < 2:
        return []
    lengths = [len(one) for one in finer]
    lengths[0] += lead
    lengths[-1] += len(chunk) - lead - len(bare)
    if not _asks(finer[0], directory) and len(finer[0]) < 40:
        lengths[1:2], lengths[:1] = [lengths[0] + lengths[1]], []
    return lengths


def _asks(words: str, directory: Directory) -> bool:
    return bool(prose_duties(tidy(strip_number(words)), directory)) or any(
        read_clause(words[b + 1 : e - 1], directory) for b, e in bracket_spans(words)
    )


def _by_clause(line: Line, start: int, end: int, numbered: bool, directory: Directory) -> Iterator[Point]:
    """One decision per clause: 「A。（责任单位：甲）B。（责任单位：乙）」 are two."""
    words, at = line.words, start
    held = Duties()

    for begin, stop in ((start + b, start + e) for b, e in bracket_spans(words[start:end])):
        said = read_clause(words[begin + 1 : stop - 1], directory)
        if not said:
            continue
        while stop < end and words[stop] in STOPS:
            stop += 1
        if words[begin] == "【" and stop < end and not strip_number(words[at:begin]).strip(STOPS):
            held = said  # 「【县住建局】完成清淤」: it opens what it asks for
            continue
        yield Point(sentences(line, at, begin, directory), numbered, said, [(line, begin, stop)])
        at = stop
    if words[at:end].strip(ENDS + STOPS):
        point = _labelled(line, at, end, numbered, directory)
        yield replace(point, duties=point.duties.over(held), numbered=numbered or bool(held))


def _labelled(line: Line, start: int, end: int, numbered: bool, directory: Directory) -> Point:
    """What a label opens is clause: 「…。责任单位：甲；完成时限：…」, to the end or to the label that opens text again, as in
    「承办单位：甲。存在问题：…。下一步要求：…。完成时限：…」."""
    words = line.words[start:end]
    labels = [(match.start(), role(named_by(match))) for match in labels_in(words)]
    opening = next((at for at, asked in labels if asked in DUTY_ROLES), _without_colon(words, directory))
    if opening is None:
        return Point(sentences(line, start, end, directory), numbered)
    turns = [(at, said in WORKED) for at, said in labels if at > opening and said in WORKED | DUTY_ROLES]
    point = Point(sentences(line, start, start + opening, directory), numbered)
    for (at, tells), (stop, _) in pairwise([(opening, False), *turns, (len(words), False)]):
        if tells:
            point.sentences += sentences(line, start + at, start + stop, directory)
        else:
            point.duties = point.duties.and_also(read_clause(words[at:stop], directory))
            point.clauses.append((line, start + at, start + stop))
    return point


def _without_colon(words: str, directory: Directory) -> int | None:
    """Where 「…，责任单位县住建局」 begins: behind a stop, and followed by units alone."""
    for match in BARE_LABEL.finditer(words, 1):
        asked = read_clause(words[match.start() :], directory).shares
        named = [*asked.lead, *asked.either]
        if words[match.start() - 1] in STOPS and named and all(all_known(one, directory) for one in named):
            return match.start()
    return None


def sentences(line: Line, start: int, end: int, directory: Directory) -> list[Sentence]:
    found = []
    for first, last in _demands(line.words, _spans(line.words, start, end), directory):
        if words := cleaned(line.words[first:last]):
            found.append(Sentence(line, first, last, words))
    return found


def cleaned(words: str) -> str:
    return widen(tidy(words)).lstrip("；;，,。、 " + BULLETS)


def _demands(words: str, spans: Iterator[tuple[int, int]], directory: Directory) -> Iterator[tuple[int, int]]:
    """「甲要…，乙要…」 is two sentences, and so is 「各乡镇要…，乙要…」."""
    for first, last in spans:
        at, demanded = first, False
        for piece in re.finditer(r"[^，,]+[，,]?", words[first:last]):
            said = TOPIC.sub("", tidy(strip_number(piece[0])))
            if demanded and begins_demand(said, directory):
                yield at, first + piece.start()
                at = first + piece.start()
            demanded = demanded or begins_demand(said, directory, groups=True)
        yield at, last


def _spans(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Each sentence with what closes it; no sentence ends inside brackets or quotes."""
    depth, first = 0, start
    for at in range(start, end):
        sign = words[at]
        depth = max(0, depth + (sign in OPEN) - (sign in CLOSE))
        stops = sign in ENDS or (
            sign == "." and re.match(r"[\u4e00-\u9fff）)]\.(?!\d)", words[max(at - 1, 0) : at + 2])
        )
        if stops and (not depth or at - first > 400):
            yield first, at + 1
            first, depth = at + 1, 0
    if first < end:
        yield first, end
