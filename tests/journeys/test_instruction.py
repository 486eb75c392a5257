"""A leader's instruction on paper: registered with its scan, proposed, approved, handled by two units, accepted."""

import pytest
from playwright.sync_api import expect

from tests.journeys.papers import scan

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PAPER, NUMBER = "关于全县小型水库安全隐患排查整治情况的报告", "桃水报〔2026〕31号"
WORDS = "请水利局牵头，交通运输局配合，一周内把方案报我。"


def test_from_the_paper_to_the_accepted_result(county, enter):
    officer = enter(county.officer)
    address = register_and_propose(officer)
    approve(enter(county.director), address)
    lead, co = enter(county.water_liaison), enter(county.roads_liaison)
    sign(lead, address)
    sign(co, address)
    answer(lead, address)
    finish(co, address)
    report(lead, address)
    accept(enter(county.colleague), address)
    officer.open("/")
    officer.reads("呈报专报")
    officer.open("/instructions/?state=accepted")
    officer.reads(PAPER)
    officer.reads("待呈报")


def register(officer):
    officer.open("/instructions/")
    officer.follow("登记批示件")
    fill(officer)
    officer.hand_over("批示件扫描件或照片", "批示件.pdf", scan())
    officer.press("只登记")
    officer.is_told("已登记，编号")


def fill(officer):
    officer.write("批示领导", "县长")
    officer.write("来文标题", PAPER)
    officer.write("文号", NUMBER)
    officer.write("批示内容", WORDS)


def register_and_propose(officer) -> str:
    """On one page: the words, what is read from them, and the rest. Gives the matter's address."""
    officer.open("/instructions/")
    officer.follow("登记批示件")
    officer.write("批示内容", WORDS)
    officer.press("读出建议")
    officer.reads("建议，读自“请水利局牵头”")
    officer.holds("牵头单位", "县水利局")
    officer.holds("协办单位", "县交通运输局")
    fill(officer)
    officer.page.get_by_label("批示原文").check()
    officer.write("办理要求", "列出隐患清单。")
    officer.write("协办单位", "县水利局、县交通运输局")
    officer.hand_over("批示件扫描件或照片", "批示件.pdf", scan())
    officer.press("登记并拟办")
    officer.reads("县水利局已是牵头单位，不能同时是协办单位")
    officer.holds("办理要求", "列出隐患清单。")
    officer.write("协办单位", "县交通运输局")
    officer.press("登记并拟办")
    officer.is_told("已拟办，待审定")
    officer.reads("由县水利局牵头，县交通运输局协办")
    officer.reads("批示件.pdf")
    return officer.page.url


def approve(director, address: str):
    director.reads(PAPER)  # among what waits for the director
    director.open(address)
    director.follow("审定并交办")
    director.reads(WORDS)
    director.reads("批示原文")
    director.press("审定并交办")
    director.is_told("审定并交办，由县水利局牵头，县交通运输局协办，办理时限")


def sign(unit, address: str):
    unit.open("/")
    unit.page.locator(".duty-row", has_text=PAPER).get_by_role("button", name="签收").click()
    unit.is_told("签收")
    unit.open(address)
    unit.reads(WORDS)
    unit.reads("列出隐患清单。")
    unit.reads("批示件.pdf")


def answer(lead, address: str):
    lead.open(address)
    lead.follow("反馈进展")
    lead.write("内容", "方案初稿已经完成。")
    lead.write("完成进度", "60")
    lead.press("反馈进展")
    lead.is_told("反馈进展：方案初稿已经完成。")


def finish(co, address: str):
    co.open(address)
    co.reads_nothing_of("方案初稿已经完成。")
    co.follow("报协办完成")
    co.write("内容", "防汛道路已经抢通。")
    co.press("报协办完成")
    co.is_told("报告协办部分已完成")


def report(lead, address: str):
    lead.open(address)
    lead.reads("防汛道路已经抢通。")
    lead.follow("报送办结报告")
    lead.write("办结报告", "方案已经印发，两处隐患已经消除。")
    lead.press("报送办结报告")
    lead.is_told("报送办结报告")
    lead.reads("待审核")


def accept(colleague, address: str):
    colleague.open(address)
    colleague.follow("审核通过，呈报领导")
    colleague.reads(WORDS)
    colleague.reads("方案已经印发，两处隐患已经消除。")
    colleague.press("审核通过，呈报领导")
    colleague.is_told("审核通过，呈报领导")
    colleague.reads("待呈报")


def test_what_looks_registered_already_is_asked_about_and_the_scan_is_not_chosen_again(county, enter):
    officer = enter(county.officer)
    register(officer)
    officer.open("/instructions/new/")
    fill(officer)
    officer.hand_over("批示件扫描件或照片", "第二份.pdf", scan())
    officer.press("只登记")
    officer.reads("可能重复")
    expect(officer.page.get_by_label("第二份.pdf")).to_be_checked()
    officer.press("仍要登记")
    officer.is_told("已登记，编号")
    officer.page.locator(".crumbs a").first.click()
    officer.reads("第二份.pdf")


def test_what_was_typed_before_the_tea_is_there_after_it(county, enter):
    officer = enter(county.officer)
    officer.open("/instructions/new/")
    officer.write("批示内容", WORDS)
    officer.press("暂存")
    officer.is_told("已暂存")
    officer.open("/instructions/new/")
    officer.holds("批示内容", WORDS)
