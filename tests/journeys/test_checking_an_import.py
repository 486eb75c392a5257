"""An import checked at a keyboard: Enter never splits, text is parted where the cursor stands, a passage is picked beside it."""

import pytest

from directives.models import Intake
from tests.house.papers import minutes

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PAPER = (
    "桃溪县人民政府常务会议纪要",
    "2026年11月6日",
    "一、关于农村供水",
    "由县水利局牵头，11月底前建成供水管网。",
    "要抓紧完善公示制度。",
)


@pytest.fixture
def officer(county, enter, tmp_path):
    visitor = enter(county.officer)
    paper = tmp_path / "纪要.docx"
    paper.write_bytes(minutes(*PAPER))
    visitor.open("/directives/import/")
    visitor.page.get_by_label("会议纪要").set_input_files(paper)
    visitor.press("读取文件")
    visitor.stands_at("核对后提交：读出 1 项")
    return visitor


def rows() -> list[dict]:
    return Intake.objects.get().rows


def test_enter_saves_and_the_cursor_parts_a_text(officer, scripts):
    lead = officer.page.get_by_label("牵头单位", exact=True).first
    lead.fill("县财政局")
    lead.press("Enter")
    officer.is_told("已暂存")
    assert [row["lead"] for row in rows()] == ["县财政局"]
    title = officer.page.get_by_label("督查事项").first
    title.fill("甲事乙事。丙事")
    title.focus()
    title.evaluate("area => area.setSelectionRange(2, 2)") if scripts else None
    officer.page.locator("summary").filter(has_text="更多").first.click()
    officer.press("在光标处拆成两项")
    officer.stands_at("核对后提交：读出 2 项")
    assert [row["title"] for row in rows()] == (["甲事", "乙事。丙事"] if scripts else ["甲事乙事。", "丙事"])
    officer.press("撤销")
    officer.is_told("已撤销")
    assert [row["title"] for row in rows()] == ["甲事乙事。丙事"]


def test_a_passage_that_was_not_understood_is_picked_from_the_paper(officer):
    officer.press("要抓紧完善公示制度。")
    officer.press("成为一项")
    officer.stands_at("核对后提交：读出 2 项")
    assert rows()[1]["title"] == "要抓紧完善公示制度。"
