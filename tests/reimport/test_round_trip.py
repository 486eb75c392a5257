"""A ledger goes to Excel and comes back: what was changed is shown, asked about where both sides changed it, and done by its steps."""

from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bureau.matters.models import Matter, Reimport
from bureau.matters.parts import assignments
from bureau.matters.reimport import comparing
from bureau.matters.views.reimporting import fetching
from bureau.org.models import Posting
from bureau.vault import rotation
from directives import actions
from directives.models import Directive
from tests.county import in_days
from tests.pages.posting import form_of
from tests.reimport.excel import Excel, faults, last

pytestmark = pytest.mark.django_db
CHANGES, SHEET = (
    reverse("matters:changes", args=["directives"]),
    reverse("matters:changeable", args=["directives"]),
)


def fresh(directive) -> Directive:
    return Directive.objects.select_related("matter").get(pk=directive.pk)


@pytest.fixture
def draft(county):
    return county.directive("draft", title="完成小型水库排查", due=date(2027, 1, 15))


@pytest.fixture
def sheet(draft, county, enter):
    return Excel(enter(county.officer))


# --- what is fetched --------------------------------------------------------------------------------
def test_the_workbook_has_the_customary_columns_and_marks_those_that_may_be_changed(sheet, county, enter):
    heads = [cell.value for cell in sheet.sheet[1]]
    plain = enter(county.officer).get(reverse("directives:list"), {"export": "xlsx"})
    assert heads[:3] == ["编号", "督查事项（可改）", "来源"]
    assert heads[-2:] == ["改动理由", "识别码"]
    assert "状态" in heads
    assert sheet.book.sheetnames == ["决策督查台账", "填写说明", "导回底稿（勿删）"]
    assert len(Excel(sheet.browser, content=plain.getvalue(), bare=True).heads) == 18
    legend = [[cell.value for cell in row] for row in sheet.book["填写说明"].rows]
    assert any(row[1] == "调整目标、节点" and row[3] == "必填" for row in legend)


def test_it_holds_what_was_asked_for_and_no_more(draft, county, enter):
    county.directive("running", title="别的事")
    assert list(Excel(enter(county.officer), q="小型水库").rows) == [draft.pk]


def test_a_unit_is_offered_what_units_write(county, enter):
    county.directive("running")
    marked = [cell.value for cell in Excel(enter(county.water_liaison)).sheet[1] if "可改" in cell.value]
    assert marked == ["办理时限（可改）", "累计完成（可改）", "最新进展（可改）"]


# --- changes ----------------------------------------------------------------------------------------
def test_what_was_changed_is_shown_and_then_done_by_its_step(sheet, draft, county):
    other = county.directive("draft", title="完成堤防排查")
    page = sheet.set(draft, 督查事项="完成全县小型水库排查", 责任领导="分管副县长").returned()
    assert [row["pk"] for row in page.context["plain"]] == [draft.pk]
    assert fresh(draft).matter.title == "完成小型水库排查"
    answer = sheet.confirm(page)
    assert "已改1件" in answer.content.decode()
    assert (fresh(draft).matter.title, fresh(draft).leader) == ("完成全县小型水库排查", "分管副县长")
    assert fresh(other).matter.title == "完成堤防排查"
    line = draft.matter.entries.first()
    assert (line.actor, line.sentence.partition("：")[2]) == (county.officer, "事项、责任领导")


@pytest.mark.parametrize(
    "head, typed, name, kept",
    [
        ("办理时限", "2027年3月5日", "due", date(2027, 3, 5)),
        ("办理时限", "2027.3.5", "due", date(2027, 3, 5)),
        ("办理时限", datetime(2027, 3, 5), "due", date(2027, 3, 5)),
        ("办理时限", None, "due", None),
        ("类别", "  水利  ", "category", "水利"),
        ("备注", "第一行 \n第二行\n", "remark", "第一行\n第二行"),
        ("阶段节点", "2026年12月31日 完成招标", "stages", [["2026-12-31", "完成招标"]]),
    ],
)
def test_cells_are_read_as_people_write_them(sheet, draft, head, typed, name, kept):
    sheet.confirm(sheet.set(draft, **{head: typed}).returned())
    assert getattr(fresh(draft), name) == kept


