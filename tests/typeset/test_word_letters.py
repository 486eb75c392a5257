"""督办函 and 督查通知单 as Word: the letterhead, the number, the fields, the signature, the lines at the foot."""

import io

import pytest
from docx import Document
from docx.oxml.ns import qn

from bureau.press.typeset.sheets import Card
from bureau.press.word import write

from .drafts import notice

MM = 1440 / 25.4  # twips


@pytest.fixture
def written(faces):
    return lambda **changes: Document(io.BytesIO(write(notice(**changes), faces)))


def properties(one, name: str):
    return one._p.pPr.find(qn(f"w:{name}"))


def rules(story) -> list[int]:
    """Thickness of the lines below its paragraphs, in eighths of a point."""
    return [int(properties(one, "pBdr")[0].get(qn("w:sz"))) for one in story.paragraphs]


def test_the_name_stands_in_the_head_of_the_first_page(written):
    section = written().sections[0]
    first = section.first_page_header.paragraphs[0]
    assert first.text == "桃溪县委桃溪县人民政府督查局"
    assert section.header_distance.mm == pytest.approx(28.6, abs=0.1)
    assert first.runs[0]._element.rPr.rFonts.get(qn("w:eastAsia")) == "方正小标宋简体"


def test_a_long_name_is_smaller_and_a_short_one_36_pt(written):
    sizes = [
        written(organ=organ).sections[0].first_page_header.paragraphs[0].runs[0].font.size.pt
        for organ in ("督查局", "中共桃溪县委桃溪县人民政府督查局办公室")
    ]
    assert sizes[0] == 36 > sizes[1]


def test_double_lines_of_170_mm_thick_outside_at_head_and_foot(written):
    section = written().sections[0]
    assert rules(section.first_page_header) == [12, 6]
    assert rules(section.first_page_footer) == [6, 12]
    for one in (*section.first_page_header.paragraphs, *section.first_page_footer.paragraphs):
        indent = properties(one, "ind")
        outside = -int(indent.get(qn("w:left"))) - int(indent.get(qn("w:right")))
        assert (outside / MM) + 156 == pytest.approx(170, abs=0.1)
    assert section.footer_distance.mm == pytest.approx(20, abs=0.1)


def test_the_first_page_bears_no_number_and_later_ones_do(written):
    section = written().sections[0]
    assert section.different_first_page_header_footer
    assert "PAGE" not in section.first_page_footer._element.xml
    assert "PAGE" in section.footer._element.xml
    raised = section.footer.paragraphs[0].paragraph_format.space_after.mm
    assert section.footer_distance.mm + raised == pytest.approx(25.7, abs=0.1)


def test_the_number_stands_right_in_the_first_row(written):
    row = next(one for one in written().paragraphs if one.text)
    assert row.text == "\t桃督通〔2026〕12号"


def test_fields_and_rows_to_write_in_stand_in_a_table(written):
    document = written(rooms=(("领导批示", 4),))
    (made,) = document.tables
    assert [[cell.text for cell in row.cells] for row in made.rows] == [
        ["事项来源", "县人民政府常务会议纪要〔2026〕5号"],
        ["办理时限", "2026年4月20日"],
        ["领导批示", ""],
    ]
    assert made.rows[2].height.pt == pytest.approx(4 * 28.95, abs=0.1)


def test_a_form_with_rows_to_write_in_is_not_signed_by_us(written):
    assert "2026年3月5日" in [one.text for one in written().paragraphs]
    assert "2026年3月5日" not in [one.text for one in written(rooms=(("领导批示", 4),)).paragraphs]


@pytest.mark.parametrize("organ", ["督查局", "桃溪县委桃溪县人民政府督查局"])
def test_the_organ_is_centred_above_the_date(written, organ):
    signed = [one for one in written(signed_by=organ).paragraphs if one.text in (organ, "2026年3月5日")]
    assert [one.text for one in signed] == [organ, "2026年3月5日"]
    first, second = (dict(properties(one, "ind").items()) for one in signed)
    assert first == second
    assert signed[0].paragraph_format.keep_with_next


def test_the_note_stands_in_brackets_below_the_signature(written):
    assert written().paragraphs[-1].text == "（联系人：督查室值班室）"


@pytest.mark.parametrize("colour, fill", [("blue", "FFFFFF"), ("yellow", "FFD54A"), ("red", "E60012")])
def test_a_card_stands_in_its_colour_where_the_marking_would(written, colour, fill):
    document = written(card=Card("黄牌", colour))
    word = next(one for one in document.paragraphs if one.text).runs[0]
    assert word.text.strip() == "黄牌"
    assert word._element.rPr.find(qn("w:shd")).get(qn("w:fill")) == fill
    assert word._element.rPr.find(qn("w:bdr")) is not None
    name = document.sections[0].first_page_header.paragraphs[0].runs[0]
    assert (str(name.font.color.rgb) == "1F4E9C") == (colour == "blue")
