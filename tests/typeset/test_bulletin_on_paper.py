"""A printed bulletin, measured: the type area, the grid, the faces and places of each element."""

import io
from dataclasses import replace
from itertools import pairwise

import pdfplumber
import pytest

from bureau.press.typeset.render import render

from .drafts import BODY, OPENING, annexed, bulletin
from .paper import body_rows, red_rules, row_of, rows

pytestmark = pytest.mark.slow

LONG = "\n".join([BODY] * 8)


@pytest.fixture(scope="module")
def pages(faces):
    with pdfplumber.open(io.BytesIO(render(bulletin(body=LONG), faces))) as pdf:
        yield pdf.pages


def test_a_full_page_has_22_lines_of_equal_pitch(printed):
    for page in printed(bulletin(body="\n".join([OPENING] * 14))).pages[1:-2]:
        baselines = [row.baseline for row in body_rows(page)]
        assert len(baselines) == 22
        steps = [after - before for before, after in pairwise(baselines)]
        assert steps == pytest.approx([225 / 22] * 21, abs=0.05)


def test_text_stands_between_28_and_184_mm(pages):
    lines = [row for page in pages for row in body_rows(page)]
    assert min(row.left for row in lines) == pytest.approx(28, abs=0.5)
    assert max(row.right for row in lines) == pytest.approx(184, abs=0.5)


def test_a_line_of_ideographs_has_28_cells(printed):
    lines = body_rows(printed(bulletin(body="督查落实情况" * 200)).pages[1])
    assert [row.cells for row in lines] == [28] * 22


def test_at_least_97_of_100_full_lines_end_flush(pages):
    lines = [row for page in pages for row in body_rows(page)]
    full = [row for row, after in pairwise(lines) if after.left < 29 and row.left < 40]
    assert len(full) > 80
    flush = [row for row in full if row.right == pytest.approx(184, abs=0.5)]
    assert len(flush) / len(full) >= 0.97


def test_page_numbers_stand_on_the_outer_edge_below_the_type_area(pages):
    for number, page in enumerate(pages, 1):
        (row,) = [row for row in rows(page, 14) if row.baseline > 264]
        assert row.text == f"— {number} —"
        assert row.fonts == {"Typeset-Song"}
        assert row.baseline == pytest.approx(271, abs=1)
        if number % 2:
            assert row.right == pytest.approx(184 - 4.94, abs=0.5)
        else:
            assert row.left == pytest.approx(28 + 4.94, abs=0.5)


def test_the_red_rule_lies_four_millimetres_below_the_issuer_and_spans_the_type_area(pages):
    ((left, right, top),) = red_rules(pages[0])
    assert (left, right) == (pytest.approx(28, abs=0.5), pytest.approx(184, abs=0.5))
    issuer = row_of(pages[0], "督查局")
    assert top - (issuer.baseline + 0.12 * issuer.size * 25.4 / 72) == pytest.approx(4, abs=0.5)


@pytest.mark.parametrize(
    "text, face, size",
    [
        ("督查通报", "Typeset-XiaoBiaoSong", 60),
        ("关于县政府", "Typeset-XiaoBiaoSong", 22),
        ("总体情况", "Typeset-HeiTi", 16),
        ("内部资料", "Typeset-HeiTi", 16),
        ("各乡镇，县直", "Typeset-FangSong", 16),
    ],
)
def test_each_element_has_its_face_and_size(pages, text, face, size):
    row = row_of(pages[0], text)
    assert face in row.fonts
    assert row.size == pytest.approx(size, abs=0.3)


def test_a_second_level_heading_is_in_kai_and_the_text_after_it_in_fang(pages):
    row = row_of(pages[1], "（一）压实责任")
    assert row.fonts == {"Typeset-KaiTi", "Typeset-FangSong"}


def test_figures_are_half_width_latin_and_quotes_full_width(pages):
    chars = [char for page in pages for char in page.chars if abs(char["size"] - 16) < 0.1]
    digits = [char for char in chars if char["text"].isdigit()]
    quotes = [char for char in chars if char["text"] in "“”"]
    assert {char["fontname"].split("+")[1] for char in digits} == {"Typeset-Latin"}
    assert {round(char["width"] / char["size"], 2) for char in digits} == {0.5}
    assert {round(char["width"] / char["size"], 2) for char in quotes} == {1}


