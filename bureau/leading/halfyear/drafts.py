"""What the 通报 and the 专报 of a half-year begin with: text, a table, and a chart of that table, so that all say the same."""

from bureau.jobs.barred import Barred
from bureau.leading.halfyear.counted import COLUMNS, Counted
from bureau.leading.halfyear.halves import NOTICE, SPECIAL
from bureau.matters.counting.figures import Ratio
from bureau.matters.rooms import Told
from bureau.org.models import Person
from bureau.press.typeset.dates import chinese_date
from reports.actions import Given, Start, begun_for, draft_for
from reports.actions.occasions import Part
from reports.addressing import leaders
from reports.models import Bulletin, Insert, Series

SERIES = {NOTICE: Series.NOTICE, SPECIAL: Series.SPECIAL}
DRAWN = ("登记", "办结", "逾期未办结")
WISHES = (
    "各单位要对照逾期事项逐项查明原因，明确责任人和完成时间，办结后按规定报送；"
    "临近时限的要提前安排，确实不能按期办结的，在时限之前申请延期。"
)
NEXT = "下一步，督查局将对逾期事项逐件催办，并按考核方案登记加减分。"


def begun(counted: Counted) -> dict[str, Bulletin]:
    """By what it is: what was begun already."""
    names = {counted.half.occasion(what): what for what in SERIES}
    return {names[occasion]: one for occasion, one in begun_for(names).items()}


def told(what: str, counted: Counted) -> Told:
    """Raises Barred where the half-year has nothing to tell."""
    if not counted.by_function:
        raise Barred(f"{counted.half.period.words}没有登记事项，写不成稿子。")
    parts = [
        "一、总体情况",
        overview(counted),
        "各业务情况见下表。",
        "【表1】",
        "【图1】",
        "二、存在问题",
        late(counted),
        "三、下一步工作" if what == SPECIAL else "三、下一步要求",
        NEXT if what == SPECIAL else WISHES,
    ]
    return Told(f"{counted.half.period.words}督查工作情况", "\n".join(parts))


def overview(counted: Counted) -> str:
    counts, on_time = counted.total.counts, counted.total.share("on_time")
    return (
        f"{counted.half.period.words}共登记各类督查事项{counts['registered']}件，立项办理{counts['pursued']}件，"
        f"已办结{counts['closed']}件{percent(counted.total.share('closed'))}；"
        f"时限已到的{on_time.whole}件中，按期办结{on_time.part}件{percent(on_time)}；"
        f"逾期未办结{counts['overdue']}件。以上数据截至{chinese_date(counted.counting.lights.now.date())}，不含限阅事项。"
    )


def percent(share: Ratio) -> str:
    return "" if share.few else f"，占{share.tenths}%"


def late(counted: Counted) -> str:
    named = "、".join(f"{label}{count}件" for label, count in counted.late_units)
    return f"有逾期未办结事项的牵头单位：{named}。" if named else "没有逾期未办结的事项。"


def parts(counted: Counted) -> list[Part]:
    """The table, and the chart of it."""
    source = f"督查统计，截至{chinese_date(counted.counting.lights.now.date())}，不含限阅事项"
    table = {"own": counted.rows, "heads": 1, "source": source, "landscape": False}
    heads = list(COLUMNS)
    columns = [heads.index(name) + 1 for name in DRAWN]
    drawn = {"table": 1, "kind": "bars", "columns": columns, "unit": "件"}
    words = counted.half.period.words
    return [
        (Insert.Kind.TABLE, Given(f"{words}各业务办理情况", spec=table)),
        (Insert.Kind.CHART, Given(f"{words}各业务登记、办结和逾期未办结", spec=drawn)),
    ]


def begin(person: Person, what: str, counted: Counted, plate: str) -> Bulletin:
    """Begun once: a second time finds the first. A 专报 goes to every leader."""
    start = Start(SERIES[what], plate, f"{counted.half.period.words}工作")
    readers = list(leaders()) if what == SPECIAL else []
    return draft_for(person, counted.half.occasion(what), start, told(what, counted), parts(counted), readers)