def test_units_and_numbers_to_reach_are_read_as_on_the_page(sheet, draft, county):
    sheet.cell(draft, "目标").number_format = "0%"
    page = sheet.set(draft, 牵头单位="交通运输局", 协办单位="水利局、县财政局", 目标=0.8).returned()
    assert faults(page) == {}
    sheet.confirm(page)
    parts = draft.matter.assignments.order_by("pk")
    assert [part.unit for part in parts] == [county.roads, county.water, county.finance]
    assert str(fresh(draft).goal.target.normalize()) == "8E+1"


@pytest.mark.parametrize(
    "words, where, told",
    [
        ({"牵头单位": "不存在局"}, "牵头单位", "不存在局"),
        ({"牵头单位": "县人民法院"}, "牵头单位", "不是政府督查的对象"),
        ({"办理时限": "年底前"}, "办理时限", "请按 2026-12-31 的样子填写"),
        ({"督查事项": ""}, "督查事项", "请填写"),
        ({"阶段节点": "完成招标"}, "阶段节点", "没有读出日期"),
        ({"督查事项": "=A1"}, "督查事项", "公式"),
    ],
)
def test_a_mistake_is_named_by_its_cell_and_its_row_stays_as_it_was(sheet, draft, words, where, told):
    page = sheet.set(draft, **words).returned()
    [[label, sentence]] = faults(page)[draft.pk]
    assert label == where
    assert told in sentence
    assert f"第 2 行“{where}”：" in " ".join(page.content.decode().split())
    assert not page.context["count"]


def test_each_row_is_asked_about_by_its_own_state_and_a_refusal_says_the_way_out(county, enter):
    running, draft = county.directive("running"), county.directive("draft")
    sheet = Excel(enter(county.officer))
    for one in (running, draft):
        sheet.set(one, 办理时限="2027-03-05", 督查事项="完成水库排查", 类别="水利")
    page = sheet.returned()
    assert [row["pk"] for row in page.context["plain"]] == [draft.pk]
    told = dict(faults(page)[running.pk])
    assert told["督查事项"] == "当前状态不能“修改”。"
    assert "由牵头单位申请延期" in told["办理时限"]


def test_a_column_that_nobody_changes_in_excel_is_named_and_left_out(sheet, draft):
    page = sheet.set(draft, 状态="办理中", 类别="水利").returned()
    assert [one["label"] for row in page.context["left"] for one in row["left"]] == ["状态"]
    assert "没有采用的 1 行" in page.content.decode()
    sheet.confirm(page)
    assert (fresh(draft).state, fresh(draft).category) == ("draft", "水利")


def test_what_the_ledger_says_beside_is_corrected_at_any_time(county, enter):
    running, closed = county.directive("running"), county.directive("closed")
    sheet = Excel(enter(county.officer))
    for one in (running, closed):
        sheet.set(one, 责任领导="常务副县长", 类别="水利")
    sheet.confirm(sheet.returned())
    assert [fresh(one).leader for one in (running, closed)] == ["常务副县长"] * 2
    assert "更正类别“空”→“水利”，责任领导“空”→“常务副县长”" in running.matter.entries.first().sentence


def test_what_has_to_be_reached_is_changed_with_its_reason_by_who_may(county, enter):
    running = county.directive("running")
    sheet = Excel(enter(county.officer))
    assert faults(sheet.set(running, 目标="60个").returned())[running.pk] == [["改动理由", "请填写理由。"]]
    sheet.confirm(sheet.set(running, 改动理由="常务会议明确。").returned())
    assert str(fresh(running).goal) == "不少于60.0000个"
    again = Excel(enter(county.officer)).set(running, 目标="80个", 改动理由="再加。")
    assert faults(again.returned())[running.pk] == [["目标", "这一步由局领导办理。"]]
    lead = Excel(enter(county.director)).set(running, 目标="80个", 改动理由="再加。")
    lead.confirm(lead.returned())
    assert "60个→80个" in running.matter.entries.first().sentence


