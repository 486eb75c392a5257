"""考核结果告知书 and the answer to an objection, as letters."""

from django.conf import settings
from django.utils import timezone

from appraisal import states
from appraisal.models import Appraised
from appraisal.reckoning import Line
from appraisal.tree import dash, plain, shown
from bureau.matters.models import Contest
from bureau.press.typeset.dates import chinese_date
from bureau.press.typeset.sheets import Annex, Column, Notice, Table

REMEDY = (
    "如对本结果有异议，可以自收到本告知书之日起10日内提出，由没有参与评分的人员自收到异议之日起15日内答复；"
    "不因提出异议而加重。"
)
SCORES = (
    Column("编号", "center", 0.1),
    Column("指标", "left", 0.28),
    Column("分值", "right", 0.1),
    Column("得分", "right", 0.1),
    Column("怎么得的分", "left", 0.42),
)
ADJUSTED = (
    Column("日期", "center", 0.16),
    Column("加减分项", "left", 0.24),
    Column("分值", "right", 0.1),
    Column("依据", "left", 0.5),
)


def text_of(part: Appraised, line: Line) -> str:
    """What is told, in plain text under its levels: it is what is served."""
    grade = part.get_grade_display() or "不定等次"
    rank = (
        f"在{part.scheme.series}{line.ranked}个单位中位列第{line.rank}"
        if line.rank
        else f"单列不排名（{part.apart}）"
    )
    added, taken = plain(line.bonus), plain(line.deduction)
    return (
        f"一、得分\n总分{shown(line.total)}分，其中指标得分{plain(line.base)}分，加分{added}分，减分{taken}分。{rank}。\n"
        f"二、等次\n{grade}。{part.grade_reason}\n三、明细\n各项得分和加减分的依据见附件。"
    )


def result_notice(part: Appraised, line: Line, number: str) -> Notice:
    period = part.period
    return Notice(
        organ=settings.PLATES["appraisal"]["organ"],
        number=number,
        title="考核结果告知书",
        main_to=f"{part.unit.successor.name}：",
        body=(
            f"按照《{part.scheme.title}》（{part.scheme.document_number}），对你单位{period.words}绩效考核的结果{stands(part)}。"
            f"现将你单位的得分和等次告知如下。\n{text_of(part, line)}\n{REMEDY}"
        ),
        date=timezone.localdate(),
        annexes=annexes(part, line),
    )


def stands(part: Appraised) -> str:
    """Whether it may still change by the publicity, or was published and is corrected."""
    return "已予更正" if part.period.state in states.FROZEN else "正在公示"


def annexes(part: Appraised, line: Line) -> tuple[Annex, ...]:
    scores = Table(
        SCORES,
        tuple((row.code, row.name, plain(row.full), dash(row.score), row.how) for row in line.rows),
    )
    found = [Annex("各项指标得分", scores)]
    if line.adjustments:
        rows = tuple((one.on, one.label, one.points, one.words) for one in line.adjustments)
        found.append(Annex("加减分明细", Table(ADJUSTED, rows)))
    return tuple(found)


def objection_answer(contest: Contest, number: str) -> Notice:
    """The answer to who objected: their reasons, what is decided and why."""
    service = contest.service
    return Notice(
        organ=settings.PLATES["appraisal"]["organ"],
        number=number,
        title="考核结果异议答复书",
        main_to=f"{service.assignment.unit.successor.name}：",
        body=(
            f"你单位{chinese_date(timezone.localdate(contest.at))}对考核结果告知书（{service.number}）提出的异议收悉。"
            f"经没有参与评分的人员复核，现答复如下。\n一、异议的事实和理由\n{contest.text}\n"
            f"二、复核意见\n对原结果予以{contest.get_state_display()}。{redone(contest)}\n三、理由\n{contest.reason}"
        ),
        date=timezone.localdate(contest.decided_at),
    )


def redone(contest: Contest) -> str:
    return (
        "" if contest.state == Contest.State.UPHELD else "考核办按本意见重新评分、重新公示，原公示结果保留。"
    )
