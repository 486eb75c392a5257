"""A title is divided by sense, in lines that shrink or grow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bureau.press.typeset.titles import LONGEST, title_lines

TITLE = "关于县政府第5次常务会议议定事项落实情况的通报"


def test_a_short_title_stays_on_one_line():
    assert title_lines("督查通知单") == ["督查通知单"]


def test_a_title_is_divided_between_words():
    assert title_lines(TITLE) == ["关于县政府第5次常务会议", "议定事项落实情况的通报"]


@pytest.mark.parametrize("word", ["营商环境", "突出问题", "专项督查", "整改情况", "通报"])
def test_no_known_word_is_split(word):
    title = "关于桃溪县优化营商环境突出问题专项督查整改情况的通报"
    assert any(word in line for line in title_lines(title))


def test_the_author_s_own_line_break_is_kept():
    assert title_lines("关于落实情况的\n通报") == ["关于落实情况的", "通报"]


@given(st.text(alphabet="关于县政府的落实情况、，和《》第5次会议", max_size=130))
def test_lines_joined_are_the_title_and_none_is_too_long(title):
    lines = title_lines(title)
    assert "".join(lines) == title
    assert all(len(line) <= LONGEST for line in lines)


def test_a_title_of_four_thousand_characters_is_filled_like_text():
    lines = title_lines("督查落实情况通报" * 500)
    assert "".join(lines) == "督查落实情况通报" * 500
    assert {len(line) for line in lines} <= {14, 16, 18, 20}
