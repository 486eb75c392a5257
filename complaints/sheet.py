"""The figures of complaints as Excel: one line per channel, cause, unit, place and month, parts and wholes in columns of their own."""

from collections.abc import Iterable

from complaints.counting import GROUPS, Counting, Line
from complaints.figures import Figure

COLUMNS = [
    ("group", "分类"),
    ("co", "名称"),
    *[(name, Figure(name).label) for name in Figure.values],
    ("mean", "平均工作日"),
    ("median", "中位工作日"),
]


class FiguresSheet:
    """What `bureau.pages.export` asks of a table."""

    def __init__(self, counting: Counting) -> None:
        lines = [("合计", Line("合计", {}, counting.total))]
        lines += [(label, line) for group, label in GROUPS.items() for line in counting.lines(group)]
        self.rows = [cells(group, line) for group, line in lines]

    def ledger_columns(self) -> list[tuple[str, str]]:
        return COLUMNS

    def ledger_rows(self) -> Iterable[list]:
        return iter(self.rows)


def cells(group: str, line: Line) -> list:
    tally = line.tally
    return [group, line.label, *[tally.counts[name] for name in Figure.values], tally.mean, tally.median]
