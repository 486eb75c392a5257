"""Pages are shared and filled: a chart is as high as its data need, nothing stands alone, cells break between words."""

import re
from itertools import pairwise

import pytest

from bureau.press.typeset.blocks import Blocks
from bureau.press.typeset.charts import chart_svg
from bureau.press.typeset.columns import column_widths
from bureau.press.typeset.faces import SONG
from bureau.press.typeset.measure import ANNEX_SIZE, MEASURE
from bureau.press.typeset.sheets import Annex, Chart, Column, Insert, Strand, Table

from .drafts import BODY, OPENING, bulletin
from .paper import row_of, rows

UNITS = (
    "县水利局",
    "县财政局",
    "县交通运输局",
    "县住建局",
    "县农业农村局",
    "县城管执法局",
    "县教育局",
    "大圹镇",
)
HEADS = ("序号", "督查事项", "牵头单位", "协办单位", "办理时限", "进展情况", "状态")
WORK = ("完成全县小型水库隐患排查并建立问题台账", "兑付2025年度涉企奖补资金", "启动桃溪大桥危桥改造")
TOLD = ("已排查小型水库63座，发现隐患31处，整改到位27处。", "施工许可正在办理，比序时进度落后25天。")
STATES = ("已办结", "正在办理", "逾期未办结")


def matters(count: int) -> Table:
    made = (
        (
            str(number),
            WORK[number % 3],
            UNITS[number % 8],
            "、".join(UNITS[number % 5 : number % 5 + 2]),
            f"{1 + number % 12}月{10 + number % 18}日",
            TOLD[number % 2],
            STATES[number % 3],
        )
        for number in range(1, count + 1)
    )
    return Table(tuple(map(Column, HEADS)), tuple(made))


def chart(labels: int, strands: int = 1, kind="bars") -> Chart:
    values = tuple(range(1, labels + 1))
    names = tuple(f"县第{number}个承办单位" for number in range(labels))
    return Chart(kind, names, tuple(Strand(f"第{number}项", values) for number in range(strands)))


def height(drawn: Chart) -> float:
    return float(re.search(r'height="([\d.]+)pt"', chart_svg(drawn, MEASURE))[1])


def test_633_characters_22_matters_a_chart_and_a_table_take_six_pages(printed):
    few = Table(
        (Column("编号"), Column("事项")), tuple((f"桃督〔2026〕{n}号", WORK[n % 3]) for n in range(4))
    )
    body = f"{OPENING}\n【图1】\n{(BODY * 2)[:470]}\n【表1】\n以上情况，请各单位认真整改。"
    inserts = (
        Insert("【图1】", "图1", "办理情况", chart(6)),
        Insert("【表1】", "表1", "逾期未办结的事项", few),
    )
    pdf = printed(bulletin(body=body, inserts=inserts, annexes=(Annex("一览表", matters(22)),)))
    assert len(pdf.pages) <= 6


@pytest.mark.parametrize("labels, strands", [(3, 1), (8, 2), (20, 1), (40, 1), (40, 3)])
def test_a_chart_takes_at_most_two_thirds_of_a_page_and_less_for_less(labels, strands):
    assert height(chart(labels, strands)) < 430
    assert height(chart(3)) < 200


def test_the_last_row_of_a_table_never_stands_alone(printed):
    for count in range(14, 24):
        pdf = printed(bulletin(body=OPENING, annexes=(Annex("一览表", matters(count)),)))
        numbers = [row for row in rows(pdf.pages[-1], ANNEX_SIZE) if row.text.split("月")[0][-1:].isdigit()]
        assert len(numbers) >= 2 or not numbers


def test_the_list_of_annexes_never_stands_alone(printed):
    for length in range(300, 480, 28):
        pdf = printed(bulletin(body=OPENING + "进" * length, annexes=(Annex("一览表", matters(2)),)))
        page = next(page for page in pdf.pages if "附件：" in (page.extract_text() or ""))
        assert "进进" in page.extract_text()


def test_short_words_and_numbers_of_a_table_stand_in_one_line(metrics):
    table = matters(22)
    widths = column_widths(table, MEASURE, metrics, ANNEX_SIZE)
    for place in (0, 4, 6):
        for row in table.rows:
            assert "\n" not in Blocks(metrics).ragged(row[place], ANNEX_SIZE, widths[place] - 6, SONG)


def test_a_number_of_a_document_takes_one_line_of_its_column(metrics):
    table = Table((Column("编号"), Column("事项")), (("桃政督〔2026〕112号", "完成隐患排查" * 20),))
    widths = column_widths(table, MEASURE, metrics)
    assert Blocks(metrics).ragged("桃政督〔2026〕112号", 12, widths[0] - 6, SONG) == "桃政督〔2026〕112号"


@pytest.mark.parametrize("width, lines", [(66, ["县交通", "运输局"]), (90, ["县交通运输局"])])
def test_a_name_wider_than_its_column_stands_in_two_halves(metrics, width, lines):
    assert Blocks(metrics).ragged("县交通运输局", 12, width, SONG).split("\n") == lines


def test_a_cell_breaks_between_words(metrics):
    lines = Blocks(metrics).ragged("完成全县小型水库隐患排查并建立问题台账", 12, 100, SONG).split("\n")
    assert all((before + after) not in ("水库", "隐患", "排查", "台账") for before, after in _ends(lines))


def _ends(lines: list[str]):
    return ((before[-1], after[0]) for before, after in pairwise(lines))


def test_a_title_stays_with_its_annex(printed):
    pdf = printed(bulletin(body=OPENING, annexes=(Annex("督查事项办理情况一览表", matters(3)),)))
    assert row_of(pdf.pages[-1], "督查事项办理情况一览表")
