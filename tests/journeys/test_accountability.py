"""问责: from a visit to a paper mill to a decision that is served, each at their browser, by what their own pages offer."""

import pytest

from accountability.models import Case, Subject
from bureau.matters.models import Service
from tests.accountability.playing import PLEA, register_people

pytestmark = [pytest.mark.browser, pytest.mark.slow]
POST, MEASURE = "县水利局局长", "谈话提醒"


def next_duty(visitor, label: str) -> None:
    """From the row of 工作台, in one click."""
    visitor.open("/")
    row = visitor.page.locator("li.duty-row").filter(has_text=label)
    if not row.first.is_visible():  # on a phone what is not urgent is folded away
        visitor.page.locator("summary").filter(has=visitor.page.get_by_text("以后")).first.click()
    row.first.get_by_role("link", name="去办理").click()


def tick(visitor, *labels: str) -> None:
    for label in labels:
        visitor.page.get_by_label(label).first.check()


def fits(visitor) -> None:
    """Nothing is wider than the screen."""
    wide, screen = visitor.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide <= screen, visitor.page.url


@pytest.mark.parametrize("scripts", [True], indirect=True, ids=["with-scripts"])
def test_a_visit_to_the_mill_leads_to_a_served_decision_and_the_plea_was_answered(county, enter):
    register_people(county)
    officer = enter(county.officer, phone=True)
    officer.open(county.inspection("visited").get_absolute_url())
    hand_over(officer)
    desk, colleague = enter(county.inquirer), enter(county.colleague, phone=True)
    begin(desk, county)
    check(colleague)
    propose(desk)
    approve(enter(county.magistrate, phone=True))
    director = enter(county.director, phone=True)
    appoint(director, county)
    investigate(colleague)
    tell(director)
    head = enter(county.water_head, phone=True)
    plead(head)
    answer(enter(county.deputy, phone=True))
    deliberate(desk, county)
    sign(director)
    read(head)


def hand_over(officer) -> None:
    officer.follow("移送问责线索")
    officer.stands_at("移送问责线索")
    officer.write("线索名称", "对停产整治企业擅自恢复生产监管不力")
    officer.write("涉及单位", "")
    fits(officer)
    officer.press("移送")
    officer.is_told("已移送问责专员")


def begin(desk, county) -> None:
    desk.open(Case.objects.get().get_absolute_url())
    desk.follow("登记问责对象")
    tick(desk, POST)
    desk.press("登记问责对象")
    desk.follow("受理并初核")
    tick(desk, county.colleague.signature, county.inquirer.signature)
    desk.write("初核方案", "查现场，调驻厂登记簿。")
    desk.press("受理并初核")
    desk.is_told("初核")


def check(colleague) -> None:
    next_duty(colleague, "初核")
    colleague.write("查明的事实", "夜间三号蒸球正在运行。")
    colleague.press("提交初核报告")  # what was typed stays where something is missing
    colleague.reads("请选择处理建议")
    colleague.holds("查明的事实", "夜间三号蒸球正在运行。")
    colleague.write("责任划分意见", "主要负责人负重要领导责任。")
    colleague.write("容错情形", "没有。")
    tick(colleague, "立案调查")
    fits(colleague)
    colleague.press("提交初核报告")
    colleague.is_told("建议立案调查")


def propose(desk) -> None:
    next_duty(desk, "提请立案")
    desk.write("立案依据", "《环境保护法》第六十八条")
    desk.press("提请立案")
    desk.is_told("提请立案")


def approve(leader) -> None:
    leader.follow("对停产整治企业")
    leader.follow("批准立案")
    leader.press("批准立案")
    leader.is_told("批准立案")


def appoint(director, county) -> None:
    next_duty(director, "调查：指定人员")
    tick(director, county.colleague.signature, county.inquirer.signature)
    director.press("指定调查人员")
    director.is_told("调查")


def investigate(colleague) -> None:
    next_duty(colleague, "调查")
    colleague.follow("认定事实和责任")
    colleague.write("认定的事实和责任", "没有部署复查。")
    tick(colleague, "重要领导责任", MEASURE)
    fits(colleague)
    colleague.press("认定事实和责任")
    colleague.follow("提交调查报告")
    colleague.write("违反的规定", "《环境保护法》第六十条。")
    colleague.write("处理意见", "对主要负责人谈话提醒。")
    colleague.press("提交调查报告")
    colleague.is_told("提交调查报告")


def tell(director) -> None:
    next_duty(director, "审定调查报告")
    director.follow("审定调查报告")
    director.press("审定调查报告")
    next_duty(director, "告知问责对象")
    fits(director)
    director.press("告知")
    director.is_told("告知拟问责的事实、依据和方式")


def plead(head) -> None:
    """On the telephone, by who is concerned; of the case itself they read nothing."""
    head.open("/")
    head.follow("去签收")
    head.reads_nothing_of("对停产整治企业擅自恢复生产监管不力")
    head.press("签收")
    head.follow("提出申辩")
    head.write("事实和理由", PLEA)
    fits(head)
    head.press("提出申辩")
    head.reads(PLEA)


def answer(deputy) -> None:
    next_duty(deputy, "答复申辩")
    deputy.follow("作出决定")
    deputy.reads(PLEA)
    tick(deputy, "维持")
    deputy.write("决定和理由", "巡查没有覆盖夜间，不予采纳。")
    deputy.press("作出决定")
    deputy.is_told("作出决定")


def deliberate(desk, county) -> None:
    desk.open(Case.objects.get().get_absolute_url())
    desk.follow("登记集体研究")
    tick(desk, county.director.signature, county.inquirer.signature)
    for label, words in (("地点", "会议室"), ("应到人数", "3"), ("同意人数", "2"), ("各人意见", "都同意。")):
        desk.write(label, words)
    desk.write("结论", "谈话提醒。")
    desk.press("登记集体研究")
    desk.follow("登记研究结果")
    desk.press("登记研究结果")
    desk.is_told(MEASURE)


def sign(director) -> None:
    next_duty(director, "作出问责决定")
    tick(director, "地方行政问责")
    director.press("签发决定")
    director.is_told("签发对")


def read(head) -> None:
    decision = Subject.objects.get().decision
    head.open(decision.get_absolute_url())  # what was answered to the plea waits for its receipt, too
    head.reads(MEASURE)
    head.press("签收")
    head.reads("已签收")
    assert Service.objects.get(pk=decision.pk).received_at
