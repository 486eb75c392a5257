"""The figures of all functions as Excel: a line per group, parts and wholes in columns of their own."""

from bureau.matters.counting.grouping import BY
from bureau.matters.counting.measures import MEASURES, SHARES, Tally


class FiguresSheet:
    """What `bureau.pages.export` asks of a table."""

    def __init__(self, counting):
        groups = {"合计": [("合计", counting.total)], **{BY[by]: counting.grouped(by) for by in BY}}
        self.rows = [cells(group, label, tally) for group in groups for label, tally in groups[group]]

    @staticmethod
    def ledger_columns() -> list[tuple[str, str]]:
        shares = [
            (f"{name}_{end}", f"{label}（{words}）")
            for name, (label, _part, _whole) in SHARES.items()
            for end, words in (("part", "件"), ("whole", "应计件数"))
        ]
        days = [(name, MEASURES[name]) for name in ("mean", "median")]
        return [("group", "分类"), ("co", "名称"), ("registered", "登记"), *shares, *days]

    def ledger_rows(self):
        return iter(self.rows)


def cells(group: str, label: str, tally: Tally) -> list:
    shares = [number for ratio in tally.shares.values() for number in (ratio.part, ratio.whole)]
    return [group, label, tally.registered, *shares, tally.mean, tally.median]
