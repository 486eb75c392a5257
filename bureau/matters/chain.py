"""Is the timeline still what was written? An edited, inserted or deleted line breaks the chain of digests; a cut tail differs
from what the cover counts, and a cover that was turned back from its seal. Are all matters still there? One that is gone
leaves its place in the register empty."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

from bureau.matters import seals
from bureau.matters.models import Entry, Matter, Register
from bureau.matters.timeline import FACTS, digest

LINE = ("matter_id", "at", "digest", *FACTS)
COVER = ("matter__entry_count", "matter__chain_head", "matter__place", "matter__link", "matter__seal")
EXCERPT = 40  # characters of a line that are quoted


@dataclass
class Verdict:
    """What became of one matter's timeline; `faults` in words, empty when it is whole."""

    matter_id: int
    lines: int = 0
    faults: list[str] = field(default_factory=list)


def verdicts(matters=None) -> Iterator[Verdict]:
    """One verdict per matter of the queryset (all by default), in bounded memory: the lines are streamed by
    one query, which also brings what the covers say, so that those who write meanwhile disturb nothing."""
    lines = Entry.objects.filter(matter__in=matters) if matters is not None else Entry.objects.all()
    rows = lines.order_by("matter_id", "seq").values_list(*LINE, *COVER, named=True)
    for matter, of_matter in groupby(rows.iterator(chunk_size=5000), key=attrgetter("matter_id")):
        yield verdict(matter, of_matter)
    bare = (Matter.objects.all() if matters is None else matters).filter(entries__isnull=True)
    for matter in bare.values_list("pk", flat=True).iterator():
        yield Verdict(matter, faults=["一条动态也没有：登记时写下的动态已缺失"])


def verdict(matter_id: int, rows) -> Verdict:
    """Walk one matter's lines in their order. After a gap the next line has nothing to be checked against."""
    found, before = Verdict(matter_id), ""
    expected = 1
    for row in rows:
        if row.seq != expected:
            found.faults.append(missing(expected, row.seq - 1))
        elif row.digest != digest(row, before):
            found.faults.append(f"第{row.seq}条动态与链码不符（被改动或插入）：{row.sentence[:EXCERPT]}")
        before, expected = row.digest, row.seq + 1
        found.lines += 1
    found.faults += wrong_end(row, before)
    return found


def missing(first: int, last: int) -> str:
    return f"第{first}条动态缺失（被删除）" if first == last else f"第{first}条至第{last}条动态缺失（被删除）"


def wrong_end(last, head: str) -> list[str]:
    """What the cover says of the end of the chain, held against its last line."""
    counted = last.matter__entry_count
    if counted > last.seq:
        return [f"末尾被截去：封面记有{counted}条，{missing(last.seq + 1, counted)}"]
    if counted < last.seq:
        return [f"末尾多出：封面记有{counted}条，第{counted + 1}条起为插入"]
    if head != last.matter__chain_head:
        return [f"末条（第{last.seq}条）的链码与封面所记不符"]
    ends = (getattr(last, name) for name in COVER[:-1])
    sealed = seals.same(last.matter__seal, seals.of_cover(last.matter_id, *ends))
    return [] if sealed else ["封面所记的条数、链码与封印不符：末尾可能被截去后改过封面"]


def register_faults() -> list[str]:
    """What is wrong with the set of all matters, in words. The register is read first: who is registered meanwhile stands
    behind it and disturbs nothing."""
    register = Register.objects.first() or Register()
    rows = Matter.objects.filter(place__lte=register.count).order_by("place")
    found, before, last = [], "", None
    for row in rows.values_list("pk", "number", "place", "link", named=True).iterator(chunk_size=5000):
        expected = last.place + 1 if last else 1
        if row.place != expected:
            found.append(gone(expected, row.place - 1, last, row))
        elif not seals.same(row.link, seals.of_place(row.place, row.pk, before)):
            found.append(f"{named(row)}：登记链在此断开，此前有事项被删除或顶替")
        before, last = row.link, row
    return found + wrong_register(register, last)


def wrong_register(register, last) -> list[str]:
    """What the register says of its end, held against the last matter that stands in it."""
    there = last.place if last else 0
    if register.count and not seals.same(register.seal, seals.of_register(register.count, register.head)):
        return ["登记簿所记的件数与封印不符：末尾的事项可能被删除后改过登记簿"]
    if not register.count and Matter.objects.exists():
        return ["登记簿是空的，事项却有：登记簿被删除"]
    if there < register.count:
        return [gone(there + 1, register.count, last, None)]
    return [] if not last or last.link == register.head else [f"{named(last)}：与登记簿所记的末件不符"]


def gone(first: int, last: int, before, after) -> str:
    places = f"第{first}件" if first == last else f"第{first}件至第{last}件"
    between = "".join(
        [f"，在{named(before)}之后" if before else "", f"，在{named(after)}之前" if after else ""]
    )
    return f"登记簿{places}事项缺失（被删除）{between}"


def named(matter) -> str:
    return matter.number or f"未编号（序号{matter.pk}）"
