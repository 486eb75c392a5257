"""Two people on one grid, and two leaders at one adjustment, at the same moment."""

from functools import partial

import pytest

from appraisal.actions import adjusting, publishing, valuing
from appraisal.models import Adjustment, Period, Result, Value
from tests.appraisal.playing import adjust, appraiser, begin, cell, draft, part_of, play, publish, typed
from tests.together import one_wins, together

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def test_cells_adjustments_and_results_are_written_once_whoever_is_at_them(county):
    """One county for several races, for setting it up is what takes the time."""
    period = play(county, begin(county, publish(county, draft(county))), "collecting")
    grid_is_shared(county, period)
    an_adjustment_is_decided_once(county, period)
    period = play(county, begin(county, *period.schemes.all(), part=Period.Part.HALF), "settled")
    a_result_is_published_once(county, period)


def grid_is_shared(county, period) -> None:
    """Each writes a cell of their own and both write a third: that one is kept once, and who was slower is told of it."""
    water, roads, finance = (part_of(period, one) for one in (county.water, county.roads, county.finance))
    both = cell(water, "1.1")
    grids = (
        {both: typed("91"), cell(roads, "1.1"): typed("81")},
        {both: typed("92"), cell(finance, "1.1"): typed("82")},
    )
    people = (appraiser(county), county.director)
    done = together(
        *(partial(valuing.write_values, who, period, grid) for who, grid in zip(people, grids, strict=True))
    )
    assert sorted((one.kept, one.clashed) for one in done) == [(1, (both,)), (2, ())]
    kept = Value.objects.filter(indicator=both[1])
    assert kept.count() == 3
    winner = next(grid for one, grid in zip(done, grids, strict=True) if one.kept == 2)
    assert kept.get(appraised=water).data == winner[both].data


def an_adjustment_is_decided_once(county, period) -> None:
    one = adjust(county, period, county.water, "督查批评")
    copies = [Adjustment.objects.get(pk=one.pk) for _twice in range(2)]
    one_wins(
        partial(adjusting.approve, county.director, copies[0]),
        partial(adjusting.dismiss, appraiser(county), copies[1], "重复登记"),
    )
    assert Adjustment.objects.get(pk=one.pk).state in ("approved", "dismissed")


def a_result_is_published_once(county, period) -> None:
    copies = [Period.objects.get(pk=period.pk) for _twice in range(2)]
    one_wins(*(partial(publishing.approve, county.magistrate, copy, "桃考领〔2026〕3号") for copy in copies))
    assert Result.objects.filter(period=period, kind=Result.Kind.PUBLISHED).count() == 1
