"""What people and their programs do to a workbook between its way out and its way back."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from bureau.jobs import doing, long, shelf, tasks
from bureau.jobs.models import Job
from bureau.matters.models import Reimport
from directives.models import Directive
from tests.reimport.excel import Excel, faults, last

pytestmark = pytest.mark.django_db


@pytest.fixture
def drafts(county):
    return [county.directive("draft", title=title) for title in ("甲事", "乙事", "丙事")]


@pytest.fixture
def sheet(drafts, county, enter):
    return Excel(enter(county.officer))


def refused(sheet, content: bytes) -> str:
    answer = sheet.send(content)
    assert answer.status_code in (200, 409)
    assert not Reimport.objects.exists()
    return answer.content.decode()


def leaders() -> dict[str, str]:
    return dict(Directive.objects.values_list("matter__title", "leader"))


def test_nothing_was_changed_where_it_was_only_opened_and_saved(sheet):
    assert "没有要改的" in sheet.returned().content.decode()


def test_rows_are_sorted_and_dropped_and_columns_moved_and_added(sheet, drafts):
    sheet.set(drafts[0], 责任领导="县长")
    rows = [[cell.value for cell in row] for row in sheet.sheet.iter_rows()]
    head, *rest = [[*reversed(row), "我的备注" if not place else "记一笔"] for place, row in enumerate(rows)]
    kept = sorted((row for row in rest if row[0] != drafts[2].pk), key=lambda row: row[0])
    sheet.sheet.delete_rows(1, sheet.sheet.max_row)
    for row in ([], ["二〇二六年台账"], head, *kept, []):
        sheet.sheet.append(row)
    page = sheet.returned()
    assert [row["pk"] for row in page.context["plain"]] == [drafts[0].pk]
    words = page.content.decode()
    assert "“我的备注”不是台账的栏目，没有读。" in words
    assert "比导出时少了1行" in words
    sheet.confirm(page)
    assert leaders() == {"甲事": "县长", "乙事": "", "丙事": ""}


def test_columns_that_are_not_there_any_more_stay_as_they_are(sheet, drafts):
    sheet.set(drafts[0], 责任领导="县长")
    sheet.sheet.delete_cols(sheet.heads.index("类别") + 1)
    page = sheet.returned()
    assert "表里没有“类别”，这些栏目不动。" in page.content.decode()
    assert len(page.context["plain"]) == 1


def test_blanks_line_ends_and_wide_forms_of_the_heads_are_no_changes(sheet, drafts):
    for row in sheet.sheet.iter_rows(min_row=2, max_col=8):
        for cell in row:
            if isinstance(cell.value, str):
                cell.value += "  \u200b\r\n"
    sheet.sheet.cell(1, 2).value = " 督查 事项\n（可改） "
    assert "没有要改的" in sheet.returned().content.decode()


def test_rows_without_a_code_are_named_as_new_and_lead_to_the_import(sheet):
    sheet.sheet.append(["", "新的一件事", "", "", "县水利局"])
    page = sheet.returned()
    assert "第 5 行没有识别码，是新加的" in " ".join(page.content.decode().split())
    assert page.context["entry"] == "/directives/import/"


def test_a_row_that_was_copied_is_named_and_neither_is_read(sheet, drafts):
    sheet.set(drafts[0], 责任领导="县长")
    sheet.sheet.append([cell.value for cell in sheet.sheet[sheet.rows[drafts[0].pk]]])
    page = sheet.returned()
    assert not page.context["count"]
    assert [number for number, _words in page.context["wrong"]] == [4, 5]


def test_a_code_that_was_typed_is_named(sheet, drafts):
    sheet.set(drafts[0], 识别码="我的编号")
    assert "识别码“我的编号”不在导出的台账里" in sheet.returned().content.decode()


def test_a_copied_sheet_is_asked_about_and_a_renamed_one_is_read(sheet, drafts):
    sheet.set(drafts[0], 责任领导="县长")
    copy = sheet.book.copy_worksheet(sheet.sheet)
    words = refused(sheet, sheet.saved())
    assert f"“{copy.title}”" in words
    assert "请只留改好的那一张" in words
    sheet.book.remove(copy)
    sheet.sheet.title = "Sheet1"
    sheet.book["导回底稿（勿删）"].title = "Sheet2"
    sheet.book["Sheet2"].sheet_state = "visible"
    assert len(sheet.returned().context["plain"]) == 1


def test_a_column_that_stands_twice_is_asked_about(sheet, drafts):
    for row in sheet.sheet.iter_rows(
        min_col=sheet.heads.index("责任领导") + 1, max_col=sheet.heads.index("责任领导") + 1
    ):
        sheet.sheet.cell(row[0].row, len(sheet.heads) + 1).value = row[0].value
    assert "“责任领导”有两列" in refused(sheet, sheet.saved())


def test_without_the_hidden_sheet_it_is_said_what_to_do(sheet):
    del sheet.book["导回底稿（勿删）"]
    assert "没有找到导出时的底稿" in refused(sheet, sheet.saved())


def test_without_the_column_of_codes_it_is_said_what_to_do(sheet):
    sheet.sheet.delete_cols(sheet.heads.index("识别码") + 1)
    assert "要有“识别码”这一列" in refused(sheet, sheet.saved())


@pytest.mark.parametrize("place", [(3, 4), (3, 1), (3, 2), (1, 4), (1, 5), (2, 5)])
def test_who_changes_the_hidden_copy_is_refused(sheet, place):
    hidden = sheet.book["导回底稿（勿删）"]
    hidden.cell(*place).value = "2026-11-30T00:00:00+00:00" if place == (1, 4) else "改动"
    assert "底稿被改动过" in refused(sheet, sheet.saved())


def test_a_hidden_copy_cut_off_after_its_first_row_is_refused(sheet):
    hidden = sheet.book["导回底稿（勿删）"]
    hidden.delete_rows(2, hidden.max_row)
    assert "底稿被改动过" in refused(sheet, sheet.saved())


def test_another_ledgers_workbook_is_led_to_its_ledger(county, enter):
    county.instruction("registered")
    county.directive("draft")
    browser = enter(county.officer)
    other = Excel(browser, room="instructions").saved()
    assert "另一本台账" in refused(Excel(browser), other)


@pytest.mark.parametrize(
    "name, content", [("台账.xlsx", b"PK broken"), ("台账.xlsx", b""), ("照片.png", b"\x89PNG")]
)
def test_what_is_no_workbook_is_refused_in_words(sheet, name, content):
    assert "<" in refused(sheet, content)


def test_a_workbook_of_somebody_elses_making_is_refused(sheet):
    book, out = Workbook(), BytesIO()
    book.active.append(["识别码", "督查事项"])
    book.save(out)
    assert "没有找到导出时的底稿" in refused(sheet, out.getvalue())


def test_words_that_excel_could_run_come_back_as_they_went_and_are_no_changes(county, enter):
    titles = ["=1+1", "+86", "-3", "@SUM(A1)", "0012", "1e3", "第一行\n第二行", "_x000D_"]
    for title in titles:
        county.directive("draft", title=title, remark=title)
    sheet = Excel(enter(county.officer))
    column = sheet.heads.index("督查事项") + 1
    assert {sheet.sheet.cell(row, column).data_type for row in sheet.rows.values()} == {"s"}
    sheet.book = load_workbook(BytesIO(sheet.file))
    assert "没有要改的" in sheet.returned().content.decode()


def test_a_formula_counts_by_the_result_that_was_saved_and_is_named_without_one(sheet, drafts):
    page = sheet.set(drafts[0], 责任领导='="县"&"长"').returned()
    [[label, words]] = faults(page)[drafts[0].pk]
    assert (label, "是公式" in words) == ("责任领导", True)


def test_a_long_one_is_made_read_and_done_by_the_worker(drafts, county, enter, monkeypatch):
    monkeypatch.setattr(tasks.run, "delay", lambda pk: None)
    for name in ("CHANGEABLE_ROWS", "CHANGED_BYTES", "RECORDS_AT_ONCE"):
        monkeypatch.setattr(long, name, 1)
    browser = enter(county.officer)
    browser.get("/ledgers/directives/changeable/", {"q": "事"})
    sheet = Excel(browser, content=shelf.path_of(by_the_worker().pk).read_bytes())
    for one in drafts:
        sheet.set(one, 责任领导="县长")
    content = sheet.saved()
    assert sheet.send(content).url == sheet.send(content).url == Job.objects.latest("id").get_absolute_url()
    page = browser.get(by_the_worker().url)
    assert sheet.confirm(page).redirect_chain[-1][0] == Job.objects.latest("id").get_absolute_url()
    assert browser.get(last().get_absolute_url()).url == Job.objects.latest("id").get_absolute_url()
    assert by_the_worker().outcome == "已改3件，逐件列在结果里。"
    assert set(leaders().values()) == {"县长"}


def test_a_short_one_in_which_much_was_changed_goes_to_the_worker_too(sheet, drafts, monkeypatch):
    monkeypatch.setattr(tasks.run, "delay", lambda pk: None)
    monkeypatch.setattr(long, "RECORDS_AT_ONCE", 1)
    for one in drafts:
        sheet.set(one, 责任领导="县长")
    assert sheet.send().url == Job.objects.latest("id").get_absolute_url()
    assert len(sheet.browser.get(by_the_worker().url).context["plain"]) == 3


def by_the_worker() -> Job:
    doing.run(Job.objects.latest("id").pk)
    return Job.objects.latest("id")


def test_what_the_worker_cannot_read_says_what_to_do(sheet, monkeypatch):
    monkeypatch.setattr(tasks.run, "delay", lambda pk: None)
    monkeypatch.setattr(long, "CHANGED_BYTES", 1)
    del sheet.book["导回底稿（勿删）"]
    sheet.send()
    job = by_the_worker()
    assert (job.state, job.url) == ("failed", "/ledgers/directives/changes/")
    assert "没有找到导出时的底稿" in job.outcome
