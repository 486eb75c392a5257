"""月度情况: what came of leaders' instructions in a month — the figures, what is still open, what was answered."""

from django.conf import settings
from django.db.models import F
from django.utils import timezone

from bureau.matters.counting.figures import flag
from bureau.matters.deadlines.lights import Lights
from bureau.matters.models import Entry
from bureau.press.gist import gist
from bureau.press.typeset.dates import chinese_date
from bureau.press.typeset.sheets import Column, Report, Section, Table
from instructions import flow
from instructions.columns import lead_words, reads_whole
from instructions.counting import Counting
from instructions.figures import Figure, conditions, joined
from instructions.models import Instruction
from instructions.prints.monthly_figures import overview, table

MOST_LISTED = 60
PAPER_WORDS = 26
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
            Section("一、收办情况", overview(month, counting), table(counting)),
            still_open(seen, month, lights),
            answered(seen, month),
        ),
    )


def still_open(seen, month, lights) -> Section:
    """Registered until the month's end and not closed: what is overdue, then the rest, the earliest due first."""
    figures = conditions(lights)
    found = joined(seen).filter(figures[Figure.OPEN], matter__registered_at__lte=month.moments[1])
    found = found.alias(overdue=flag(figures[Figure.OVERDUE]))
    found = found.order_by("-overdue", F("matter__due_at").asc(nulls_last=True), "pk")
    rows = [(*about(one), due(one), standing(one, lights)) for one in found[:MOST_LISTED]]
    return listed("二、未办结", OPEN, rows, found.count(), "没有未办结的批示件。")


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
    found = Entry.objects.filter(step=flow.PRESENT.key, at__range=month.moments, matter__in=seen.values("pk"))
    lines = list(found.order_by("at", "pk")[:MOST_LISTED])
    records = seen.in_bulk({line.matter_id for line in lines})
    rows = [(*about(records[line.matter_id]), day(line.at), issue(line)) for line in lines]
    return listed("三、本期反馈", ANSWERED, rows, found.count(), "本期没有向批示领导反馈的批示件。")


def issue(line) -> str:
    """「2026年第3期（总第9期）」 of the line that says which 专报 was laid before the leader."""
    return line.facts.get("report", "").removeprefix("督查专报")


def listed(heading: str, columns, rows, count: int, nothing: str) -> Section:
    """`rows`: the first of the `count` there are."""
    left = count - len(rows)
    note = f"只列前{len(rows)}件，另有{left}件见台账。" if left else ""
    table = Table(columns, tuple(rows)) if rows else None
    return Section(f"{heading}（{count}件）", note if rows else nothing, table)


def day(moment) -> str:
    """「11月20日」; of another year with the year above it."""
    day = timezone.localdate(moment)
    year = "" if day.year == timezone.localdate().year else f"{day.year}年\n"
    return f"{year}{day.month}月{day.day}日"
