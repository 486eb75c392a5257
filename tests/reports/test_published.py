"""The figures of a published 督察通报 come out of entered directives digit for digit."""

import pytest
from django.utils import timezone

from bureau.matters.counting.figures import Ratio
from bureau.matters.counting.tallies import Counting, in_period
from bureau.matters.deadlines.lights import Lights
from bureau.pages import period
from reports import actions
from reports.actions import Marks
from reports.computed import body_of, value
from reports.figures import Figures, tally
from tests.reports.conftest import LAGGING, text_of


def test_twenty_two_decisions_print_the_published_figures(county, published):
    bulletin = actions.draft_from_source(county.officer, county.source)
    figures = tally(bulletin.quotes.all())
    assert (figures.total, figures.closed, figures.running) == (22, 6, 16)
    assert (figures.share("closed").percent, figures.share("running").percent) == (27, 73)
    assert "共22项，已办结6项，占27%；正在办理16项，占73%。" in body_of(bulletin)


def test_the_five_that_lag_and_their_four_units_are_named(county, published):
    bulletin = actions.draft_from_source(county.officer, county.source)
    marks = {
        quote.pk: Marks(True, quote.progress, True, "进度未达要求")
        if quote.order in LAGGING
        else Marks(True, quote.progress)
        for quote in bulletin.quotes.all()
    }
    actions.edit(county.officer, bulletin, text_of(bulletin), marks)
    bulletin.refresh_from_db()
    assert (
        "正在办理的16项中，第1、4、13、17、18项共5项进展滞后，"
        "涉及县水利局、县交通运输局、县财政局、马石镇等4个单位。" in body_of(bulletin)
    )
    assert "（一）县水利局。第1项" in body_of(bulletin)
    assert "第17项“议定事项之17：加快推进重点工作”，进度未达要求。" in body_of(bulletin)


def test_the_shares_of_a_county_with_222_items_come_out_to_the_decimal():
    """金寨 2025 half-year: 17 behind (7.7 %), 10 ahead (4.5), 24 done (10.8), 9 others (4.1) of 222. The fifth, 162, was
    printed as 72.9, cut so that all add up to 100; it is 72.97, and ours says 73.0."""
    figures = Figures(total=222, closed=24, running=198, suspended=0, overdue=0, due=0, on_time=0, lagging=17)
    shown = [value(f"{name}占比（一位小数）", figures) for name in ("进展滞后", "已办结")]
    assert shown == ["7.7%", "10.8%"]
    assert [Ratio(part, 222).tenths for part in (17, 10, 24, 9, 162)] == ["7.7", "4.5", "10.8", "4.1", "73.0"]


@pytest.mark.slow
def test_forty_one_instructions_all_closed_are_a_hundred_percent(county):
    """The seed's four months: 41 instructions, 办结率 100 %."""
    for _ in range(41):
        county.directive("closed")
    tally = dict(counted(county).grouped("function"))["决策督查"]
    assert (tally.share("closed").part, tally.share("closed").whole, tally.share("closed").percent) == (
        41,
        41,
        100,
    )


def counted(county):
    return Counting(in_period(county.director, period.of(timezone.localdate().year)), Lights())


def test_the_published_numbers_stand_in_the_printed_text(county, published):
    bulletin = actions.draft_from_source(county.officer, county.source)
    body = "22项中，办结{已办结}项（{已办结占比}），在办{正在办理}项（{正在办理占比}）。"
    actions.edit(county.officer, bulletin, text_of(bulletin) | {"body": body}, {})
    bulletin.refresh_from_db()
    assert body_of(bulletin) == "22项中，办结6项（27%），在办16项（73%）。"
