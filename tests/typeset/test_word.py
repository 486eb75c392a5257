"""The Word file: on the same sheet, in the same faces, with the same parts as the PDF."""

import io
import re
import zipfile
from datetime import date

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from bureau.press.typeset.metrics import MissingGlyph
from bureau.press.typeset.sheets import Annex, Card, Chart, Column, Insert, Strand, Table
from bureau.press.word import write
from bureau.press.word.xml import ORDERS

from .drafts import annexed, bulletin, notice, special, table


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
    made = written(annexed(30)).tables[0]
    first, *rest = made.rows
    assert first._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rest)
    assert sum(column.width for column in made.columns) == pytest.approx(Mm(156), rel=0.01)


def test_groups_span_the_table(written):
    grouped = Table(
        (Column("编号"), Column("事项")), (("1", "甲"), ("2", "乙")), (("县水利局", 1), ("县财政局", 1))
    )
    made = written(bulletin(body="【表1】", inserts=(Insert("【表1】", "表1", "一览", grouped),))).tables[0]
    assert [row.cells[0].text for row in made.rows] == ["编号", "县水利局（1）", "1", "县财政局（1）", "2"]


def test_a_chart_is_a_picture_with_its_caption_below(written):
    chart = Chart("bars", ("甲",), (Strand("办结", (3,)),))
    document = written(bulletin(body="见图。\n【图1】", inserts=(Insert("【图1】", "图1", "情况", chart),)))
    assert len(document.inline_shapes) == 1
    assert paragraph(document, "图1　情况")
    assert document.inline_shapes[0].width == pytest.approx(Mm(156), rel=0.01)


def test_annexes_begin_pages_and_are_listed(written):
    document = written(bulletin(annexes=(Annex("说明", "一、范围"), Annex("要求", "二、要求"))))
    assert paragraph(document, "附件：1.说明")
    breaks = [one for one in document.paragraphs if one.paragraph_format.page_break_before]
    assert [one.text for one in breaks] == ["附件1", "附件2"]


def test_names_of_annexes_stand_one_below_the_other(written):
    document = written(bulletin(annexes=(Annex("甲", "一"), Annex("乙", "二"))))
    first, second = (paragraph(document, words).paragraph_format for words in ("1.甲", "2.乙"))
    assert first.left_indent == second.left_indent
    assert first.first_line_indent == second.first_line_indent == Pt(-60)
    assert paragraph(document, "2.乙").text == "　　　2.乙"


def test_the_note_of_an_annex_stands_below_its_table(written):
    document = written(bulletin(annexes=(Annex("表", table(2), note="注：截至3月15日。"),)))
    below = document.tables[0]._tbl.getnext()
    assert "".join(text.text for text in below.iter(qn("w:t"))) == "注：截至3月15日。"


def test_the_tail_is_one_frame_at_the_foot(written):
    frames = [
        frame
        for one in written(bulletin()).paragraphs
        if (frame := one._p.pPr.find(qn("w:framePr"))) is not None
    ]
    assert len({tuple(sorted(frame.items())) for frame in frames}) == 1
    assert (frames[0].get(qn("w:vAnchor")), frames[0].get(qn("w:yAlign"))) == ("margin", "bottom")
    assert not any(frame.getparent().findall(qn("w:pBdr")) for frame in frames)


def test_the_tail_says_what_the_pdf_says(written):
    document = written(bulletin())
    assert paragraph(document, "送：").text.startswith("送：县委办、县人大办")
    assert paragraph(document, "核稿").text == "核稿：督查室主任　　　签发：督查局局长\t（共印120份）"


def test_without_receivers_and_copies_there_is_no_tail(written):
    bare = dict.fromkeys(("report_to", "send_to", "issue_to", "checker", "signer"), "")
    document = written(bulletin(**bare, copies=None))
    assert "framePr" not in document.element.xml


