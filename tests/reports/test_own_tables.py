"""Tables of the drafter's own: pasted, uploaded, typed; heads that are merged, sums that are checked, charts of them."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from bureau.jobs.barred import Barred
from bureau.press.typeset.sheets import Head
from reports import actions
from reports.actions import Given
from reports.inserts.own import MOST_COLUMNS, MOST_ROWS, drawn, rows_of
from reports.inserts.sums import wrong_sums
from reports.models import Bulletin, Insert
from reports.prints.bulletin import sheet_of
from reports.proofreading import findings

PASTED = "序号\t项目\t投资（万元）\t\t进度\n\t\t计划\t完成\t\n1\t大桥改造\t1,200\t600\t已开工\n2\t水库除险\t800\t800\t完工\n合计\t\t2,000\t1,400\t\n"
SPEC = {"own": rows_of(PASTED), "heads": 0, "source": "数据来源：县发改局。", "landscape": False}


def workbook(fill) -> SimpleUploadedFile:
    book, out = Workbook(), io.BytesIO()
    fill(book.active)
    book.save(out)
    return SimpleUploadedFile("项目清单.xlsx", out.getvalue())


def merged_book(sheet):
    sheet.append(["2026年重点项目清单", None, None, None])
    sheet.append(["乡镇", "项目", "投资（万元）", None])
    sheet.append([None, None, "计划", "完成"])
    sheet.append(["大圹镇", "水厂", 120, 60])
    sheet.append([None, "农路", 80, 80])
    for area in ("A1:D1", "A2:A3", "B2:B3", "C2:D2", "A4:A5"):
        sheet.merge_cells(area)


@pytest.fixture
def page(client, county, draft):
    client.force_login(county.officer)
    return lambda kind, data: client.post(
        reverse("reports:insert", args=[draft.pk, kind]), {"title": "重点项目", **data}, follow=True
    )


def only(draft) -> Insert:
    return draft.inserts.get()


def test_a_pasted_table_has_a_merged_head_and_columns_aligned_by_what_they_hold():
    data = drawn(SPEC)
    assert data["tops"] == [
        [["序号", 1, 2], ["项目", 1, 2], ["投资（万元）", 2, 1], ["进度", 1, 2]],
        [["计划", 1, 1], ["完成", 1, 1]],
    ]
    assert [align for _label, align in data["columns"]] == ["center", "left", "right", "right", "center"]


def test_what_is_typed_with_strokes_is_a_table_too():
    assert rows_of("单位|得分\n县水利局｜95.5\n") == [["单位", "得分"], ["县水利局", "95.5"]]


def test_a_cell_of_excel_may_hold_a_line_end():
    assert rows_of('单位\t说明\n县水利局\t"第一行\n第二行"\n')[1] == ["县水利局", "第一行 第二行"]


@pytest.mark.parametrize(
    "words, sentence",
    [
        ("只有一行", "至少要有一行表头"),
        ("\t".join("甲" * (MOST_COLUMNS + 1)) + "\n" + "\t".join("1" * (MOST_COLUMNS + 1)), "最多16列"),
        ("甲\t乙\n" + "1\t2\n" * MOST_ROWS, "最多300行"),
        ("甲\t乙\n1\t" + "很" * 301, "一格最多300字"),
    ],
)
def test_what_is_no_table_is_refused_with_what_to_do(words, sentence):
    with pytest.raises(Barred, match=sentence):
        rows_of(words)


def test_a_sum_that_is_none_is_named_with_the_right_one():
    rows = [["甲镇", "10", "50%"], ["乙镇", "20", "70%"], ["合计", "31", "60%"]]
    assert wrong_sums(["乡镇", "件数", "办结率"], rows) == [
        "“件数”一栏的合计写的是31，各行相加是30，请核对。"
    ]
    rows[2][1] = "30"
    assert wrong_sums(["乡镇", "件数", "办结率"], rows) == []


def test_subtotals_are_added_and_not_counted_twice():
    rows = [["小计", "10"], ["甲镇", "4"], ["乙镇", "6"], ["小计", "5"], ["丙镇", "5"], ["合计", "15"]]
    assert wrong_sums(["单位", "件数"], rows) == []


def test_a_pasted_table_is_put_into_the_text_and_printed(page, draft):
    answer = page("own", {"pasted": PASTED, "heads": 0, "source": "数据来源：县发改局。"})
    assert "已放好" in answer.content.decode()
    (insert,) = sheet_of(Bulletin.objects.get(pk=draft.pk)).inserts
    assert insert.content.tops[0][2] == Head("投资（万元）", 2, 1)
    assert insert.content.source == "数据来源：县发改局。"


def test_cells_are_typed_one_by_one(page, draft):
    page("own", {"grid-1": ["单位", "得分"], "grid-2": ["县水利局", "95"], "grid-3": ["", ""], "heads": 1})
    assert only(draft).spec["own"] == [["单位", "得分"], ["县水利局", "95"]]


def test_an_uploaded_sheet_keeps_its_merged_head_and_repeats_what_is_merged_below_it(page, draft):
    page("own", {"upload": workbook(merged_book), "heads": 0})
    data = only(draft).data
    assert data["tops"][0] == [["乡镇", 1, 2], ["项目", 1, 2], ["投资（万元）", 2, 1]]
    assert data["rows"] == [["大圹镇", "水厂", "120", "60"], ["大圹镇", "农路", "80", "80"]]


@pytest.mark.parametrize(
    "data, sentence",
    [
        ({}, "至少要有一行表头"),
        ({"upload": SimpleUploadedFile("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600)}, "xls"),
        ({"pasted": PASTED, "landscape": "on"}, "只有附件能横排"),
        ({"pasted": PASTED, "heads": 9}, "表头行数"),
    ],
)
def test_what_cannot_be_read_is_said_in_the_form(page, draft, data, sentence):
    answer = page("own", {"heads": 0, **data})
    assert answer.status_code == 200
    assert sentence in answer.content.decode()
    assert not draft.inserts.exists()


def test_a_wrong_sum_is_said_when_it_is_put_in_and_again_by_the_checker(page, draft):
    answer = page("own", {"pasted": PASTED.replace("2,000", "2,100"), "heads": 0})
    assert "合计写的是2,100，各行相加是2,000" in answer.content.decode()
    assert any("2,100" in one.sentence for one in findings(Bulletin.objects.get(pk=draft.pk)))


def test_a_landscape_annex_lies_on_its_sheet(page, draft):
    page("own", {"pasted": PASTED, "heads": 0, "annex": "on", "landscape": "on"})
    assert sheet_of(Bulletin.objects.get(pk=draft.pk)).annexes[-1].landscape


def test_a_chart_is_drawn_of_chosen_columns_without_the_sum(page, county, draft):
    page("own", {"pasted": PASTED, "heads": 0})
    page("plot", {"kind": "bars", "column": ["1-2", "1-3"], "unit": "万元"})
    chart = draft.inserts.get(kind="chart").data
    assert chart["labels"] == ["大桥改造", "水库除险"]
    assert [(one["name"], one["values"]) for one in chart["strands"]] == [
        ("计划", [1200.0, 800.0]),
        ("完成", [600.0, 800.0]),
    ]


def test_a_chart_follows_its_table_when_figures_are_refreshed(page, county, draft):
    page("own", {"pasted": PASTED, "heads": 0})
    page("plot", {"kind": "bars", "column": ["1-2"], "unit": "万元"})
    table = draft.inserts.get(kind="table")
    actions.edit_insert(
        county.officer,
        draft,
        table,
        Given("重点项目", spec={**SPEC, "own": rows_of(PASTED.replace("800\t", "900\t"))}),
    )
    actions.refresh(county.officer, Bulletin.objects.get(pk=draft.pk))
    assert draft.inserts.get(kind="chart").data["strands"][0]["values"] == [1200.0, 900.0]


def test_a_chart_of_a_table_that_is_gone_says_so(county, draft):
    with pytest.raises(Barred, match="表1已不在"):
        actions.add_insert(
            county.officer,
            draft,
            "chart",
            Given("图", spec={"table": 1, "columns": [2], "kind": "bars", "unit": "件"}),
        )


def test_what_hangs_on_both_tables_of_one_chart_is_refused(page, draft):
    page("own", {"pasted": PASTED, "heads": 0})
    page("own", {"pasted": PASTED, "heads": 0})
    answer = page("plot", {"kind": "bars", "column": ["1-2", "2-2"], "unit": "万元"})
    assert "取自同一张表" in answer.content.decode()
