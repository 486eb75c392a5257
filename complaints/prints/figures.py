"""统计 on paper: the tables of a period, every share with its base."""

from collections.abc import Iterable

from django.conf import settings
from django.utils import timezone

from bureau.matters.counting.figures import Ratio
from bureau.matters.rooms import Told
from bureau.org.models import Person
from bureau.pages.period import Period
from bureau.press.typeset.dates import chinese_date
from bureau.press.typeset.sheets import Column, Report, Section, Table
from complaints.counting import GROUPS, Counting, Line, Received
from complaints.figures import Figure
from complaints.models import Complaint

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
    shares = [
        sentence.format(*said(total.share(name)))
        for name, sentence in PROSE.items()
        if total.share(name).whole
    ]
    lines = [
        f"共接待来信、来访、来电等{received.batches}批{received.persons}人次，其中当场答复{received.answered}批。"
        f"登记投诉{counts[Figure.REGISTERED]}件，受理{counts[Figure.ACCEPTED]}件，不予受理{counts[Figure.REFUSED]}件，"
        f"导入其他渠道{counts[Figure.ROUTED]}件，上期结转{counts[Figure.CARRIED]}件。",
        "".join(shares) + ("" if counts[Figure.DUE] else "本期没有应办结的投诉。"),
    ]
    if total.days:
        lines.append(
            f"从受理到办结平均用时{total.mean:.1f}个工作日，中位用时{total.median:.1f}个工作日（{len(total.days)}件）。"
        )
    return "\n".join(lines)


# Each share as a sentence: part, whole, and the percentage, where there are enough to say one.
PROSE = {
    "settled": "受理的{1}件中，已办结{0}件{2}。",
    "on_time": "办理时限已到的{1}件（含上期结转）中，按时办结{0}件{2}。",
    "substantiated": "已查核的{1}件中，属实和部分属实{0}件{2}。",
    "content": "作出评价的{1}件中，满意和基本满意{0}件{2}。",
    "repeated": "登记的{1}件中，90日内重复投诉{0}件{2}。",
}


def said(share: Ratio) -> tuple[int, int, str]:
    return share.part, share.whole, "" if share.few else f"，占{share.tenths}%"


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


def tells(person: Person, period: Period) -> Told:
    """The half-year's or year's 通报 begins as this: what came in, what became of it, about what, and what to do."""
    counting = Counting(Complaint.objects.visible_to(person), period, timezone.now())
    received, counts = Received.of(period), counting.total.counts
    causes = sorted(counting.lines("cause"), key=lambda line: -line.tally.counts[Figure.REGISTERED])[:3]
    named = "、".join(f"{line.label}{line.tally.counts[Figure.REGISTERED]}件" for line in causes)
    late = [line for line in counting.lines("lead") if line.tally.counts[Figure.OVERDUE]]
    overdue = "、".join(f"{line.label}{line.tally.counts[Figure.OVERDUE]}件" for line in late)
    refunded = sum(row["refunded"] for row in counting.rows if row["is_registered"])
    parts = [
        "一、总体情况",
        overview(counting, received),
        f"为企业和群众退还费用{refunded:,.2f}元。" if refunded else "",
        "二、反映的主要问题",
        f"反映较多的是：{named}。" if named else "本期没有登记投诉。",
        "三、存在问题",
        f"逾期未办结的有：{overdue}。" if overdue else "没有逾期未办结的投诉。",
        f"90日内对同一单位、同一事由重复投诉{counts[Figure.REPEATED]}件，须从制度上解决。"
        if counts[Figure.REPEATED]
        else "",
        "四、下一步要求",
        "各承办单位要按时签收、依法办理，办结后如实报送；不得向被反映单位和人员透露反映人信息。",
    ]
    return Told(f"{period.words}营商环境投诉办理情况", "\n".join(filter(None, parts)))
