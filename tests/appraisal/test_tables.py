"""Tables in Excel, out and in again."""

import csv
from decimal import Decimal
from io import BytesIO, StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from appraisal.actions import indicators
from appraisal.boxes import boxes_of
from appraisal.county_table import standard
from appraisal.forms.tables import IndicatorsForm
from appraisal.grid_table import GridTable, cells_of, inputs, kind_of
from appraisal.importing import INDICATORS, IndicatorTable, take_in
from appraisal.models import Indicator
from bureau.notices.admin.entering import rows
from tests.appraisal.playing import appraiser, begin, draft, fill, indicator, play, publish

pytestmark = pytest.mark.django_db
LABELS = [column.label for column in INDICATORS.columns]
COUNTY = """桃溪县绩效考核指标表
一级指标\t二级指标\t分值\t目标值\t评分标准\t责任单位
党的建设（20分）\t班子建设\t10\t\t每缺席一次扣0.5分，扣完为止\t县财政局
\t党风廉政\t10\t\t由考核组评定\t县财政局
业务工作\t满意率\t30\t95%\t达到95%得满分，每低1个百分点扣0.5分\t县财政局
\t投资\t50\t120亿元\t按完成比例计分，最高得满分\t县财政局
合计\t\t100
"""


def pasted(table) -> str:
    lines = [[label for _name, label in table.ledger_columns()], *table.ledger_rows()]
    out = StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(lines)
    return out.getvalue()


def form(words: str) -> IndicatorsForm:
    found = IndicatorsForm({"words": words}, {})
    assert found.is_valid(), found.errors
    return found


def test_a_scheme_that_was_exported_and_read_in_again_is_exported_the_same(county):
    scheme = draft(county)
    before = pasted(IndicatorTable(scheme))
    told = take_in(appraiser(county), scheme, form(before).read, rehearsing=False)
    assert told.indicators == 4
    assert pasted(IndicatorTable(scheme)) == before


def test_a_table_as_counties_write_it_becomes_a_tree_with_rules(county):
    scheme = draft(county)
    take_in(appraiser(county), scheme, form(COUNTY).read, rehearsing=False)
    found = {one.code: one for one in scheme.indicators.all()}
    assert {code: one.full for code, one in found.items()} == {
        "1": 20,
        "1.1": 10,
        "1.2": 10,
        "2": 80,
        "2.1": 30,
        "2.2": 50,
    }
    assert [(found[code].rule or {}).get("kind") for code in ("1", "1.1", "1.2", "2.1", "2.2")] == [
        None,
        "deduct",
        "judged",
        "reach",
        "ratio",
    ]
    assert found["2.1"].rule["points"] == "0.5"


def test_a_total_is_no_indicator_and_words_stay_as_the_county_wrote_them():
    read = standard(COUNTY, LABELS)
    assert "合计" not in read
    assert "每缺席一次扣0.5分，扣完为止" in read


def test_what_is_wrong_stands_at_its_row_and_nothing_is_entered(county):
    scheme = draft(county)
    before = pasted(IndicatorTable(scheme))
    wrong = before.replace("完成比例", "随便计分", 1).replace("\t40\t", "\t四十\t", 1)
    table = form(wrong).read
    assert take_in(appraiser(county), scheme, table, rehearsing=False).indicators == 0
    problems = [problem for row in table.rows for problem in row.problems.values()]
    assert any("没有“随便计分”这种计分规则" in one for one in problems)
    assert any("“四十”不是数字" in one for one in problems)
    assert pasted(IndicatorTable(scheme)) == before


def test_values_that_were_exported_are_read_in_again_and_change_nothing(county):
    period = play(county, begin(county, publish(county, draft(county))), "collecting")
    fill(county, period)
    one = period.schemes.get().indicators.get(code="1.1")
    boxes = boxes_of(period, one)
    table = rows.table(pasted(GridTable(one, boxes)), kind_of(one))
    cells = cells_of(one, boxes, table)
    assert [row.problems for row in table.rows] == [{}, {}, {}]
    assert {typed.data["value"] for typed in cells.values()} == {"95", "80", "100"}
    assert all(box.value.data == cells[box.cell].data for box in boxes)


def test_text_in_a_number_and_a_strange_unit_are_told_at_their_row(county):
    period = play(county, begin(county, publish(county, draft(county))), "collecting")
    one = period.schemes.get().indicators.get(code="1.1")
    words = "单位\t完成值\n县水利局\t九十五\n天外局\t90\n县水利局\t90"
    table = rows.table(words, kind_of(one))
    cells_of(one, boxes_of(period, one), table)
    assert "天外局" in table.rows[1].problems["unit"]
    assert "应为数字" in table.rows[0].problems["input-0"]


def test_a_hidden_row_stands_in_the_preview_before_it_is_entered(county, enter):
    period = play(county, begin(county, publish(county, draft(county))), "collecting")
    one = period.schemes.get().indicators.get(code="1.1")
    book, file = Workbook(), BytesIO()
    for row in (["单位", "完成值"], ["县水利局", 95], ["县交通运输局", 71.5]):
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True
    book.save(file)
    upload = SimpleUploadedFile("数值.xlsx", file.getvalue())
    url = reverse("appraisal:import_grid", args=[period.pk, one.pk])
    page = enter(appraiser(county)).post(url, {"words": "", "file": upload}).content.decode()
    assert "县交通运输局" in page
    assert "71.5" in page
    assert not period.appraised.filter(values__indicator=one).exists()


def test_columns_may_be_moved_and_what_stands_under_no_head_is_told(county):
    period = play(county, begin(county, publish(county, draft(county))), "collecting")
    one = period.schemes.get().indicators.get(code="1.1")
    moved = rows.table("完成值\t单位\n95\t县水利局\n90\t县财政局\t多出来的", kind_of(one))
    cells = cells_of(one, boxes_of(period, one), moved)
    assert [typed.data for typed in cells.values()] == [{"value": "95"}]
    assert "不在任何一列之下" in moved.rows[1].problems[""]


def test_what_cannot_be_read_into_its_column_is_told_there(county):
    scheme = draft(county)
    voters = [{"key": "a", "name": "干部职工", "weight": "100"}]
    options = [{"key": "good", "name": "好", "value": "100"}, {"key": "bad", "name": "差", "value": "0"}]
    rule = {"kind": "evaluation", "options": options, "groups": voters}
    indicators.drop_indicator(appraiser(county), scheme.indicators.get(code="2"))
    one = indicator(scheme, "3", "40", rule, name="评价", supplier=Indicator.Supplier.DESK)
    period = play(county, begin(county, publish(county, scheme)), "collecting")
    label = next(label for label, param, _key in inputs(one) if param.name == "ballots")
    table = rows.table(f"单位\t{label}\n县水利局\t好的很多", kind_of(one))
    assert cells_of(one, boxes_of(period, one), table) == {}
    assert "不成“名称：值”" in " ".join(table.rows[0].problems.values())


def test_points_are_decimal(county):
    scheme = draft(county)
    take_in(appraiser(county), scheme, form(COUNTY.replace("\t10\t", "\t9.75\t", 1)).read, rehearsing=False)
    assert scheme.indicators.get(code="1.1").full == Decimal("9.75")


def test_a_stranger_finds_no_table(county, enter):
    scheme = draft(county)
    for who in (county.officer, county.water_liaison, county.stranger):
        assert enter(who).get(f"/appraisal/schemes/{scheme.pk}/indicators/").status_code == 404
        assert enter(who).get(f"/appraisal/schemes/{scheme.pk}/indicators/import/").status_code == 404
