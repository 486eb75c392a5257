"""A printed 督查专报, measured: its head, the frame for the leader's words, and the grid below it."""

import pytest

from .drafts import BODY, OPENING, notice, special
from .paper import MM, body_rows, red_rules, row_of

pytestmark = pytest.mark.slow


def frames(page) -> list[tuple[float, float, float, float]]:
    """Left, right, top and bottom of what is drawn in black, in mm."""
    shapes = [shape for shape in (*page.rects, *page.lines, *page.curves) if shape["height"] * MM > 20]
    return [tuple(round(shape[edge] * MM, 1) for edge in ("x0", "x1", "top", "bottom")) for shape in shapes]


@pytest.mark.parametrize(
    ("body", "pages"), [(OPENING, 2), (BODY, 3), ("\n".join([OPENING] * 17), 5)], ids=["2", "3", "5"]
)
def test_the_grid_holds_on_every_page(printed, body, pages):
    opened = printed(special(body=body)).pages
    assert len(opened) == pages
    for page in opened:
        text = [
            row for row in body_rows(page) if row.cells > 1
        ]  # not the label of the frame, upright in its middle
        places = [(row.baseline - text[0].baseline) / (225 / 22) for row in text]
        assert places == pytest.approx([round(place) for place in places], abs=0.02)


def test_a_full_page_of_it_has_22_lines(printed):
    for page in printed(special(body="\n".join([OPENING] * 17))).pages[1:-1]:
        assert len(body_rows(page)) == 22


def test_the_marking_stands_left_and_the_copy_number_right(printed):
    page = printed(special()).pages[0]
    row = row_of(page, "编号：")
    assert row.text == "内部资料 注意保存编号：＿＿＿＿"
    assert row.left == pytest.approx(28, abs=0.5)
    assert row.right == pytest.approx(184, abs=0.8)


def test_the_frame_stands_between_the_red_rule_and_the_title(printed):
    page = printed(special()).pages[0]
    rule, title = red_rules(page)[0][2], row_of(page, "落实情况").baseline
    left = min(frame[0] for frame in frames(page))
    right = max(frame[1] for frame in frames(page))
    top, bottom = min(frame[2] for frame in frames(page)), max(frame[3] for frame in frames(page))
    assert (left, right) == pytest.approx((28, 184), abs=0.5)
    assert rule < top < bottom < title - 8
    assert bottom - top == pytest.approx(5 * 225 / 22, abs=1)


def test_text_begins_on_the_first_page(printed):
    first = printed(special()).pages[0]
    assert row_of(first, "县政府第5次常务会议议定事项落地见效")


def test_it_is_reported_upwards_alone(printed):
    text = printed(special()).pages[-1].extract_text()
    assert "报：县长。" in text
    assert "送：" not in text
    assert "发：各" not in text


def test_a_form_has_rows_to_write_in_and_no_signature_of_ours(printed):
    (page,) = printed(notice(rooms=(("领导批示", 4), ("送阅退还", 1)))).pages
    lines = {edge["top"] * MM for edge in page.edges if edge["width"] * MM > 20}
    label = row_of(page, "领导批示").baseline
    above, below = max(line for line in lines if line < label), min(line for line in lines if line > label)
    assert below - above == pytest.approx(4 * 225 / 22, abs=3)
    assert "桃溪县委桃溪县人民政府督查局2026年3月5日" not in page.extract_text().replace("\n", "")
    assert row_of(page, "领导批示").fonts == {"Typeset-HeiTi"}
