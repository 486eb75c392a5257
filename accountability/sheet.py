"""The figures of accountability as Excel, and on paper."""

from collections.abc import Iterable

from django.conf import settings
from django.utils import timezone

from accountability.counting import GROUPS, TOLD, Counting
from accountability.figures import Figure
from bureau.press.typeset.dates import chinese_date
from bureau.press.typeset.sheets import Column, Report, Section, Table

COLUMNS = [("group", "分类"), ("co", "名称"), *[(name, Figure(name).label) for name in Figure.values]]
NUMERALS = "一二三四五六七八九"
NOTES = (
    "线索按收到日期，立案按批准日期，问责按决定日期计入本期；不含作废的和您无权查阅的。\n"
    "问责人数：同一人只计一次；问责人次：按采取的方式计，一人两种方式计两次。\n"
    "影响期中：到今天仍在影响期的。按固定次序排列，不是排名，也不设指标。"
)


class FiguresSheet:
    """What `bureau.pages.export` asks of a table."""

    def __init__(self, counting: Counting) -> None:
        total = counting.total
        self.rows = [["合计", "合计", *[total.get(name, "") for name in Figure.values]]]
        for group, head in GROUPS.items():
            for line in counting.lines(group):
                self.rows.append([head, line.label, *[line.counts.get(name, "") for name in Figure.values]])

    def ledger_columns(self) -> list[tuple[str, str]]:
        return COLUMNS

    def ledger_rows(self) -> Iterable[list]:
        return iter(self.rows)


def figures_sheet(counting: Counting) -> Report:
    """The tables of a period on upright pages."""
    total = counting.total
    whole = Table(
        (Column("项目", "left", 0.6), Column("数量", "right", 0.4)),
        tuple((Figure(name).label, str(total[name])) for name in Figure.values),
    )
    sections = [Section("一、总的情况", "", whole)]
    for group, head in GROUPS.items():
        lines = counting.lines(group)
        if lines:
            heads = (Column(head, "left", 0.3), *[Column(name.label, "right", 0.14) for name in TOLD])
            rows = tuple((line.label, *[str(line.counts.get(name, "—")) for name in TOLD]) for line in lines)
            sections.append(Section(f"{NUMERALS[len(sections)]}、按{head}", "", Table(heads, rows)))
    sections.append(Section(f"{NUMERALS[len(sections)]}、计算口径", NOTES))
    today = timezone.localdate()
    return Report(
        f"有错无为问责情况（{counting.period.words}）",
        today,
        tuple(sections),
        left=settings.BUREAU_NAME,
        right=f"截至{chinese_date(today)}",
    )
