"""The figures of all functions: what each counts, of what whole, for whom, and at what cost."""

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from bureau.matters.counting import burden
from bureau.matters.counting.grouping import BY
from bureau.matters.counting.tallies import Counting, in_period
from bureau.matters.deadlines.lights import Lights
from bureau.org.models import Regulation
from bureau.pages import period
from tests.reports.screen import statuses

FIGURES, BURDEN = reverse("reports:figures"), reverse("reports:burden")


def counting(person) -> Counting:
    return Counting(in_period(person, period.of(timezone.localdate().year)), Lights())


def of(person, by) -> dict:
    return dict(counting(person).grouped(by))


def test_each_function_counts_its_own_and_the_total_all(county):
    county.directive("closed")
    county.directive("running")
    county.instruction("dispatched", to=[county.water])
    groups = of(county.director, "function")
    assert (groups["决策督查"].registered, groups["领导批示件"].registered) == (2, 1)
    assert counting(county.director).total.registered == 3


def test_every_share_has_its_whole(county):
    county.directive("closed", to=[county.water])
    county.directive("running", to=[county.water])
    tally = of(county.director, "lead")["县水利局"]
    assert (tally.share("closed").part, tally.share("closed").whole) == (1, 2)
    assert (tally.share("returned").part, tally.share("returned").whole) == (0, 1)
    assert tally.share("signed").whole >= 1


def test_what_was_voided_counts_nowhere(county):
    matters_void(county)
    assert counting(county.director).total.registered == 0


def matters_void(county):
    from directives import actions

    actions.void(county.director, county.directive("running"), "重复立项。")


def test_a_returned_report_counts_once_as_sent_and_once_as_returned(county):
    from directives import actions

    record = county.directive("reviewing", to=[county.water])
    actions.send_back(county.colleague, record, "材料不全。")
    tally = of(county.director, "function")["决策督查"]
    assert (tally.share("returned").part, tally.share("returned").whole) == (1, 1)


@pytest.mark.slow
@pytest.mark.parametrize("by", BY)
def test_groups_add_up_to_the_whole_and_stand_in_the_customary_order(county, by):
    for unit in (county.finance, county.water, county.roads):
        county.directive("running", to=[unit])
    county.instruction("dispatched", to=[county.water])
    groups = counting(county.director).grouped(by)
    assert sum(tally.registered for _label, tally in groups) == 4
    if by == "lead":
        assert [label for label, _tally in groups] == ["县财政局", "县水利局", "县交通运输局"] or [
            label for label, _tally in groups
        ] == sorted((label for label, _tally in groups), key=order_of)


def order_of(short: str) -> tuple:
    from bureau.org.models import Unit

    unit = Unit.objects.get(short=short)
    return unit.order, unit.pk


def test_sealed_matters_count_for_who_sees_them_alone(county):
    county.directive("running", secrecy="sealed")
    assert counting(county.director).total.registered == 1
    assert counting(county.colleague).total.registered == 0


@pytest.mark.slow
def test_more_matters_cost_no_more_queries(county):
    def cost() -> int:
        with CaptureQueriesContext(connection) as spent:
            counting(county.director).grouped("lead")
        return len(spent)

    county.directive("closed")
    cost()  # the calendar is read once per process
    few = cost()
    for _ in range(6):
        county.directive("closed")
        county.instruction("accepted", to=[county.water])
    assert cost() == few


def test_the_page_shows_part_and_whole_and_no_percentage_under_five(county, enter):
    for _ in range(4):
        county.directive("closed", to=[county.water])
    page = enter(county.director).get(f"{FIGURES}?by=lead").content.decode()
    assert "4／4" in page
    assert "100%" not in page
    county.directive("closed", to=[county.water])
    assert "100%" in enter(county.director).get(f"{FIGURES}?by=lead").content.decode()


@pytest.mark.parametrize("asked", ["by=score", "year=x", "part=99", "start=2026-13-01&end=x", "year=99999"])
def test_a_forged_question_is_answered_in_words(county, enter, asked):
    county.directive("running")
    assert enter(county.officer).get(f"{FIGURES}?{asked}").status_code == 200


def test_excel_holds_parts_and_wholes_in_columns_of_their_own(county, enter):
    county.directive("closed", to=[county.water])
    response = enter(county.officer).get(f"{FIGURES}?export=xlsx")
    sheet = load_workbook(io.BytesIO(response.content)).active
    heads = [cell.value for cell in sheet[1]]
    row = next(row for row in sheet.iter_rows(values_only=True) if row[1] == "县水利局")
    assert (row[heads.index("办结（件）")], row[heads.index("办结（应计件数）")]) == (1, 1)


def test_units_and_administrators_find_no_figures(county, client):
    found = statuses(county, client, FIGURES)
    for name in ("water_liaison", "school_head", "system", "audit"):
        assert found[name] == 404


def test_the_burden_is_the_directors_to_see(county, client):
    found = statuses(county, client, BURDEN)
    assert {name for name, status in found.items() if status == 200} == {"director", "deputy"}


def test_each_part_given_out_is_a_request_to_its_unit(county, enter):
    county.directive("running", to=[county.water, county.roads])
    county.directive("running", to=[county.water])
    lines = enter(county.director).get(BURDEN).context["lines"]
    assert {line["unit"].short: line["total"] for line in lines} == {"县水利局": 2, "县交通运输局": 1}


def test_the_burden_as_excel(county, enter):
    county.directive("running", to=[county.water])
    sheet = load_workbook(io.BytesIO(enter(county.director).get(f"{BURDEN}?export=xlsx").content)).active
    assert [cell.value for cell in sheet[2]][1::13] == ["县水利局", 1]


@pytest.fixture
def mark(county):
    def set_mark(times):
        rules = Regulation.current()
        rules.burden_weekly = times
        rules.save()

    return set_mark


def test_before_the_marked_request_of_a_week_the_desk_is_told(county, mark, enter):
    mark(2)
    county.directive("running", to=[county.water])
    waiting = county.directive("approved", to=[county.water])
    page = enter(county.officer).get(waiting.matter.get_absolute_url()).content.decode()
    assert "县水利局本周已被交办、要求回复1次，这次以后是第2次（提醒线2次）" in page


def test_below_the_mark_and_with_no_mark_nothing_is_said(county, mark, enter):
    county.directive("running", to=[county.water])
    waiting = county.directive("approved", to=[county.water])
    for times in (3, 0):
        mark(times)
        page = enter(county.officer).get(waiting.matter.get_absolute_url()).content.decode()
        assert "提醒线" not in page


def test_a_batch_counts_all_that_it_would_give_out(county, mark, enter):
    mark(2)
    chosen = [county.directive("approved", to=[county.water]) for _ in range(2)]
    asked = "&".join(f"id={one.pk}" for one in chosen)
    page = (
        enter(county.officer)
        .get(f"{reverse('directives:batch', args=['dispatch'])}?{asked}")
        .content.decode()
    )
    assert "已被交办、要求回复0次，这次以后是第2次" in page


def test_units_are_told_nothing_of_it(county, mark, enter):
    mark(1)
    running = county.directive("running", to=[county.water])
    page = enter(county.water_liaison).get(running.matter.get_absolute_url()).content.decode()
    assert "提醒线" not in page


def test_last_weeks_requests_are_forgotten(county):
    from datetime import timedelta

    county.directive("running", to=[county.water])
    monday = burden.monday(timezone.now())
    assert burden.since([county.water], monday)[county.water.pk] == 1
    assert burden.since([county.water], monday + timedelta(days=7))[county.water.pk] == 0
