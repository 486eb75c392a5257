"""The sheet holds for one page, two, ten and sixty."""

import pytest

from .drafts import BODY, OPENING, annexed, bulletin
from .paper import body_rows, red_rules, rows

pytestmark = pytest.mark.slow
LENGTHS = {
    1: {"body": OPENING[:60], "send_to": "", "issue_to": "", "main_to": ""},
    2: {"body": BODY.split("三、", 1)[0]},
    10: {"body": "\n".join([BODY] * 7)},
    60: {"body": "\n".join([BODY] * 45)},
}


@pytest.fixture(scope="module", params=LENGTHS)
def pages(request, faces):
    import io

    import pdfplumber

    from bureau.press.typeset.render import render

    with pdfplumber.open(io.BytesIO(render(bulletin(**LENGTHS[request.param]), faces))) as opened:
        yield opened.pages


def full(pages) -> list:
    """Lines of the text that reach to the right edge, or nearly: what stands above them is the head."""
    head = 130
    return [
        row
        for number, page in enumerate(pages)
        for row in body_rows(page)
        if row.right > 176 and (number or row.baseline > head)
    ]


def test_it_has_about_so_many_pages(pages, request):
    wanted = request.node.callspec.params["pages"]
    assert wanted * 0.8 <= len(pages) <= wanted * 1.25


def test_no_page_has_more_than_22_lines_and_every_inner_one_is_full(pages):
    counts = [len(body_rows(page)) for page in pages]
    assert max(counts) <= 22
    assert all(count >= 20 for count in counts[1:-1])


def test_text_keeps_within_the_type_area(pages):
    for page in pages:
        for row in body_rows(page):
            assert row.left > 28 - 0.5
            assert row.right < 184 + 0.5


def test_at_least_97_of_100_full_lines_end_flush(pages):
    lines = full(pages)
    flush = [row for row in lines if abs(row.right - 184) < 0.6]
    assert len(flush) >= 0.97 * len(lines)


def test_pages_are_numbered_through_at_the_outer_edge(pages):
    for number, page in enumerate(pages, 1):
        (row,) = [row for row in rows(page, 14) if row.baseline > 265]
        assert row.text == f"— {number} —"
        assert (row.right > 170) if number % 2 else (row.left < 45)


def test_the_red_rule_stands_on_the_first_page_alone(pages):
    assert len(red_rules(pages[0])) == 1
    assert not any(red_rules(page) for page in pages[1:])


def test_no_heading_is_the_last_line_of_a_page(pages):
    for page in pages[:-1]:
        last = body_rows(page)[-1]
        assert not last.text.startswith(("一、", "二、", "三、", "四、"))


@pytest.mark.parametrize("length", [3, 40, 400])
def test_a_table_keeps_within_the_type_area_however_long(printed, length):
    pdf = printed(annexed(length))
    for page in pdf.pages:
        for shape in page.rects:
            if shape["height"] < 2 and shape["width"] > 20:
                assert shape["x0"] * 25.4 / 72 > 27.4
                assert shape["x1"] * 25.4 / 72 < 184.6
                assert shape["bottom"] * 25.4 / 72 < 262.6 or page.page_number == len(pdf.pages)