# --- units ------------------------------------------------------------------------------------------
def test_a_unit_reports_by_its_row_once(county, enter):
    mine, other = county.directive("running"), county.directive("running", to=[county.roads, county.water])
    sheet = (
        Excel(enter(county.water_liaison))
        .set(mine, 最新进展="已完成十二座。")
        .set(other, 最新进展="协办的。")
    )
    page = sheet.returned()
    assert faults(page)[other.pk][0][1].startswith("台账里的进展、时限是牵头单位的")
    sheet.confirm(page)
    reply = county.part(mine).replies.get()
    assert (reply.text, reply.author, reply.state) == ("已完成十二座。", county.water_liaison, "sent")
    assert "没有要改的" in Excel(enter(county.water_liaison)).returned().content.decode()
    twice = sheet.returned()
    assert not twice.context["count"]
    assert county.part(mine).replies.count() == 1


def test_a_unit_reports_its_number_in_the_same_row(county, enter):
    mine = county.directive("draft", title="新建60个停车场")
    sheet = Excel(enter(county.officer)).set(mine, 目标="60个")
    sheet.confirm(sheet.returned())
    actions.propose(county.officer, fresh(mine))
    actions.approve(county.director, fresh(mine))
    actions.dispatch(county.officer, fresh(mine))
    assignments.sign(county.water_liaison, county.part(mine))
    sheet = Excel(enter(county.water_liaison)).set(mine, 最新进展="又建成一批。")
    assert faults(sheet.returned())[mine.pk][0][0] == "累计完成"
    sheet.confirm(sheet.set(mine, 累计完成="45个").returned())
    assert str(fresh(mine).reported.get().value) == "45.0000"
    lower = Excel(enter(county.water_liaison)).set(mine, 最新进展="复核扣减。", 累计完成="40个")
    assert faults(lower.returned())[mine.pk][0][0] == "改动理由"


def test_a_unit_asks_for_more_time_and_a_leader_grants_it_each_in_the_cell_of_the_date(county, enter):
    mine = county.directive("running", due=in_days(20))
    sheet = Excel(enter(county.water_liaison)).set(mine, 办理时限=in_days(27))
    assert {label for label, _words in faults(sheet.returned())[mine.pk]} == {"改动理由", "最新进展"}
    sheet.set(mine, 改动理由="汛期推迟。", 最新进展="已完成八成。")
    sheet.confirm(sheet.returned())
    plea = county.part(mine).replies.get(kind="extension")
    assert (plea.until, plea.text) == (in_days(27), "汛期推迟。")
    lead = Excel(enter(county.director)).set(mine, 办理时限=in_days(25), 改动理由="同意。")
    lead.confirm(lead.returned())
    assert fresh(mine).matter.due_at.date() == in_days(25)


# --- both sides -------------------------------------------------------------------------------------
def meanwhile(county, draft, **words):
    decision = county.decision(title=draft.matter.title, due=date(2027, 1, 15), **words)
    actions.edit(county.colleague, fresh(draft), decision)


def test_what_both_sides_changed_is_asked_about_and_says_who_changed_it(sheet, draft, county):
    meanwhile(county, draft, leader="县长")
    page = sheet.set(draft, 责任领导="分管副县长", 类别="水利").returned()
    [row] = page.context["conflicts"]
    assert {one["key"]: one["conflict"] for one in row["changes"]} == {"leader": True, "category": False}
    assert "督查员乙 修改登记内容：责任领导" in row["news"]
    sheet.confirm(page)
    assert (fresh(draft).leader, fresh(draft).category) == ("县长", "水利")


