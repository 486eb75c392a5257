"""Is the timeline still what was written? An edited, inserted or deleted line breaks the chain of digests;
a cut tail differs from what the cover counts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

from bureau.matters.models import Entry, Matter
from bureau.matters.timeline import FACTS, digest

LINE = ("matter_id", "at", "digest", *FACTS)
COVER = ("matter__entry_count", "matter__chain_head")
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
    return [] if head == last.matter__chain_head else [f"末条（第{last.seq}条）的链码与封面所记不符"]
