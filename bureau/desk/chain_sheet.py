"""一事一档: a chain on paper, link by link, each with when, what, who, on which paper, and what became of it."""

from collections.abc import Mapping, Sequence

from django.conf import settings
from django.utils import timezone

from bureau.matters.lineage.nodes import Key, Node, Tie
from bureau.matters.lineage.walking import Chain
from bureau.matters.models import UpstreamChange
from bureau.press.typeset.dates import chinese_date
from bureau.press.typeset.sheets import Column, Report, Section, Table

HEADS = (
    Column("日期", "left", 0.15),
    Column("事项、文书和起因", "left", 0.38),
    Column("单位、人员", "left", 0.2),
    Column("情况", "left", 0.27),
)


def chain_sheet(chain: Chain, changed: Mapping[Key, Sequence[UpstreamChange]]) -> Report:
    """What its reader may know, on the day it is printed; `changed`: what has changed under it since, and waits."""
    today, causes = timezone.localdate(), chain.causes()
    parts = [(part.label, nodes) for part, nodes in chain.parts() if nodes]
    rows = tuple(
        row(node, causes.get(node.key, []), changed.get(node.key, []))
        for _label, nodes in parts
        for node in nodes
    )
    groups = tuple((label, len(nodes)) for label, nodes in parts)
    return Report(
        f"{chain.start.short}全链情况",
        today,
        (Section("", "", Table(HEADS, rows, groups)),),
        left=settings.BUREAU_NAME,
        right=f"截至{chinese_date(today)}",
    )


def row(node: Node, causes: list[tuple[Tie, Node]], changed: Sequence[UpstreamChange]) -> tuple[str, ...]:
    named = f"{node.label}　{node.number}\n{node.title}" if node.number else f"{node.label}　{node.title}"
    ties = [
        f"{tie.why}：{earlier.short}{f'（{tie.quoted}）' if tie.quoted else ''}" for tie, earlier in causes
    ]
    gone = [] if node.stands else ["已不成立"]
    state = [node.state] if node.state else []
    since = [f"上游有变：{one.words}" for one in changed]
    day = f"{node.on:%Y-%m-%d}" if node.on else ""
    return day, "\n".join([named, *ties]), node.who, "；".join([*gone, *state, *node.told, *since])
