"""The figures of a published 督察通报 come out of entered directives digit for digit."""

from reports import actions
from reports.actions import Marks
from reports.computed import body_of
from reports.figures import tally
from tests.reports.conftest import LAGGING, text_of


def test_twenty_two_decisions_print_the_published_figures(county, published):
    bulletin = actions.draft_from_source(county.officer, county.source)
    figures = tally(bulletin.quotes)
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
