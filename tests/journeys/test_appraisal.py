"""考核: half a point is missing, and its unit's head finds out why in one tap; each at their browser, by what their own pages offer."""

import pytest

from directives import actions as directing
from tests.appraisal.playing import appraiser, begin, draft, play, publish
from tests.journeys.papers import scan

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CRITICISED = "办理结果被退回"


def fits(visitor) -> None:
    """Nothing is wider than the screen."""
    wide, screen = visitor.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide <= screen, visitor.page.url


def click(visitor, words: str) -> None:
    visitor.page.get_by_role("link", name=words, exact=True).first.click()


@pytest.mark.parametrize("scripts", [True], indirect=True, ids=["with-scripts"])
def test_the_head_of_a_unit_finds_why_points_are_missing(county, enter):
    directive = county.directive("reviewing")
    directing.send_back(county.officer, directive, "没有验收材料，请补齐后再报。")
    period = play(county, begin(county, publish(county, draft(county))), "collecting")
    address = period.get_absolute_url()
    fill_in(enter(county.water_head, phone=True))
    supply(enter(county.finance_liaison), address)
    desk = enter(appraiser(county))
    for unit, value in (("县交通运输局", "90"), ("县财政局", "80")):
        fill_for(desk, address, unit, value)
    take_up(desk)
    approve(enter(county.director, phone=True), address)
    sum_up(desk, address)
    why(enter(county.water_head, phone=True), directive.matter.number)


def next_duty(visitor, label: str) -> None:
    """From the row of 工作台, in one click."""
    visitor.open("/")
    row = visitor.page.locator("li.duty-row").filter(has_text=label)
    if not row.first.is_visible():  # on a phone what is not urgent is folded away
        visitor.page.locator("summary").filter(has=visitor.page.get_by_text("以后")).first.click()
    row.first.get_by_role("link", name="去办理").click()


def fill_one(visitor, indicator: str) -> None:
    """The grid of this indicator."""
    row = visitor.page.get_by_role("row").filter(has_text=indicator)
    row.get_by_role("link").first.click()


def fill_in(head) -> None:
    """On a phone: a value with its evidence, reported."""
    next_duty(head, "报送自评")
    head.stands_at("填写自评")
    fits(head)
    head.write("1.1 重点任务（40分）的完成值", "95")
    head.hand_over("1.1 重点任务（40分）的佐证材料", "验收.pdf", scan())
    head.press("保存")
    head.is_told("已保存自评")
    click(head, "报送自评")
    head.write("自评小结", "年度任务全部完成。")
    head.press("报送自评")
    head.is_told("报送自评")


def supply(department, address: str) -> None:
    """One indicator of all units, on one grid."""
    department.open(address)
    click(department, "填写你单位提供的数据")
    fill_one(department, "预算执行")
    for unit in ("县水利局", "县交通运输局", "县财政局"):
        department.write(f"{unit}的完成值", "100")
    department.press("保存")
    department.is_told("已保存3个单位的数值")


def fill_for(desk, address: str, unit: str, value: str) -> None:
    desk.open(f"{address}grid/")
    fill_one(desk, "重点任务")
    desk.write(f"{unit}的完成值", value)
    desk.press("保存")
    desk.is_told("已保存")


def take_up(desk) -> None:
    desk.open("/appraisal/proposals/")
    desk.reads(CRITICISED)
    click(desk, "登记")
    desk.press("登记加减分")
    desk.is_told("已登记并确认")


def approve(director, address: str) -> None:
    director.open(f"{address}adjustments/")
    director.follow(CRITICISED)
    fits(director)
    director.press("审批通过")
    director.is_told("审批通过")


def sum_up(desk, address: str) -> None:
    desk.open(address)
    desk.press("结束采集，转入评分")
    desk.press("汇总得分")
    desk.is_told("汇总得分")
    click(desk, "登记集体研究")
    for label, words in (
        ("应到人数", "7"),
        ("出席人员", "局长、副局长"),
        ("同意", "7"),
        ("研究意见", "同意。"),
    ):
        desk.write(label, words)
    desk.press("登记集体研究")
    desk.press("公示")
    desk.is_told("公示考核结果")


def why(head, number: str) -> None:
    """From the notice to the points, to the rule, the day, who approved it, until when one may object."""
    head.open("/appraisal/")
    head.follow("年度绩效考核")
    click(head, "县水利局")
    fits(head)
    head.reads(CRITICISED)
    head.reads("-0.5")
    head.reads(number)
    head.reads("审批")
    head.follow(CRITICISED)
    head.reads("办理结果被退回")
    head.reads("审批")
    head.page.get_by_role("link", name=number).first.click()
    head.reads("水库")
