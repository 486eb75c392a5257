"""How often units are asked: by the week, by bulletins too, and what the desk is told before it asks once more."""

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from bureau.org.models import Regulation
from directives import actions as directing
from directives.models import Directive
from reports import actions
from reports.figures.charting import as_quoted
from reports.models import Bulletin
from tests.county import in_days
from tests.reports.conftest import text_of
from tests.reports.specials import issue

BURDEN = reverse("reports:burden")


@pytest.fixture
def asking(county, draft) -> Bulletin:
    """A draft that names the water bureau as lagging, and asks it to answer within a week."""
    marks = {draft.quotes.first().pk: actions.Marks(True, "", True, "方案未报送")}
    actions.edit(county.officer, draft, text_of(draft) | {"answer_by": in_days(7)}, marks)
    return Bulletin.objects.get(pk=draft.pk)


@pytest.fixture
def mark(county):
    def set_mark(times):
        rules = Regulation.current()
        rules.burden_weekly = times
        rules.save()

    return set_mark


def line_of(enter, county, unit) -> dict:
    lines = enter(county.director).get(BURDEN).context["lines"]
    return next(line for line in lines if line["unit"] == unit)


def test_the_answer_that_a_bulletin_asks_for_is_a_request_too(county, asking, enter):
    before = line_of(enter, county, county.water)["total"]
    issue(county, asking)
    assert line_of(enter, county, county.water)["total"] == before + 1


def test_the_fullest_week_stands_beside_the_year(county, enter):
    for _ in range(3):
        county.directive("running", to=[county.water])
    line = line_of(enter, county, county.water)
    assert (line["busiest"], line["total"]) == (3, 3)
    assert line["week"].weekday() == 0
    page = enter(county.director).get(BURDEN).content.decode()
    assert "3次" in page


def test_two_units_are_drawn_and_told_in_words(county, enter):
    county.directive("running", to=[county.water, county.roads])
    page = enter(county.director).get(BURDEN)
    assert page.context["chart_words"] == "全年次数（次）：县水利局1，县交通运输局1。"
    assert "<svg" in page.content.decode()


def test_excel_tells_the_fullest_week(county, enter):
    county.directive("running", to=[county.water])
    sheet = load_workbook(io.BytesIO(enter(county.director).get(f"{BURDEN}?export=xlsx").content)).active
    heads = [cell.value for cell in sheet[1]]
    assert sheet[2][heads.index("最多一周（次）")].value == 1


def test_before_a_bulletin_asks_the_desk_is_told(county, asking, mark, enter):
    mark(2)
    for person in (county.officer, county.director):
        page = enter(person).get(asking.get_absolute_url()).content.decode()
        assert "县水利局本周已被交办、要求回复1次，这次以后是第2次（提醒线2次）" in page


def test_answers_asked_this_week_count_before_the_next_bulletin(county, asking, mark, enter):
    mark(3)
    issue(county, asking)
    again = actions.draft_from_source(county.officer, county.source)
    marks = {again.quotes.first().pk: actions.Marks(True, "", True, "方案仍未报送")}
    actions.edit(county.officer, again, text_of(again) | {"answer_by": in_days(7)}, marks)
    page = enter(county.officer).get(again.get_absolute_url()).content.decode()
    assert "县水利局本周已被交办、要求回复2次，这次以后是第3次" in page


def test_a_bulletin_that_asks_nothing_and_one_that_is_issued_say_nothing(county, draft, mark, enter):
    mark(1)
    for bulletin in (draft, issue(county, draft)):
        assert "提醒线" not in enter(county.officer).get(bulletin.get_absolute_url()).content.decode()


def test_leaders_and_units_are_told_nothing_of_it(county, asking, mark, enter):
    mark(1)
    for person in (county.magistrate, county.water_liaison):
        assert "提醒线" not in enter(person).get(asking.get_absolute_url()).content.decode()


def test_more_requests_cost_no_more_queries(county, enter):
    def cost() -> int:
        with CaptureQueriesContext(connection) as spent:
            enter(county.director).get(BURDEN)
        return len(spent)

    county.directive("running", to=[county.water])
    cost()
    few = cost()
    for unit in (county.roads, county.finance, county.horse):
        county.directive("running", to=[unit])
    assert cost() == few


def test_a_chart_of_quotes_says_what_the_text_says_though_the_ledger_moved_on(county, draft):
    first = draft.quotes.first()
    first.lead = county.finance.short
    first.save()
    groups = dict(as_quoted(draft).grouped("lead"))
    assert groups[county.finance.short].registered == 2
    assert county.water.short not in groups


def test_a_quoted_matter_that_was_voided_since_still_counts_as_the_text_counts_it(county, draft):
    directing.void(county.director, Directive.objects.get(pk=draft.quotes.first().matter_id), "重复立项。")
    assert as_quoted(draft).total.registered == draft.quotes.count()
