"""「这个同志为什么是三等」: from the minutes of a meeting to a cadre's grade and what followed from it, and back again on one page.

Each door from one of 督、查、责、考、用 to the next is opened at a browser, by what the pages offer there. What lies between two doors is
played by the verbs, as other journeys click it: an inquiry (`test_accountability`), the figures of a period (`test_appraisal`)."""

import pytest
from playwright.sync_api import expect

from accountability import actions as holding
from accountability.models import Case
from appraisal.cadres.models import Merit, Review, Use
from appraisal.models import Period
from directives.models import Directive
from tests.accountability.playing import STEPS, Played, at_the_desk
from tests.appraisal.playing import appraiser, begin, draft, play, play_on, publish
from tests.county import County, in_days
from tests.journeys.papers import minutes
from tests.journeys.test_accountability import fits, tick
from tests.merits import playing as grading

pytestmark = [pytest.mark.browser, pytest.mark.slow]
TASK, SENTENCE = "推进农村供水", "由县水利局牵头，县财政局配合"
RETURNED, BLAMED = "办理结果被退回", "单位受到问责"
CLUE = "对农村供水工程推进不力、弄虚作假"
WHY, APPROVED = "在问责影响期内，履职不力", "桃考领〔2026〕4号"
DEPUTY, DECIDED = "县水利局副局长", "桃组干〔2026〕12号"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.mark.parametrize("scripts", [True], indirect=True, ids=["with-scripts"])
def test_why_a_cadre_is_in_the_third_grade_is_one_page_that_begins_with_a_meeting(county, enter):
    people = grading.team(county)
    period = play(county, begin(county, publish(county, draft(county))), "collecting")
    officer, director = enter(county.officer), enter(county.director)
    import_minutes(officer)
    dispatch(officer, director)
    report_late(enter(county.water_liaison), officer)
    hand_over(officer)
    desk, leader = enter(county.inquirer), enter(county.magistrate, phone=True)
    involve(desk)
    hold_to_account(county, people, leader)
    points(enter(appraiser(county)), director, period)
    review = graded(county, period)
    approve_grades(leader, review)
    follow(enter(appraiser(county)), director, grading.merit_of(review, "deputy"))
    answer(director, leader)


def import_minutes(officer) -> None:
    """Two decisions are read; the first one's date has passed when it is registered."""
    officer.open("/directives/import/")
    paper = {"name": "县人民政府常务会议纪要.docx", "mimeType": DOCX, "buffer": minutes()}
    officer.page.get_by_label("会议纪要").set_input_files(paper)
    officer.press("读取文件")
    officer.stands_at("核对后提交：读出 2 项")
    for place, due in enumerate((in_days(-3), in_days(30))):
        officer.page.locator(".preview-row").nth(place).get_by_label("办理时限").fill(due.isoformat())
    officer.press("全部登记（2 项）")
    officer.is_told("已登记2项督查事项")


def dispatch(officer, director) -> None:
    officer.open(task().get_absolute_url())
    officer.press("提请审定")
    officer.is_told("提请审定")
    director.open(task().get_absolute_url())
    director.follow("审定立项")
    director.press("审定立项")
    director.is_told("审定立项")
    officer.open(task().get_absolute_url())
    officer.press("交办")
    officer.is_told("交办")


def task() -> Directive:
    return Directive.objects.get(matter__title__contains=TASK)


def report_late(unit, officer) -> None:
    """Signed, reported after its date, and sent back."""
    unit.open(task().get_absolute_url())
    unit.press("签收")
    unit.follow("报送办结报告")
    unit.write("办结报告", "管网已全部建成通水。")
    unit.press("报送办结报告")
    unit.is_told("报送办结报告，申请销号")
    officer.open(task().get_absolute_url())
    officer.follow("退回重办")
    officer.write("理由", "现场没有通水，与报告不符。")
    officer.press("退回重办")
    officer.is_told("退回重办")