def test_the_file_wins_where_its_sender_says_so(sheet, draft, county):
    meanwhile(county, draft, leader="县长")
    page = sheet.set(draft, 责任领导="分管副县长").returned()
    sheet.confirm(page, **{f"choose-{draft.pk}": "file"})
    assert fresh(draft).leader == "分管副县长"


def test_what_stands_so_already_is_not_done_again(sheet, draft, county):
    meanwhile(county, draft, leader="分管副县长")
    page = sheet.set(draft, 责任领导="分管副县长").returned()
    assert not page.context["count"]
    assert page.context["one"].ended_at


def test_what_changes_between_the_look_and_the_button_waits_as_a_conflict(sheet, draft, county):
    other = county.directive("draft", title="完成堤防排查")
    sheet = Excel(sheet.browser).set(draft, 责任领导="分管副县长").set(other, 责任领导="分管副县长")
    page = sheet.returned()
    meanwhile(county, draft, leader="县长")
    page = sheet.confirm(page)
    assert (fresh(draft).leader, fresh(other).leader) == ("县长", "分管副县长")
    assert [row["pk"] for row in page.context["conflicts"]] == [draft.pk]
    sheet.confirm(page, **{f"choose-{draft.pk}": "file"})
    assert fresh(draft).leader == "分管副县长"
    assert last().ended_at


def test_a_form_that_is_sent_twice_does_nothing_twice(sheet, draft):
    page = sheet.set(draft, 责任领导="分管副县长").returned()
    for _ in range(2):
        sheet.confirm(page)
    assert draft.matter.entries.count() == 2
    assert last().done == 1


def test_the_same_file_once_more_has_nothing_to_change(sheet, draft):
    sheet.confirm(sheet.set(draft, 责任领导="分管副县长").returned())
    assert not sheet.returned().context["count"]


def test_what_was_not_confirmed_may_be_given_up(sheet, draft):
    page = sheet.set(draft, 责任领导="分管副县长").returned()
    sheet.browser.post(last().get_absolute_url(), {**form_of(page), "drop": "1"})
    assert not Reimport.objects.exists()
    assert fresh(draft).leader == ""


# --- doors ------------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["magistrate", "system", "security", "audit", "clerk"])
def test_to_whom_no_column_is_ever_open_the_pages_do_not_exist(county, enter, name):
    browser = enter(getattr(county, name))
    assert [browser.get(url).status_code for url in (CHANGES, SHEET)] == [404, 404]
    assert "改后导回" not in browser.get(reverse("directives:list")).content.decode()


@pytest.mark.parametrize("name", ["colleague", "director", "stranger", "system"])
def test_what_somebody_sent_exists_for_nobody_else(sheet, draft, county, enter, name):
    sheet.set(draft, 责任领导="分管副县长").returned()
    browser, url = enter(getattr(county, name)), last().get_absolute_url()
    assert browser.get(url).status_code == 404
    assert browser.post(url, {"confirm": "1"}).status_code == 404
    assert fresh(draft).leader == ""


def test_a_file_that_came_into_other_hands_tells_and_changes_nothing(sheet, draft, county, enter):
    sealed = county.directive("draft", title="限阅的一件事", secrecy="sealed")
    changed = Excel(sheet.browser).set(draft, 责任领导="县长").set(sealed, 责任领导="县长").saved()
    page_of = Excel(enter(county.colleague))
    page = page_of.browser.get(page_of.send(changed).url)
    assert [row["pk"] for row in page.context["plain"]] == [draft.pk]
    assert [words for _number, words in page.context["wrong"]] == ["您已经看不到这件事项了。"]
    unit = Excel(enter(county.stranger))
    page = unit.browser.get(unit.send(changed).url)
    assert not page.context["count"]
    assert draft.matter.title not in page.content.decode()


