"""Handwriting as it arrives: what looks like strokes is drawn, everything else is refused in words."""

import json

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bureau.leading import painting, strokes

LINE = ["k", 100, 200, 4, 30, 0, 4, 30, 5, 9]


def test_points_stand_beside_each_other():
    assert strokes.points(LINE) == [(100, 200, 4), (130, 200, 4), (160, 205, 9)]


def test_nothing_is_no_stroke():
    assert strokes.read("") == strokes.read("[]") == []


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "{}",
        "null",
        "[1]",
        "[[]]",
        '[["k"]]',
        '[["k", 1, 2]]',
        '[["k", 1, 2, 3, 4]]',
        '[["b", 1, 2, 3]]',
        '[[["k"], 1, 2, 3]]',
        '[["k", 1.5, 2, 3]]',
        '[["k", 1e999, 2, 3]]',
        '[["k", NaN, 2, 3]]',
        '[["k", true, 2, 3]]',
        '[["k", "1", 2, 3]]',
        '[["k", -1, 2, 3]]',
        '[["k", 4001, 2, 3]]',
        '[["k", 1, 8001, 3]]',
        '[["k", 1, 2, 10]]',
        '[["k", 1, 2, 3, 4000, 0, 3]]',
        "[" * 50_000,
        '[["k", 1' + "0" * 5_000 + ", 2, 3]]",
    ],
)
def test_what_is_no_handwriting_is_refused_in_words(text):
    with pytest.raises(ValidationError, match="没有传完整"):
        strokes.read(text)


@pytest.mark.parametrize("many", [[["k", 1, 1, 1]] * 801, [["k", 1, 1, 1] + [0, 0, 1] * 10_000]])
def test_too_much_is_refused_with_the_way_out(many):
    with pytest.raises(ValidationError, match="分两次写，或者上传照片"):
        strokes.read(json.dumps(many))


POINT = st.tuples(st.integers(-60, 60), st.integers(-60, 60), st.integers(0, 9))
STROKE = st.tuples(st.sampled_from("kr"), st.lists(POINT, max_size=20)).map(
    lambda one: [one[0], 2000, 2000, 4, *(number for point in one[1] for number in point)]
)


@given(st.lists(STROKE, max_size=5))
def test_whatever_is_written_is_read_as_it_was(found):
    assert strokes.read(json.dumps(found)) == found


def test_ink_lies_on_the_page_and_nowhere_else():
    page = Image.new("RGB", (400, 560), "white")
    drawn = painting.inked(page, [["r", 1000, 1000, 9, 2000, 0, 9]])
    assert page.getcolors() == [(400 * 560, (255, 255, 255))]
    red, green, _blue = drawn.getpixel((200, 100))
    assert red > 150 > green
    assert drawn.getpixel((200, 200)) == (255, 255, 255)
