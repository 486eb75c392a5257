"""The figures of a month in sentences and in a table; every share beside its whole."""

from bureau.matters.counting.measures import Tally
from bureau.press.typeset.sheets import Column, Table
from instructions.counting import Counting
from instructions.figures import Figure
from instructions.tally import Line

FIGURES = (
    Column("批示领导", "left", 0.14),
    Column("收到", "center", 0.07),
    Column("存阅", "center", 0.07),
    Column("立项办理", "center", 0.08),
    Column("已办结", "center", 0.08),
    Column("按期／到期", "center", 0.1),
    Column("逾期办结", "center", 0.08),
    Column("逾期未结", "center", 0.08),
    Column("退回／送审", "center", 0.1),
    Column("平均用时", "center", 0.1),
    Column("中位用时", "center", 0.1),
)


def overview(period, counting: Counting) -> str:
    tally, count = counting.total, counting.whole.counts
    if not count[Figure.RECEIVED]:
        return f"{period.words}没有收到领导批示件。"
    sentences = [
        f"{period.words}收到领导批示件{count[Figure.RECEIVED]}件（{by_level(counting)}），其中存阅"
        f"{count[Figure.FILED]}件，立项办理{count[Figure.PURSUED]}件。",
        f"立项办理的{count[Figure.PURSUED]}件中，已办结{count[Figure.CLOSED]}件"
        f"{percent(tally.share('closed'))}，逾期未办结{count[Figure.OVERDUE]}件。"
        if count[Figure.PURSUED]
        else "",
        punctual(tally),
        returned(tally),
        spent(tally),
    ]
    return "".join(sentences)


def by_level(counting: Counting) -> str:
    return "、".join(f"{line.label}{line.counts[Figure.RECEIVED]}件" for line in counting.levels)


def percent(ratio) -> str:
    return f"，占{ratio.percent}%" if ratio.whole and not ratio.few else ""


def punctual(tally: Tally) -> str:
    ratio = tally.share("on_time")
    return f"已到办理时限的{ratio.whole}件中，按期办结{ratio.part}件{percent(ratio)}。" if ratio.whole else ""


def returned(tally: Tally) -> str:
    ratio = tally.share("returned")
    return f"送审{ratio.whole}次，退回{ratio.part}次。" if ratio.whole else ""


def spent(tally: Tally) -> str:
    if not tally.days:
        return ""
    return f"已报送结果的{len(tally.days)}轮办理，平均用时{tally.mean:.1f}个工作日，中位数{tally.median:.1f}个工作日。"


def table(counting: Counting) -> Table | None:
    lines = counting.leaders
    return Table(FIGURES, tuple(map(cells, [*lines, counting.whole]))) if lines else None


def cells(line: Line) -> tuple[str, ...]:
    tally, count = line.tally, line.counts
    return (
        line.label,
        *(str(count[name]) for name in (Figure.RECEIVED, Figure.FILED, Figure.PURSUED, Figure.CLOSED)),
        share(tally.share("on_time")),
        str(count[Figure.LATE]),
        str(count[Figure.OVERDUE]),
        share(tally.share("returned")),
        *(f"{days:.1f}" if days is not None else "—" for days in (tally.mean, tally.median)),
    )


def share(ratio) -> str:
    return f"{ratio.part}／{ratio.whole}" if ratio.whole else "—"
