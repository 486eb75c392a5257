"""Every room's ledger comes back, each by the steps that the room has declared."""

from datetime import date

import pytest

from bureau.matters.rooms import rooms
from bureau.vault.models import Line
from complaints.models import Complaint
from directives.inspections.models import Inspection
from directives.suggestions.models import Suggestion
from instructions.models import Instruction
from tests.accountability.playing import DEPUTY_NAME, play
from tests.county import CALLER, in_days
from tests.deputies import secretary, stand_in
from tests.reimport.excel import Excel, faults

pytestmark = pytest.mark.django_db


def test_every_room_declares_columns_that_its_ledger_and_the_forms_of_its_steps_have(county):
    for room in rooms():
        known = {key for key, _label in room.ledger.table_class.ledger_columns()}
        known |= {one.key for one in room.added}
        assert room.changes, room.kind
        for change in room.changes:
            assert set(change.columns) | set(change.beside) <= known, (room.kind, change.step.key)


def test_no_head_stands_twice_in_a_workbook():
    for room in rooms():
        labels = [label for _key, label in room.ledger.table_class.ledger_columns()]
        labels += [one.label for one in room.added]
        assert len(labels) == len(set(labels)), room.kind


# --- instructions -----------------------------------------------------------------------------------
def test_what_was_registered_of_a_leaders_word_is_mended(county, enter):
    one = county.instruction("registered")
    sheet = Excel(enter(county.officer), room="instructions")
    sheet.set(
        one,
        批示内容="请财政局牵头，三日内报我。",
        批示要求="阅处",
        批示日期="2026年11月2日",
        来文标题="关于病险水库的报告",
    )
    page = sheet.returned()
    assert faults(page) == {}
    sheet.confirm(page)
    one = Instruction.objects.get(pk=one.pk)
    said = one.round
    assert (said.words, said.get_meaning_display(), said.date) == (
        "请财政局牵头，三日内报我。",
        "阅处",
        date(2026, 11, 2),
    )
    assert one.paper.title == "关于病险水库的报告"


def test_what_is_no_choice_is_answered_with_the_choices_and_what_is_classified_is_refused(county, enter):
    one, other = county.instruction("registered"), county.instruction("registered")
    sheet = Excel(enter(county.officer), room="instructions")
    sheet.set(one, 批示要求="马上办").set(other, 批示内容="绝密★十年")
    told = faults(sheet.returned())
    assert told[one.pk][0][0] == "批示要求"
    assert "可以填：批办" in told[one.pk][0][1]
    assert told[other.pk]


def test_a_unit_reports_on_an_instruction(county, enter):
    one = county.instruction("running")
    sheet = Excel(enter(county.water_liaison), room="instructions").set(one, 办理进展="方案已报。")
    sheet.confirm(sheet.returned())
    assert county.part(one).replies.get().text == "方案已报。"


# --- suggestions ------------------------------------------------------------------------------------
def test_a_suggestion_is_put_otherwise_and_to_another_unit(county, enter):
    one = county.suggestion("draft")
    sheet = Excel(enter(county.officer), room="suggestions")
    sheet.set(one, 提给="县财政局", 建议内容="每亩补贴200元。", 答复时限=in_days(30))
    sheet.confirm(sheet.returned())
    one = Suggestion.objects.get(pk=one.pk)
    assert (one.addressee, one.text, one.answer_by) == ("县财政局", "每亩补贴200元。", in_days(30))


def test_what_is_put_to_a_meeting_is_not_put_to_a_unit_in_excel(county, enter):
    one = county.suggestion("draft", meeting="县人民政府常务会议")
    sheet = Excel(enter(county.officer), room="suggestions").set(one, 提给="县财政局", 建议内容="再议。")
    assert [label for label, _words in faults(sheet.returned())[one.pk]] == ["提给"]


def test_a_suggestion_that_would_tell_who_complained_is_stopped(county, enter):
    about = county.complaint("running").matter
    one = county.suggestion("draft", about=about)
    sheet = Excel(enter(county.officer), room="suggestions").set(one, 建议内容=f"请回复{CALLER.enterprise}。")
    [[_label, words]] = faults(sheet.returned())[one.pk]
    assert "文中出现投诉人的" in words
    assert Line.objects.filter(kind=Line.Kind.STOPPED, person=county.officer).count() == 1


