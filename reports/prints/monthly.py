"""月度情况: what came of leaders' instructions in a month — the figures, what is still open, what was answered."""

from django.conf import settings
from django.db.models import F
from django.utils import timezone

from bureau.matters.lights import Lights
from bureau.matters.models import Entry
from instructions import flow
from instructions.columns import lead_words, reads_whole
from instructions.counting import Counting
from instructions.figures import Figure, conditions
from instructions.models import Instruction
from instructions.tally import Line
from reports.gist import gist
from reports.prints.monthly_words import overview
from reports.typeset.dates import chinese_date
from reports.typeset.sheets import Column, Report, Section, Table

MOST_LISTED = 60
PAPER_WORDS = 26
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
OPEN = (
    Column("编号", "left", 0.19),
    Column("批示领导", "left", 0.125),
    Column("来文", "left", 0.25),
    Column("承办单位", "left", 0.125),
    Column("办理时限", "center", 0.13),
    Column("状态", "left", 0.18),
)
ANSWERED = (*OPEN[:4], Column("反馈日期", "center", 0.13), Column("专报", "left", 0.18))


def monthly_sheet(person, month) -> Report:
    """`month`: a Period. Everything as far as the person sees it, as it stands now."""
    lights = Lights()
    counting = Counting(person, month, lights)
    seen = Instruction.objects.visible_to(person).annotate(whole=reads_whole(person))
    seen = seen.select_related("paper", "lead_unit").prefetch_related("rounds", "matter__assignments__unit")
    return Report(
        title=f"领导批示件办理情况（{month.words}）",
        date=timezone.localdate(),
        left=settings.BUREAU_NAME,
        right=f"截至{chinese_date(timezone.localdate())}",
        sections=(
            Section("一、收办情况", overview(month, counting), figures(counting)),
            still_open(seen, month, lights),
            answered(seen, month),
        ),
    )


def figures(counting: Counting) -> Table | None:
    lines = counting.leaders
    return Table(FIGURES, tuple(map(cells, [*lines, counting.total]))) if lines else None


def cells(line: Line) -> tuple[str, ...]:
    tally, count = line.tally, line.tally.counts
    return (
        line.label,
        *(str(count[name]) for name in (Figure.RECEIVED, Figure.FILED, Figure.PURSUED, Figure.CLOSED)),
        share(tally.punctuality),
        str(count[Figure.LATE]),
        str(count[Figure.OVERDUE]),
        share(tally.returned),
        *(f"{days:.1f}" if days is not None else "—" for days in (tally.mean, tally.median)),
    )


def share(ratio) -> str:
    return f"{ratio.part}／{ratio.whole}" if ratio.whole else "—"


def still_open(seen, month, lights) -> Section:
    """Registered until the month's end and not closed: what is overdue, then the rest, the earliest due first."""
    found = seen.filter(conditions(lights)[Figure.OPEN], matter__registered_at__lte=month.moments[1])
    found = found.order_by(F("matter__due_at").asc(nulls_last=True), "pk")
    overdue_first = sorted(found, key=lambda one: lights.of(one.matter) != "red")
    rows = [(*about(one), due(one), standing(one, lights)) for one in overdue_first]
    return listed("二、未办结", OPEN, rows, "没有未办结的批示件。")


def about(one) -> tuple[str, ...]:
    said = min(one.rounds.all(), key=lambda said: said.number)
    return one.matter.number, said.leader_name, gist(one.paper.title, PAPER_WORDS), lead_words(one)


def due(one) -> str:
    return day(one.matter.due_at) if one.matter.due_at else "未定"


def standing(one, lights) -> str:
    note = lights.note_of(one.matter).replace(" ", "")
    return f"{one.matter.stage}\n{note}" if note else one.matter.stage


def answered(seen, month) -> Section:
    """Each answer that was laid before its leader in the month: of a matter with several rounds several."""
    lines = Entry.objects.filter(step=flow.PRESENT.key, at__range=month.moments, matter__in=seen.values("pk"))
    lines = list(lines.order_by("at", "pk"))
    records = seen.in_bulk({line.matter_id for line in lines})
    rows = [(*about(records[line.matter_id]), day(line.at), issue(line)) for line in lines]
    return listed("三、本期反馈", ANSWERED, rows, "本期没有向批示领导反馈的批示件。")


def issue(line) -> str:
    """「2026年第3期（总第9期）」 of the line that says which 专报 was laid before the leader."""
    return line.facts.get("report", "").removeprefix("督查专报")


def listed(heading: str, columns, rows, nothing: str) -> Section:
    if not rows:
        return Section(f"{heading}（0件）", nothing)
    left = len(rows) - MOST_LISTED
    note = f"只列前{MOST_LISTED}件，另有{left}件见台账。" if left > 0 else ""
    return Section(f"{heading}（{len(rows)}件）", note, Table(columns, tuple(rows[:MOST_LISTED])))


def day(moment) -> str:
    """「11月20日」; of another year with the year above it."""
    day = timezone.localdate(moment)
    year = "" if day.year == timezone.localdate().year else f"{day.year}年\n"
    return f"{year}{day.month}月{day.day}日"
