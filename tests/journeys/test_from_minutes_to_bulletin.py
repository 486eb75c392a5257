"""The whole road: minutes imported, one decision carried to 销号, a 通报 signed on a phone and printed."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from bureau.org.models import Unit
from directives.models import Directive
from tests.county import in_days
from tests.journeys.papers import scan, words_of
from tests.reading.county import directory

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MINUTES = Path(__file__).parents[1] / "reading" / "samples" / "县人民政府常务会议纪要〔2026〕5号.docx"
MONEY = "涉企奖补资金"  # the third decision, led by 县财政局
FIGURES = "共7项，已办结1项，占14%；正在办理6项，占86%"


@pytest.fixture
def whole_county(county):
    """The cast's county with every unit that the minutes name."""
    known = {name for names in Unit.objects.values_list("short", "name") for name in names}
    for named in directory().units.values():
        if not known & {named.short, named.name}:
            Unit.objects.create(short=named.short, name=named.name, unit_class=named.klass)
    return county


def test_from_the_minutes_of_a_meeting_to_the_printed_bulletin(whole_county, arrive, enter, worker):
    officer, director = arrive(), enter(whole_county.director)
    officer.log_in("officer")
    import_minutes(officer)
    take_all(officer, "/directives/?state=draft", "提请审定")
    take_all(director, "/directives/?state=proposed", "审定立项")
    take_all(officer, "/directives/?state=approved", "交办")
    unit = enter(whole_county.finance_liaison)
    address = sign_and_answer(unit)
    report(unit, address, "已兑付一千二百万元。")
    send_back(officer, address)
    report_again(unit, address)
    close(enter(whole_county.colleague), address)
    draft_bulletin(officer)
    check(enter(whole_county.colleague))
    sign_on_a_phone(enter(whole_county.director, phone=True))
    worker.require_alive()
    read_the_print(unit)


def import_minutes(officer):
    """Upload, mend the date of the third row, register all seven."""
    officer.open("/directives/import/")
    officer.page.get_by_label("会议纪要").set_input_files(MINUTES)
    officer.press("读取文件")
    officer.stands_at("核对后提交：读出 7 项")
    row = officer.page.locator(".preview-row").nth(2)
    expect(row).to_contain_text(MONEY)
    row.get_by_label("办理时限").fill(in_days(30).isoformat())
    officer.press("全部登记（7 项）")
    officer.is_told("已登记7项督查事项")
    assert Directive.objects.get(matter__title__contains=MONEY).due == in_days(30)


def take_all(person, address: str, step: str):
    """One step on all that the list shows."""
    person.open(address)
    for tick in person.page.get_by_label("选中").all():
        tick.check()
    person.press(step)
    person.press(f"{step}（7 件）")
    person.is_told(f"已对7件事项办理“{step}”")


def sign_and_answer(unit) -> str:
    """签收 in one click from 工作台, then a reply with a scan. Gives the matter's address."""
    unit.open("/")
    duty = unit.page.locator(".duty-row", has_text=MONEY)
    duty.get_by_role("button", name="签收").click()
    unit.is_told("签收")
    unit.page.locator(".duty-row", has_text=MONEY).first.get_by_role("link").first.click()
    unit.reads(MONEY)
    address = unit.page.url
    unit.follow("反馈进展")
    unit.write("内容", "已审核一百二十户，兑付八成。")
    unit.write("完成进度", "80")
    unit.hand_over("附件", "兑付公示.pdf", scan())
    unit.press("反馈进展")
    unit.is_told("反馈进展：已审核一百二十户，兑付八成。")
    unit.reads("兑付公示.pdf")
    return address


def report(unit, address: str, words: str):
    unit.open(address)
    unit.follow("报送办结报告")
    unit.write("办结报告", words)
    unit.press("报送办结报告")
    unit.is_told("报送办结报告，申请销号")


def send_back(officer, address: str):
    officer.open(address)
    officer.reads("兑付公示.pdf")
    officer.follow("退回重办")
    officer.reads("已兑付一千二百万元。")
    officer.write("理由", "没有逐户公示的佐证，请补充。")
    officer.press("退回重办")
    officer.is_told("退回重办：没有逐户公示的佐证，请补充。")


def report_again(unit, address: str):
    unit.open("/")
    unit.follow(MONEY)
    unit.reads("没有逐户公示的佐证，请补充。")
    report(unit, address, "已逐户公示并补充佐证。")


def close(colleague, address: str):
    colleague.open(address)
    colleague.follow("审核通过并销号")
    colleague.reads("已逐户公示并补充佐证。")
    colleague.press("审核通过并销号")
    colleague.is_told("审核通过，予以销号")
    colleague.reads("已销号")


def draft_bulletin(officer):
    officer.open("/directives/sources/")
    officer.page.locator("main").get_by_role("link", name="〔2026〕5号").click()
    officer.follow("据此起草通报")
    officer.press("用勾选的事项拟稿")
    officer.is_told("已拟稿")
    officer.press("保存并送核稿")
    officer.is_told("已送核稿")
    officer.reads(FIGURES)


def check(colleague):
    colleague.open("/")
    colleague.follow("去核稿")
    colleague.page.locator("main").get_by_role("link", name="落实情况的通报").click()
    colleague.press("核稿通过")
    colleague.is_told("核稿通过，送局领导签发")


def sign_on_a_phone(director):
    """Two taps from the list; the page shows the paper as soon as the worker has set it."""
    director.page.locator("summary", has_text="菜单").click()
    director.page.locator("details.folded").get_by_role("link", name="通报与专报").click()
    director.page.locator("main").get_by_role("link", name="落实情况的通报").click()
    director.reads(FIGURES)
    director.press("签发")
    director.is_told("签发，编为")
    director.waits_for("下载 PDF")


def read_the_print(unit):
    """Issued to everybody: the unit downloads it."""
    unit.open("/reports/")
    unit.page.locator("main").get_by_role("link", name="落实情况的通报").click()
    with unit.page.expect_download() as taken:
        unit.follow("下载 PDF")
    printed = words_of(taken.value.path())
    assert FIGURES in printed
    assert "第1期（总第1期）" in printed
    assert printed.count("已办结") == 2  # in the text, and one row of the annex
