"""The figures of all functions say of instructions what their own page says."""

from datetime import timedelta

import pytest
from django.utils import timezone

from bureau.matters.deadlines.lights import Lights
from bureau.pages import period
from instructions import actions as instructing
from instructions.counting import Counting as OwnCounting
from reports.figures import Counting
from reports.figures.counting import in_period

pytestmark = pytest.mark.slow


@pytest.fixture
def various(county):
    county.instruction("registered", word=county.word(meaning="study"))
    instructing.file(county.officer, county.instruction("registered", word=county.word(meaning="know")))
    instructing.void(county.officer, county.instruction("registered"), "重复登记")
    county.instruction("running", to=[county.roads, county.water])
    county.instruction("reviewing", to=())
    returned = county.instruction("reviewing", to=[county.roads])
    instructing.send_back(county.colleague, returned, "缺少佐证。")
    instructing.report(county.roads_liaison, returned, "已补充佐证。")
    for unit in (county.finance, county.water, county.roads):
        county.instruction("closed", to=[unit])
    again = county.instruction("reported", to=[county.water])
    instructing.again(county.magistrate, again, county.word(words="再查。"), instructing.Plan(county.finance))


def both(county, days=0):
    """Tallies of both, as things will stand in so many days."""
    lights = Lights(timezone.now() + timedelta(days=days))
    year = period.of(timezone.localdate().year)
    own = OwnCounting(county.director, year, lights).total.tally
    return own, Counting(in_period(county.director, year), lights).total


@pytest.mark.parametrize("days", [0, 90])
def test_the_same_figures_on_both_pages(county, various, days):
    own, all_functions = both(county, days)
    assert all_functions.share("closed") == own.completion
    assert all_functions.share("on_time") == own.punctuality
    assert all_functions.share("returned") == own.returned
    assert all_functions.share("overdue").part == own.counts["overdue"]
    assert all_functions.registered == own.counts["received"]
    assert (all_functions.mean, all_functions.median) == (own.mean, own.median)


def test_what_is_only_to_be_known_lowers_no_share(county, various):
    _own, tally = both(county)
    assert (tally.share("closed").part, tally.share("closed").whole) == (3, 7)
