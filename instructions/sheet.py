"""The figures of instructions as Excel: one line per leader, level, unit and month, parts and wholes in columns of
their own."""

from instructions.counting import Counting
from instructions.figures import UNITS, Figure, told_of
from instructions.tally import Line

COUNTS = [name for name in Figure.values if name != Figure.RETURNED]
COLUMNS = [
    ("group", "分类"),
    ("co", "名称"),
    *[(name, Figure(name).label) for name in COUNTS],
    ("matters_returned", "被退回（件）"),
    ("returned", "退回次数"),
    ("sent", "送审次数"),
    ("spells", "办理轮数"),
    ("mean", "平均工作日"),
    ("median", "中位工作日"),
]


class FiguresSheet:
    """What `bureau.pages.export` asks of a table."""

    def __init__(self, counting: Counting):
        groups = {
            "合计": [counting.whole],
            "批示领导": counting.leaders,
            "批示层级": counting.levels,
            UNITS: counting.units,
            "登记月份": counting.months,
        }
        self.rows = [cells(group, line) for group, lines in groups.items() for line in lines]

    def ledger_columns(self):
        return COLUMNS

    def ledger_rows(self):
        return iter(self.rows)


def cells(group: str, line: Line) -> list:
    tally, returned = line.tally, line.tally.share("returned")
    return [
        group,
        line.label,
        *[line.counts[name] if name in told_of(group) else None for name in COUNTS],
        line.counts[Figure.RETURNED],
        returned.part,
        returned.whole,
        len(tally.days),
        tally.mean,
        tally.median,
    ]