def test_a_post_that_was_lost_meanwhile_changes_nothing(sheet, draft, county):
    page = sheet.set(draft, 责任领导="县长").returned()
    Posting.objects.filter(person=county.officer).delete()
    sheet.confirm(page)
    assert fresh(draft).leader == ""


def test_what_came_back_is_kept_as_cipher_text_alone(sheet, draft):
    sheet.set(draft, 责任领导="分管副县长").returned()
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed FROM matters_reimport")
        held = bytes(cursor.fetchone()[0])
    assert "分管副县长".encode() not in held
    assert last().content["rows"][0]["cells"]["leader"] == "分管副县长"


def test_what_its_sender_sees_no_more_is_not_shown_to_them_any_more(draft, county, enter):
    sheet = Excel(enter(county.colleague))
    page = sheet.set(draft, 责任领导="县长").returned()
    Matter.objects.filter(pk=draft.pk).update(secrecy="sealed")
    later = sheet.browser.get(last().get_absolute_url()).content.decode()
    assert draft.matter.title not in later
    assert "另有1件您已经看不到了" in later
    sheet.confirm(page)
    assert fresh(draft).leader == ""


def test_more_than_can_be_taken_at_once_is_refused_with_a_way_out(county, enter, monkeypatch):
    drafts = [county.directive("draft") for _ in range(2)]
    sheet = Excel(enter(county.officer))
    for one in drafts:
        sheet.set(one, 责任领导="县长")
    monkeypatch.setattr(comparing, "MOST_CHANGED", 1)
    answer = sheet.send()
    assert (answer.status_code, Reimport.objects.count()) == (409, 0)
    assert "改了2行，一次最多导回1行的改动，请分几份上传" in answer.content.decode()
    monkeypatch.setattr(fetching, "MOST_ROWS", 1)
    assert "请加上查询条件后再导出" in sheet.browser.get(SHEET, follow=True).content.decode()


def test_conditions_that_make_no_sense_lead_back_to_the_ledger(county, enter):
    assert (
        enter(county.officer).get(SHEET, {"due_min": "2026-02-30"}).url.startswith(reverse("directives:list"))
    )


def test_what_no_key_opens_any_more_is_as_good_as_not_there(sheet, draft):
    sheet.set(draft, 责任领导="分管副县长").returned()
    Reimport.objects.update(sealed=b"\x01" * 60)
    assert sheet.browser.get(last().get_absolute_url()).status_code == 404
    assert sheet.browser.get(CHANGES).status_code == 200


def test_it_is_sealed_anew_with_the_next_key(sheet, draft):
    sheet.set(draft, 责任领导="分管副县长").returned()
    assert Reimport in rotation.TABLES
    assert rotation.renew().closed == 0


def test_the_look_costs_few_statements_however_many_rows_it_shows(county, enter):
    drafts = [county.directive("draft") for _ in range(6)]
    sheet = Excel(enter(county.officer))
    for one in drafts:
        sheet.set(one, 责任领导="县长")
    url = last().get_absolute_url() if sheet.returned() else ""
    with CaptureQueriesContext(connection) as spent:
        sheet.browser.get(url)
    assert len(spent) <= 10


def test_nothing_stays_of_what_was_only_tried(sheet, draft):
    before = Matter.objects.values_list("version", "chain_head").get(pk=draft.pk)
    sheet.set(draft, 责任领导="分管副县长").returned()
    assert Matter.objects.values_list("version", "chain_head").get(pk=draft.pk) == before
    assert draft.matter.entries.count() == 1


def test_a_column_that_only_the_sender_of_a_file_had_is_named_to_the_next_and_left_out(county, enter):
    running = county.directive("running")
    changed = Excel(enter(county.officer)).set(running, 备注="补记一笔").saved()
    unit = Excel(enter(county.water_liaison))
    page = unit.browser.get(unit.send(changed).url)
    assert [one["label"] for row in page.context["left"] for one in row["left"]] == ["备注"]
    assert not page.context["count"]
