"""A chart of a bulletin: of what it quotes — as its figures count it — or of all that was registered in a period.

`spec`: {kind, by, measures, over: "quotes" or {year, part}}; data: {kind, labels, strands: [{name, values, red}], unit}."""

from bureau.jobs.barred import Barred
from bureau.matters.counting.grouping import BY
from bureau.matters.counting.measures import DAYS, MEASURES
from bureau.matters.counting.tallies import Counting, in_period
from bureau.matters.deadlines.lights import Lights
from bureau.matters.models import Matter
from bureau.pages import period

CHART_KINDS = [("bars", "柱形图"), ("stacked", "堆积柱形图"), ("lines", "折线图")]
CHART_BY = list(BY.items())
CHART_MEASURES = list(MEASURES.items())
QUOTES, RED = "quotes", "overdue"
MOST_LABELS, MOST_STRANDS = 40, 5


def chart(person, bulletin, spec: dict) -> dict:
    """Raises Barred where there is nothing to draw, or too much."""
    measures = spec["measures"]
    refuse_mixed(measures)
    groups = counted(person, bulletin, spec["over"]).grouped(spec["by"])
    if not groups:
        raise Barred("按所选范围没有可以画图的数据，请另选范围。")
    if len(groups) > MOST_LABELS:
        raise Barred(f"这样分组有{len(groups)}组，一张图最多{MOST_LABELS}组，请缩小范围或者换一种分组。")
    strands = [
        {
            "name": MEASURES[name],
            "values": [tally.value(name) for _label, tally in groups],
            "red": name == RED and len(measures) > 1,
        }
        for name in measures
    ]
    unit = "个工作日" if measures[0] in DAYS else "件"
    return {
        "kind": spec["kind"],
        "labels": [label for label, _tally in groups],
        "strands": strands,
        "unit": unit,
    }


def refuse_mixed(measures: list[str]) -> None:
    """Matters and days do not stand on one axis."""
    if not measures:
        raise Barred("请至少选一项“数据”。")
    if len({name in DAYS for name in measures}) > 1:
        raise Barred("件数和工作日不能画在一张图里，“数据”请分开选。")
    if len(measures) > MOST_STRANDS:
        raise Barred(f"一张图最多画{MOST_STRANDS}项“数据”。")


def counted(person, bulletin, over) -> Counting:
    if over != QUOTES:
        days = period.of(over["year"], over["part"])
        return Counting(in_period(person, days, sealed=False), Lights())
    return as_quoted(bulletin)


def as_quoted(bulletin) -> Counting:
    """Its quotes, with the lead and the standing that they had when they were counted: what its text says."""
    quotes = {quote.matter_id: quote for quote in bulletin.quotes.all()}
    counting = Counting(Matter.objects.filter(pk__in=quotes), Lights(bulletin.counted_at))
    units = {short: key for key, (short, _class) in counting.names.units.items()}
    for key, row in counting.rows.items():
        quote = quotes[key]
        row |= {
            "lead": units.get(quote.lead, row["lead"]),
            "closed": quote.phase == "closed",
            "due": quote.came_due,
            "on_time": quote.on_time,
            "overdue": quote.overdue,
        }
    return counting
