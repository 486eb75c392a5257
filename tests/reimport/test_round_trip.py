import pytest

from tests.reimport.excel import Excel

pytestmark = pytest.mark.django_db


def test_what_was_changed_in_excel_is_shown_and_then_done_by_its_step(county, enter):
    one = county.directive("draft", title="完成小型水库排查")
    other = county.directive("draft", title="完成堤防排查")
    sheet = Excel(enter(county.officer))
    sheet.set(one, 督查事项="完成全县小型水库排查", 责任领导="分管副县长")
    page = sheet.returned()
    assert [row["pk"] for row in page.context["plain"]] == [one.pk], page.context["faulty"]
    words = page.content.decode()
    assert "完成全县小型水库排查" in words
    one.refresh_from_db()
    assert one.matter.title == "完成小型水库排查"
    sheet.confirm(page)
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.matter.title, one.leader) == ("完成全县小型水库排查", "分管副县长")
    assert other.matter.title == "完成堤防排查"
    assert "修改登记内容：事项、责任领导" in one.matter.entries.first().sentence