# --- complaints -------------------------------------------------------------------------------------
def test_place_and_cause_of_a_complaint_are_mended_and_tell_nobody_who_complained(county, enter):
    county.cause("吃拿卡要")
    one, other = county.complaint("registered"), county.complaint("registered", place="别处")
    sheet = Excel(enter(county.clerk), room="complaints")
    sheet.set(one, 地点="县道红岩路口", 事由="吃拿卡要").set(other, 地点=f"{CALLER.address}门口")
    page = sheet.returned()
    assert "文中出现投诉人的" in faults(page)[other.pk][0][1]
    assert CALLER.name not in page.content.decode()
    sheet.confirm(page)
    one = Complaint.objects.select_related("matter").get(pk=one.pk)
    assert (one.place, one.cause.label) == ("县道红岩路口", "吃拿卡要")
    assert one.matter.title == "关于县道红岩路口吃拿卡要问题的投诉"
    assert Complaint.objects.get(pk=other.pk).place == "别处"


def test_the_workbook_tells_a_unit_of_a_complaint_no_more_than_its_ledger(county, enter):
    county.complaint("running")
    browser = enter(county.water_liaison)
    assert browser.get("/ledgers/complaints/changeable/").status_code == 404
    book = Excel(enter(county.clerk), room="complaints").book
    words = {str(cell.value) for sheet in book for row in sheet.rows for cell in row}
    assert not any(
        known in word for word in words for known in (CALLER.name, CALLER.phone, CALLER.enterprise)
    )


# --- inspections ------------------------------------------------------------------------------------
def test_a_plan_is_mended(county, enter):
    one = county.inspection("draft")
    sheet = Excel(enter(county.officer), room="inspections")
    sheet.set(one, 督查对象="县财政局、县交通运输局", 结束日期=in_days(5), 组长="督查局 督查员乙")
    page = sheet.returned()
    assert [label for label, _words in faults(page).get(one.pk, [])] == []
    sheet.confirm(page)
    one = Inspection.objects.get(pk=one.pk)
    assert {target.unit for target in one.targets.all()} == {county.finance, county.roads}
    assert (one.ends_on, one.head) == (in_days(5), county.colleague)


def test_an_unannounced_visit_is_in_the_workbook_of_its_team_alone(county, enter):
    county.inspection("draft", unannounced=True, members=(), head=county.officer, title="夜间暗访")
    assert len(Excel(enter(county.officer), room="inspections").rows) == 1
    assert Excel(enter(county.colleague), room="inspections").rows == {}


# --- in whose name ----------------------------------------------------------------------------------
def test_who_stands_in_for_somebody_changes_in_their_name_and_a_secretary_does_not(county, enter):
    one = county.complaint("registered")
    secretary(county, county.magistrate, county.colleague)
    assert enter(county.officer).get("/ledgers/complaints/changeable/").status_code == 404
    stand_in(county.clerk, county.officer)
    sheet = Excel(enter(county.officer), room="complaints").set(one, 地点="县道红岩路口")
    sheet.confirm(sheet.returned())
    line = one.matter.entries.first()
    assert (line.actor, "督查员甲代理" in line.actor_words) == (county.clerk, True)
    assert enter(county.colleague).get("/ledgers/complaints/changeable/").status_code == 404


# --- accountability ---------------------------------------------------------------------------------
def test_a_clue_is_mended_and_a_cadre_named_in_it_is_refused(county, enter):
    it = play(county, "clue")
    sheet = Excel(enter(county.inquirer), room="accountability")
    sheet.set(it.record, 线索名称="对擅自恢复生产查处不力", 问题类别="慢作为")
    sheet.confirm(sheet.returned())
    assert (it.record.matter.title, it.record.fault) == ("对擅自恢复生产查处不力", "slow")
    sheet = Excel(enter(county.inquirer), room="accountability").set(it.record, 线索名称=f"{DEPUTY_NAME}失职")
    assert "有干部的姓名" in str(faults(sheet.returned()))
