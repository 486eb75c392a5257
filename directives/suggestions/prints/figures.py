"""采纳统计 on paper: to whom suggestions were put and what became of them, the share with its base."""

from django.conf import settings
from django.utils import timezone

from bureau.press.typeset.dates import chinese_date
from bureau.press.typeset.sheets import Column, Report, Section, Table
from directives.suggestions.counting import Counting, Line
from directives.suggestions.figures import Figure

HEADS = (
    Column("提给", "left", 0.2),
    *[Column(str(Figure(name).label), "right", 0.09) for name in Figure.values],
    Column("采纳率", "right", 0.17),
)
BASES = (
    "按发出日期计，不含作废的。\n"
    "采纳率：采纳和部分采纳／已答复；不足5条的不算百分比。\n"
    "纳入决策：登记了采纳文件的。按固定次序排列，不是排名。"
)


def figures_sheet(counting: Counting) -> Report:
    today = timezone.localdate()
    lines = (*counting.lines, counting.total)
    return Report(
        f"督查建议采纳情况（{counting.period.words}）",
        today,
        (
            Section("一、按收文单位", "", Table(HEADS, tuple(row(line) for line in lines))),
            Section("二、计算口径", BASES),
        ),
        left=settings.BUREAU_NAME,
        right=f"截至{chinese_date(today)}",
    )


def row(line: Line) -> tuple[str, ...]:
    share = line.taken_up
    percent = "" if share.few else f"（{share.tenths}%）"
    said = f"{share.part}／{share.whole}{percent}" if share.whole else "—"
    return (line.label, *[str(line.counts[name]) for name in Figure.values], said)
