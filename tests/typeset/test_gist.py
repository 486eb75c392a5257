"""A long text in few characters: whole sentences, and never half of one where there is room for all of it."""

import pytest

from bureau.press.gist import gist

SAID = "已完成十二座水库的除险加固，其余两座正在招标。资金已到位。下月底前开工"


@pytest.mark.parametrize(
    ("limit", "most", "kept"),
    [
        (99, 0, SAID),
        (32, 0, "已完成十二座水库的除险加固，其余两座正在招标。资金已到位"),
        (10, 0, "已完成十二座水库……"),
        (16, 0, "已完成十二座水库的除险加固……"),
        (10, 30, "已完成十二座水库的除险加固，其余两座正在招标"),
        (10, 16, "已完成十二座水库的除险加固……"),
    ],
)
def test_as_many_sentences_as_there_is_room_for(limit, most, kept):
    assert gist(SAID, limit, most) == kept


def test_nothing_is_nothing():
    assert gist(" \n ", 10) == ""
