"""Column widths follow what the cells hold and fill the line exactly."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bureau.press.typeset.blocks import Blocks
from bureau.press.typeset.columns import column_widths
from bureau.press.typeset.faces import HEI, SONG
from bureau.press.typeset.measure import MEASURE
from bureau.press.typeset.sheets import Column, Table

from .drafts import table

CELLS = st.text(alphabet="督查落实2026年、，。 a", max_size=60)


@given(
    st.integers(1, 8).flatmap(
        lambda n: st.lists(st.tuples(*[CELLS] * n), max_size=6).map(lambda rows: (n, rows))
    )
)
@settings(deadline=None)
def test_widths_fill_the_line_and_none_vanishes(metrics, drawn):
    count, rows = drawn
    widths = column_widths(Table((Column("事项"),) * count, tuple(rows)), MEASURE, metrics)
    assert sum(widths) == pytest.approx(MEASURE)
    assert min(widths) > 24


def test_the_longest_column_is_the_widest(metrics):
    widths = column_widths(table(5), MEASURE, metrics)
    assert max(widths) == widths[1]
    assert min(widths) == widths[0]


def test_given_shares_are_kept(metrics):
    shared = Table((Column("甲", share=1), Column("乙", share=3)), (("长" * 90, "短"),))
    assert column_widths(shared, 400, metrics) == [100, 300]


def test_a_list_of_units_is_divided_between_units(metrics):
    assert (
        Blocks(metrics).ragged("县财政局、县住建局、县林业局", 12, 66, SONG)
        == "县财政局、\n县住建局、\n县林业局"
    )


def test_a_head_of_two_lines_is_divided_evenly(metrics):
    assert Blocks(metrics).head("牵头单位", 12, 40, HEI) == "牵头\n单位"