def hand_over(officer) -> None:
    officer.open(task().get_absolute_url())
    officer.follow("移送问责线索")
    officer.write("线索名称", CLUE)
    officer.press("移送")
    officer.is_told("已移送问责专员")


def involve(desk) -> None:
    desk.open(Case.objects.get().get_absolute_url())
    desk.reads(TASK)
    desk.follow("登记问责对象")
    tick(desk, DEPUTY, "县水利局局长")
    desk.press("登记问责对象")
    desk.is_told("登记")


def hold_to_account(county: County, people: dict, leader) -> None:
    """Filed by the leader on a phone; inquired, heard, decided and carried out by the verbs."""
    second, third = (at_the_desk(f"inquirer-{one}", f"问责专员{one}", county) for one in "乙丙")
    held = Played(county, Case.objects.get(), people, second, third)
    play_steps(held, "checking", "filing")
    leader.open(held.case.get_absolute_url())
    leader.follow("批准立案")
    leader.press("批准立案")
    leader.is_told("批准立案")
    holding.appoint(county.director, held.record, [second, third])
    play_steps(held, "reported", "executed")


def play_steps(held: Played, first: str, last: str) -> None:
    names = list(STEPS)
    for name in names[names.index(first) : names.index(last) + 1]:
        STEPS[name](held)


def points(desk, director, period: Period) -> None:
    """What happened at the unit is proposed, taken up by the desk and approved by another: for the result that came back, for the measure."""
    for label in (RETURNED, BLAMED):
        desk.open("/appraisal/proposals/")
        desk.page.locator("article").filter(has_text=label).get_by_role(
            "link", name="登记", exact=True
        ).click()
        desk.press("登记加减分")
        desk.is_told("已登记并确认")
        director.open(f"{period.get_absolute_url()}adjustments/")
        director.follow(label)
        director.press("审批通过")
        director.is_told("审批通过")


def graded(county: County, period: Period) -> Review:
    """The results of units are published, and a meeting has decided the grades of cadres."""
    review = grading.play(county, play_on(county, period, "collecting", "published"), "filled")
    grading.decide(county, review, deputy=("third", WHY))
    return review


def approve_grades(leader, review: Review) -> None:
    """On the phone."""
    leader.open(review.get_absolute_url())
    fits(leader)
    leader.follow("审定等次")
    leader.write("审定依据", APPROVED)
    leader.press("审定等次")
    leader.is_told("审定干部等次")


def follow(desk, director, merit: Merit) -> None:
    """What follows from the grade: proposed, agreed to, sent, decided."""
    desk.open(merit.get_absolute_url())
    desk.reads("问责影响期")
    desk.follow("拟定结果运用建议")
    tick(desk, "诫勉")
    desk.press("拟定")
    desk.is_told("已拟定")
    director.open(merit.get_absolute_url())
    director.press("同意")
    director.is_told("同意一条结果运用建议")
    desk.open(merit.get_absolute_url())
    desk.press("送决定机关")
    desk.follow("登记决定")
    tick(desk, "已采纳，作出决定")
    desk.write("决定文号", DECIDED)
    desk.write("决定日期", in_days(0).isoformat())
    desk.press("登记决定")
    desk.is_told("登记结果运用建议书")


def answer(director, leader) -> None:
    """From the consequence, on one page: the sentence of the meeting first, the leader's own approval and what was decided last."""
    use = Use.objects.get()
    director.open(use.get_absolute_url())
    director.page.locator("tr").filter(has_text=DECIDED).get_by_role("link", name="全链").click()
    director.stands_at(f"全链：{use.number}")
    for visitor in (director, leader):
        visitor.open(director.page.url)
        nodes = visitor.page.locator(".chain-node")
        expect(nodes.first).to_contain_text("会议纪要")
        expect(nodes.last).to_contain_text(DECIDED)
        for words in (SENTENCE, CLUE, RETURNED, BLAMED, f"（{APPROVED}）", "县长审定", "三等"):
            visitor.reads(words)
        for name in (grading.HEAD, grading.DEPUTY):
            visitor.reads_nothing_of(name)
        fits(visitor)
