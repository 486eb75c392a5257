"""The figures of all functions say of instructions what their own page says."""

from datetime import timedelta

import pytest
from django.utils import timezone

from bureau.matters.counting.tallies import Counting, in_period
from bureau.matters.deadlines.lights import Lights
from bureau.pages import period
from instructions import actions as instructing
from instructions.counting import Counting as OwnCounting

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
    """The line of the one and the tally of the other, as things will stand in so many days."""
    lights = Lights(timezone.now() + timedelta(days=days))
    year = period.of(timezone.localdate().year)
    own = OwnCounting(county.director, year, lights).whole
    return own, Counting(in_period(county.director, year), lights).total


@pytest.mark.parametrize("days", [0, 90])
def test_the_same_figures_on_both_pages(county, various, days):
    own, all_functions = both(county, days)
    assert all_functions == own.tally
    assert all_functions.registered == own.counts["received"]
    assert all_functions.share("overdue").part == own.counts["overdue"]


def test_what_is_only_to_be_known_lowers_no_share(county, various):
    _own, tally = both(county)
    assert (tally.share("closed").part, tally.share("closed").whole) == (3, 7)
