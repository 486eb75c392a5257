"""Heads of several rows, a source line, and landscape annexes: on paper and in Word."""

import io
from dataclasses import replace

import docx
import pytest
from docx.enum.section import WD_ORIENT

from bureau.press.typeset.sheets import Annex, Column, Head, Insert, Table
from bureau.press.word import write

from .drafts import OPENING, bulletin
from .paper import MM, row_of

TOPS = (
    (Head("项目", 1, 2), Head("投资（万元）", 2, 1), Head("进度", 1, 2)),
    (Head("计划"), Head("完成")),
)
TABLE = Table(
    (Column("项目"), Column("计划", "right"), Column("完成", "right"), Column("进度")),
    tuple(
        (f"第{number}个项目", f"{number * 100:,}", f"{number * 50:,}", "按计划推进")
        for number in range(1, 31)
    ),
    tops=TOPS,
    source="数据来源：县发改局。",
)
WIDE = Annex("重点项目清单", TABLE, landscape=True)
SHEET = bulletin(
    body=f"{OPENING}\n【表1】",
    inserts=(Insert("【表1】", "表1", "项目", replace(TABLE, rows=TABLE.rows[:3])),),
)


@pytest.fixture
def pages(printed):
    return printed(replace(SHEET, annexes=(WIDE, Annex("说明", "全文如下。")))).pages


def test_a_head_over_two_columns_stands_in_their_middle(pages):
    page = next(page for page in pages if "投资（万元）" in (page.extract_text() or ""))
    group, plan, done = (row_of(page, words) for words in ("投资（万元）", "计划", "完成"))
    assert group.baseline < plan.baseline == done.baseline


def test_where_figures_come_from_stands_below_the_table(pages):
    page = next(page for page in pages if "数据来源" in (page.extract_text() or ""))
    assert row_of(page, "数据来源").baseline > row_of(page, "第3个项目").baseline


def test_a_landscape_annex_keeps_the_type_area_and_its_number_at_the_left(pages):
    lying = [page for page in pages if page.width > page.height]
    assert lying
    for page in lying:
        chars = [char for char in page.chars if char["upright"]]
        assert min(char["x0"] for char in chars) * MM > 34
        assert max(char["x1"] for char in chars) * MM < 297 - 36
        number = [char for char in page.chars if not char["upright"] and char["text"].isdigit()]
        assert "".join(char["text"] for char in number) == str(page.page_number)
        assert all(char["x0"] * MM < 34 for char in number)
        at_the_foot = number[0]["top"] > page.height / 2
        assert at_the_foot == bool(page.page_number % 2)


def test_the_next_annex_stands_upright_again(pages):
    assert pages[-1].width < pages[-1].height


def test_word_has_the_same_head_source_and_pages(faces):
    document = docx.Document(
        io.BytesIO(write(replace(SHEET, annexes=(WIDE, Annex("说明", "全文如下。"))), faces))
    )
    assert [section.orientation for section in document.sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    first = document.tables[0]
    assert [cell.text for cell in first.rows[0].cells] == ["项目", "投资（万元）", "投资（万元）", "进度"]
    assert [cell.text for cell in first.rows[1].cells] == ["项目", "计划", "完成", "进度"]
    assert any(paragraph.text == "数据来源：县发改局。" for paragraph in document.paragraphs)
