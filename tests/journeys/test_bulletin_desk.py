"""From the ledger to the meeting table: an officer ticks the last meeting's decisions, puts a chart among the lines, looks at the
page while writing; a colleague checks, a director signs on a phone; PDF and Word say the same."""

import io

import pdfplumber
import pytest
from docx import Document
from playwright.sync_api import expect

from reports.models import Bulletin

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NATURAL = "one => one.decode().then(() => one.naturalWidth)"


@pytest.fixture
def decided(county):
    """Three decisions of one meeting: one done, one under way, one of another unit."""
    county.directive("closed", to=[county.water], title="完成小型水库隐患排查")
    county.directive("running", to=[county.water], title="修复农村公路水毁路段")
    county.directive("running", to=[county.finance], title="拨付村级运转经费")


def test_ten_minutes_from_the_ledger_to_three_signed_pages(county, decided, enter, worker):
    officer = enter(county.officer)
    officer.open("/directives/")
    for tick in officer.page.get_by_label("选中").all():
        tick.check()
    officer.press("拟通报")
    officer.press("用勾选的事项拟稿")
    officer.is_told("已拟稿")

    officer.follow("插入图表")
    officer.write("标题", "各单位办理情况")
    for measure in ("登记", "办结"):
        officer.page.get_by_role("checkbox", name=measure, exact=True).check()
    officer.press("插入")
    officer.is_told("【图1】")

    officer.write("标题", "关于近期议定事项办理情况的通报")
    if not officer.scripts:
        officer.press("预览")
    page = officer.page.locator(".preview-page")
    expect(page).to_be_visible()
    assert page.evaluate(NATURAL) == 780
    officer.reads("在用字体")
    officer.press("保存并送核稿")
    officer.is_told("已送核稿")
    address = Bulletin.objects.get().get_absolute_url()

    colleague = enter(county.colleague)
    colleague.open(address)
    assert colleague.page.locator(".leaves img").first.evaluate(NATURAL) >= 780
    colleague.write("批注", "图与数一致。")
    colleague.press("批注")
    colleague.is_told("已批注")
    colleague.press("核稿通过")

    director = enter(county.director, phone=True)
    director.open(address)
    assert director.page.locator(".leaves img").first.evaluate(NATURAL) >= 390
    director.press("签发")
    worker.require_alive()

    officer.open(address)
    officer.waits_for("下载 PDF")
    pdf, word = (file_of(officer, name) for name in ("下载 PDF", "下载 Word"))
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        text = "".join(page.extract_text() for page in opened.pages).replace("\n", "")
    document = Document(io.BytesIO(word))
    written = "".join(paragraph.text for paragraph in document.paragraphs)
    for said in ("第1期（总第1期）", "共3项，已办结1项，占33%；正在办理2项，占67%"):
        assert said in text
        assert said in written
    assert "各单位办理情况" in text
    assert len(document.inline_shapes) == 1
    assert document.tables[0].rows[1].cells[1].text == "完成小型水库隐患排查"


def file_of(person, name: str) -> bytes:
    with person.page.expect_download() as waiting:
        person.page.get_by_role("link", name=name).click()
    with open(waiting.value.path(), "rb") as file:
        return file.read()