def test_the_masthead_is_red_and_in_one_line(pages):
    name = [char for char in pages[0].chars if char["size"] > 50]
    assert "".join(char["text"] for char in name) == "督查通报"
    assert all(char["non_stroking_color"][0] > 0.8 > 0.2 > char["non_stroking_color"][2] for char in name)


def test_a_long_masthead_still_fits_one_line(printed):
    page = printed(bulletin(masthead="中共桃溪县委桃溪县人民政府督查局督查通报")).pages[0]
    row = row_of(page, "中共桃溪县委")
    assert row.text.endswith("督查通报")
    assert row.right < 184.5


def test_title_lines_are_centred(pages):
    for row in rows(pages[0], 22):
        assert (row.left + row.right) / 2 == pytest.approx(106, abs=0.5)


@pytest.mark.parametrize("paragraphs", range(1, 12))
def test_the_tail_stands_at_the_foot_of_the_last_page_and_never_alone(printed, paragraphs):
    pages = printed(bulletin(body="\n".join(["各单位要抓紧办理。"] * paragraphs))).pages
    tails = [page for page in pages if "共印120份" in page.extract_text()]
    assert tails == [pages[-1]]
    assert row_of(pages[-1], "共印120份").baseline == pytest.approx(260, abs=2)
    lowest = max(row.baseline for row in body_rows(pages[-1]))
    assert lowest < row_of(pages[-1], "报：").baseline - 5


def test_a_tail_on_a_new_page_takes_two_lines_of_its_paragraph_along(printed):
    pages = printed(bulletin(body=OPENING)).pages
    assert len(pages) == 2
    assert len(body_rows(pages[1])) == 2


def test_a_bulletin_without_distribution_has_no_tail(printed):
    bare = dict.fromkeys(("report_to", "send_to", "issue_to", "checker", "signer"), "")
    page = printed(bulletin(body="特此通报。", copies=None, **bare)).pages[-1]
    assert "报：" not in page.extract_text()


def test_no_heading_is_the_last_line_of_a_page(printed):
    for filler in range(8, 14):
        body = "\n".join(["请抓紧办理。"] * filler + ["一、存在问题", "进度缓慢。"])
        for page in printed(bulletin(body=body)).pages[:-1]:
            assert "存在问题" not in body_rows(page)[-1].text


def test_the_annex_begins_a_page_and_its_table_stays_in_the_type_area(printed):
    pages = printed(annexed(30)).pages
    first = next(page for page in pages if rows(page)[0].text == "附件")
    assert rows(first)[0].fonts == {"Typeset-HeiTi"}
    assert rows(first)[0].left == pytest.approx(28, abs=0.5)
    for page in pages[pages.index(first) :]:
        frame = (*page.rects, *page.lines)
        assert min(line["x0"] for line in frame) * 25.4 / 72 > 27.5
        assert max(line["x1"] for line in frame) * 25.4 / 72 < 184.5
        assert max(line["bottom"] for line in frame) * 25.4 / 72 < 262.7


def test_a_table_of_120_rows_repeats_its_head_and_cuts_no_row(printed):
    pages = printed(annexed(120)).pages
    tables = [page.extract_tables()[0] for page in pages if page.extract_tables()]
    assert len(tables) > 5
    assert all(table[0][0] == "序号" for table in tables)
    assert [row[0] for table in tables for row in table[1:]] == [str(number) for number in range(1, 121)]


def test_two_annexes_are_numbered_and_listed_below_the_text(printed):
    draft = annexed(2)
    text = printed(replace(draft, annexes=draft.annexes * 2)).pages
    whole = "\n".join(page.extract_text() for page in text)
    assert "附件：1.县政府" in whole
    assert [row.text for page in text for row in rows(page) if row.text in ("附件1", "附件2")] == [
        "附件1",
        "附件2",
    ]
