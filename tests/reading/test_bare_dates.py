"""A day without 前 or 底 is a deadline where something ends on it, and else only told."""

from datetime import date

import pytest

from bureau.org.reading import Anchor, deadline_in

MEETING = Anchor(date(2026, 11, 2))


@pytest.mark.parametrize(
    "words",
    [
        "请水利局11月20日完成排查。",
        "县水利局11月20日全部完成整改。",
        "方案11月20日报县政府审定。",
        "排查结果11月20日报送县政府。",
        "11月20日必须完成。",
    ],
)
def test_what_ends_on_a_day_is_due_on_it(words):
    assert deadline_in(words, MEETING).due == date(2026, 11, 20)


@pytest.mark.parametrize(
    "words",
    [
        "工程已于10月20日完成了招标。",
        "11月20日召开推进会。",
        "自11月20日完成移交起计算。",
        "11月20日完成的招标须复核。",
        "11月20日报道了此事。",
    ],
)
def test_what_is_only_told_of_a_day_is_not(words):
    assert deadline_in(words, MEETING).due is None