def test_a_special_has_its_frame_for_the_leader(written):
    made = written(special()).tables[0]
    label, room = made.rows[0].cells
    assert label.text.replace("\n", "") == "领导批示"
    assert label.width + room.width == pytest.approx(Mm(156), rel=0.01)
    assert sum(column.width for column in made.columns) == pytest.approx(Mm(156), rel=0.01)
    assert made.rows[0].height.pt == pytest.approx(5 * 28.95, abs=0.1)


def test_marks_that_latin_has_too_are_chinese_here(written):
    document = written(bulletin(body="“甲”……——×乙"))
    assert {run._element.rPr.rFonts.get(qn("w:hint")) for run in paragraph(document, "×乙").runs} == {
        "eastAsia"
    }
    language = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert language.get(qn("w:eastAsia")) == "zh-CN"


def test_spaces_are_not_put_between_chinese_and_figures_and_no_mark_hangs_out(written):
    form = written(bulletin()).styles["Normal"].element.pPr
    for name in ("autoSpaceDE", "autoSpaceDN", "overflowPunct", "widowControl"):
        assert form.find(qn(f"w:{name}")).get(qn("w:val")) == "0"


def test_each_face_has_a_stand_in_where_it_is_not_installed(written):
    document = written(bulletin())
    faces = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE).blob.decode()
    for face, other in (("仿宋_GB2312", "仿宋"), ("楷体_GB2312", "楷体"), ("方正小标宋简体", "华文中宋")):
        assert f'<w:font w:name="{face}"><w:altName w:val="{other}"/>' in faces


def test_a_picture_says_what_it_shows_and_keeps_to_the_measure(written):
    chart = Chart("bars", ("甲",), (Strand("办结", (3,)),))
    (shape,) = written(
        bulletin(body="【图1】", inserts=(Insert("【图1】", "图1", "情况", chart),))
    ).inline_shapes
    assert shape._inline.docPr.get("descr") == "图1　情况。办结（件）：甲3。"
    assert {shape._inline.get(side) for side in ("distT", "distB", "distL", "distR")} == {"0"}


def test_a_long_title_and_an_odd_organ_keep_within_the_file_s_record(written):
    about = written(bulletin(title="督查" * 300, issuer="督\x07查局")).core_properties
    assert about.title == ("督查" * 300)[:255]
    assert about.author == "督查局"


def test_a_character_that_the_press_lacks_is_refused_here_too(written):
    with pytest.raises(MissingGlyph, match="U\\+1F600"):
        written(bulletin(body="微笑\U0001f600"))


def test_the_same_sheet_gives_the_same_bytes(faces):
    assert write(annexed(3), faces) == write(annexed(3), faces)
    assert write(bulletin(copies=1), faces) != write(bulletin(copies=2), faces)


def test_nothing_of_the_template_s_own_remains(faces):
    with zipfile.ZipFile(io.BytesIO(write(bulletin(), faces))) as opened:
        assert not [name for name in opened.namelist() if "thumbnail" in name or "customXml" in name]
        assert {entry.date_time for entry in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    "sheet", [bulletin(), special(), notice(), annexed(3)], ids=["通报", "专报", "函", "附表"]
)
def test_properties_stand_in_the_order_that_word_wants(written, sheet):
    parts = [part for part in written(sheet).part.package.iter_parts() if hasattr(part, "element")]
    for name, order in ORDERS.items():
        places = {qn(f"w:{child}"): place for place, child in enumerate(order.split())}
        for properties in (one for part in parts for one in part.element.iter(qn(f"w:{name}"))):
            known = [places[child.tag] for child in properties if child.tag in places]
            assert known == sorted(known)


@pytest.mark.parametrize("sheet", [bulletin(), special(), notice(card=Card("黄牌", "yellow")), annexed(3)])
def test_measures_are_whole_numbers_for_word_reads_no_others(written, sheet):
    for part in written(sheet).part.package.iter_parts():
        if hasattr(part, "element"):
            assert not re.findall(r' w:\w+="-?\d+\.\d+"', part.element.xml)


def test_it_names_the_organ_and_no_person(written):
    about = written(bulletin()).core_properties
    assert about.author == about.last_modified_by == "桃溪县委桃溪县人民政府督查局"
    assert about.created.date() == date(2026, 3, 18)
