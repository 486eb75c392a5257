"""The Word file: on the same sheet, in the same faces, with the same parts as the PDF."""

import io
from datetime import date

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from reports.typeset.sheets import Annex, Chart, Column, Insert, Strand, Table
from reports.word import write
from reports.word.xml import ORDERS

from .drafts import annexed, bulletin, notice, special


@pytest.fixture
def written(faces):
    return lambda sheet: Document(io.BytesIO(write(sheet, faces)))


def paragraph(document, text):
    return next(one for one in document.paragraphs if text in one.text)


def faces_of(one) -> set[str]:
    return {run._element.rPr.rFonts.get(qn("w:eastAsia")) for run in one.runs if run.text.strip()}


def test_the_sheet_is_that_of_the_standard(written):
    section = written(bulletin()).sections[0]
    assert [round(length.mm) for length in (section.page_width, section.page_height)] == [210, 297]
    assert [round(length.mm) for length in (section.top_margin, section.left_margin)] == [37, 28]
    assert [round(length.mm) for length in (section.bottom_margin, section.right_margin)] == [35, 26]
    grid = section._sectPr.find(qn("w:docGrid"))
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", "579")


@pytest.mark.parametrize(
    "text, face, size",
    [
        ("督查通报", "方正小标宋简体", 60),
        ("关于县政府", "方正小标宋简体", 22),
        ("一、总体情况", "黑体", 16),
        ("截至2026年3月15日", "仿宋_GB2312", 16),
        ("报：", "仿宋_GB2312", 14),
    ],
)
def test_each_element_has_its_face_and_size(written, text, face, size):
    one = paragraph(written(bulletin()), text)
    assert faces_of(one) == {face}
    assert one.runs[0].font.size.pt == size


def test_a_second_level_heading_is_in_kai_and_the_text_after_it_in_fang(written):
    runs = paragraph(written(bulletin()), "（一）压实责任").runs
    assert [run._element.rPr.rFonts.get(qn("w:eastAsia")) for run in runs] == ["楷体_GB2312", "仿宋_GB2312"]


def test_title_and_headings_are_found_in_the_navigation(written):
    headings = [one.text for one in written(bulletin()).paragraphs if one.style.name.startswith("Heading")]
    assert headings[0].startswith("关于县政府")
    assert "一、总体情况" in headings


def test_every_line_stands_on_the_grid(written):
    document = written(bulletin())
    body = [one for one in document.paragraphs if one.text.startswith(("截至", "（", "各责任单位"))]
    assert body
    assert {round(one.paragraph_format.line_spacing.pt, 2) for one in body} == {28.95}


def test_pages_are_numbered_at_the_outer_edge(written):
    document = written(bulletin())
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    for footer in (section.footer, section.even_page_footer):
        assert "PAGE" in footer._element.xml
        assert footer.paragraphs[0].text.replace(" ", "") == "——"


def test_a_table_repeats_its_head_and_cuts_no_row(written):
    table = written(annexed(30)).tables[0]
    first, *rest = table.rows
    assert first._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rest)
    assert sum(column.width for column in table.columns) == pytest.approx(Mm(156), rel=0.01)


def test_groups_span_the_table(written):
    grouped = Table(
        (Column("编号"), Column("事项")), (("1", "甲"), ("2", "乙")), (("县水利局", 1), ("县财政局", 1))
    )
    table = written(bulletin(body="【表1】", inserts=(Insert("【表1】", "表1", "一览", grouped),))).tables[0]
    assert [row.cells[0].text for row in table.rows] == ["编号", "县水利局（1）", "1", "县财政局（1）", "2"]


def test_a_chart_is_a_picture_with_its_caption_below(written):
    chart = Chart("bars", ("甲",), (Strand("办结", (3,)),))
    document = written(bulletin(body="见图。\n【图1】", inserts=(Insert("【图1】", "图1", "情况", chart),)))
    assert len(document.inline_shapes) == 1
    assert paragraph(document, "图1　情况")
    assert document.inline_shapes[0].width == pytest.approx(Mm(156), rel=0.01)


def test_annexes_begin_pages_and_are_listed(written):
    document = written(bulletin(annexes=(Annex("说明", "一、范围"), Annex("要求", "二、要求"))))
    assert paragraph(document, "附件：1.说明")
    breaks = [one for one in document.paragraphs if 'w:type="page"' in one._p.xml]
    assert [one.text.strip() for one in breaks] == ["附件1", "附件2"]


def test_the_tail_is_framed_at_the_foot(written):
    one = paragraph(written(bulletin()), "报：县委书记")
    frame = one._p.pPr.find(qn("w:framePr"))
    assert (frame.get(qn("w:vAnchor")), frame.get(qn("w:yAlign"))) == ("margin", "bottom")


def test_a_special_has_its_frame_for_the_leader(written):
    cells = written(special()).tables[0].rows[0].cells
    assert cells[0].text.replace("\n", "") == "领导批示"


def test_a_letter_has_no_number_on_its_first_page(written):
    section = written(notice()).sections[0]
    assert section.different_first_page_header_footer
    assert "PAGE" not in section.first_page_footer._element.xml


@pytest.mark.parametrize(
    "sheet", [bulletin(), special(), notice(), annexed(3)], ids=["通报", "专报", "函", "附表"]
)
def test_properties_stand_in_the_order_that_word_wants(written, sheet):
    document = written(sheet)
    for name, order in ORDERS.items():
        places = {qn(f"w:{child}"): place for place, child in enumerate(order.split())}
        for properties in document.element.iter(qn(f"w:{name}")):
            known = [places[child.tag] for child in properties if child.tag in places]
            assert known == sorted(known)


def test_it_names_the_organ_and_no_person(written):
    about = written(bulletin()).core_properties
    assert about.author == about.last_modified_by == "桃溪县委桃溪县人民政府督查局"
    assert about.created.date() == date(2026, 3, 18)
