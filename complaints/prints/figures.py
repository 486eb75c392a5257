"""统计 on paper: the tables of a period, every share with its base."""

from collections.abc import Iterable

from django.conf import settings
from django.utils import timezone

from bureau.matters.counting.figures import Ratio
from bureau.press.typeset.dates import chinese_date
from bureau.press.typeset.sheets import Column, Report, Section, Table
from complaints.counting import GROUPS, Counting, Line, Received
from complaints.figures import SHARES, Figure

NUMERALS = "一二三四五六七八九十"
HEADS = (
    Column("", "left", 0.24),
    Column("登记", "right", 0.08),
    Column("受理", "right", 0.08),
    Column("不予受理", "right", 0.1),
    Column("办结", "right", 0.08),
    Column("按时／应办结", "right", 0.15),
    Column("属实／已查核", "right", 0.13),
    Column("满意／有效评价", "right", 0.14),
)


def figures_sheet(counting: Counting, received: Received) -> Report:
    sections = [Section("一、总的情况", overview(counting, received), channels(received))]
    for group, label in GROUPS.items():
        lines = counting.lines(group)
        if lines:
            heading = f"{NUMERALS[len(sections)]}、按{label}"
            sections.append(
                Section(heading, "", Table((Column(label, "left", 0.24), *HEADS[1:]), rows(lines)))
            )
    sections.append(Section(f"{NUMERALS[len(sections)]}、计算口径", BASES))
    today = timezone.localdate()
    return Report(
        f"营商环境投诉办理情况（{counting.period.words}）",
        today,
        tuple(sections),
        left=settings.BUREAU_NAME,
        right=f"截至{chinese_date(today)}",
    )


BASES = (
    "登记、受理、不予受理、办结按收到日期计；应办结为办理时限在本期内已到的，含上期结转，没有应办结的写“无应办结”，不算百分比。\n"
    "属实含部分属实；满意含基本满意，有效评价不含未评价和经甄别诉求不合法的。\n"
    "表中按固定次序排列，不是排名；不足5件的不算百分比。"
)


def overview(counting: Counting, received: Received) -> str:
    total, counts = counting.total, counting.total.counts
    lines = [
        f"共接待来信、来访、来电等{received.batches}批{received.persons}人次，其中当场答复{received.answered}批。",
        f"登记投诉{counts[Figure.REGISTERED]}件，受理{counts[Figure.ACCEPTED]}件，不予受理{counts[Figure.REFUSED]}件，"
        f"导入其他渠道{counts[Figure.ROUTED]}件，上期结转{counts[Figure.CARRIED]}件。",
        "，".join(
            f"{label}{words(total.share(name))}（{base}）"
            for name, (label, _part, _whole, base) in SHARES.items()
        )
        + "。",
    ]
    if total.days:
        lines.append(
            f"平均用时{total.mean:.1f}个工作日，中位{total.median:.1f}个工作日（{len(total.days)}件）。"
        )
    return "\n".join(lines)


def words(share: Ratio) -> str:
    """「14／15，93.3%」; of few no percentage, of nothing none at all."""
    if not share.whole:
        return "无"
    counted = f"{share.part}／{share.whole}"
    return counted if share.few else f"{counted}，{share.tenths}%"


def channels(received: Received) -> Table | None:
    if not received.channels:
        return None
    heads = (Column("渠道", "left", 0.4), Column("批次", "right", 0.3), Column("人次", "right", 0.3))
    return Table(
        heads, tuple((label, str(batches), str(people)) for _key, label, batches, people in received.channels)
    )


def rows(lines: Iterable[Line]) -> tuple:
    return tuple(row(line) for line in lines)


def row(line: Line) -> tuple[str, ...]:
    counts, tally = line.tally.counts, line.tally
    plain = (Figure.REGISTERED, Figure.ACCEPTED, Figure.REFUSED, Figure.SETTLED)
    due = tally.share("on_time")
    return (
        line.label,
        *[str(counts[name]) for name in plain],
        part(due) if due.whole else "无应办结",
        part(tally.share("substantiated")),
        part(tally.share("content")),
    )


def part(share: Ratio) -> str:
    return f"{share.part}／{share.whole}" if share.whole else "—"
