"""Long-term items report node by node."""

from datetime import date

import pytest
from django.utils import timezone

from bureau.matters.models import Matter
from bureau.matters.parts import assignments
from directives import actions
from directives.actions.nodes import end_of_period
from tests.matters.owing import owed

pytestmark = pytest.mark.django_db


@pytest.fixture
def directive(friday, county):
    return county.directive("running", due=None, recurring=True, cadence="monthly", urgency="longterm")


def nodes(directive) -> list[date]:
    """The due days of all nodes so far, oldest first."""
    duties = directive.matter.duties.filter(step="node").order_by("due_at")
    return [timezone.localdate(duty.due_at) for duty in duties]


def answer(county, directive, text="本月进展"):
    assignments.reply(county.water_liaison, county.part(directive), text)


@pytest.mark.parametrize(
    "today, cadence, end",
    [
        (date(2026, 11, 20), "monthly", date(2026, 11, 30)),
        (date(2026, 11, 25), "monthly", date(2026, 11, 30)),
        (date(2026, 11, 26), "monthly", date(2026, 12, 31)),
        (date(2026, 12, 28), "monthly", date(2027, 1, 31)),
        (date(2028, 2, 1), "monthly", date(2028, 2, 29)),
        (date(2026, 11, 20), "quarterly", date(2026, 12, 31)),
        (date(2026, 9, 28), "quarterly", date(2026, 12, 31)),
        (date(2026, 1, 1), "quarterly", date(2026, 3, 31)),
        (date(2026, 5, 1), "yearly", date(2026, 12, 31)),
        (date(2026, 12, 30), "yearly", date(2027, 12, 31)),
    ],
)
def test_a_node_is_the_next_end_of_the_period_that_leaves_time(today, cadence, end):
    assert end_of_period(today, cadence) == end


def test_dispatch_opens_the_first_node_and_shows_it_on_the_cover(directive):
    assert nodes(directive) == [date(2026, 11, 30)]
    assert timezone.localdate(Matter.objects.get(pk=directive.pk).due_at) == date(2026, 11, 30)
    assert owed(directive.matter) == {"县水利局:first_reply", "县水利局:node"}


def test_sweeping_twice_opens_nothing_twice(county, directive):
    assert actions.open_nodes() == 0
    answer(county, directive)
    assert [actions.open_nodes(), actions.open_nodes()] == [1, 0]
    assert "县水利局:node" in owed(directive.matter)


def test_an_early_answer_opens_the_next_period_and_not_the_same_again(county, directive):
    answer(county, directive)
    actions.open_nodes()
    assert nodes(directive) == [date(2026, 11, 30), date(2026, 12, 31)]


def test_more_answers_than_asked_do_not_answer_a_period_that_has_not_begun(county, directive, friday):
    for _ in range(3):
        answer(county, directive)
        actions.open_nodes()
    assert nodes(directive) == [date(2026, 11, 30), date(2026, 12, 31)]
    friday.move_to("2026-12-04T09:00:00+08:00")
    answer(county, directive)
    actions.open_nodes()
    assert nodes(directive) == [date(2026, 11, 30), date(2026, 12, 31), date(2027, 1, 31)]


def test_a_late_answer_opens_the_period_it_was_given_in(county, directive, friday):
    friday.move_to("2027-01-08T09:00:00+08:00")
    answer(county, directive)
    actions.open_nodes()
    assert nodes(directive) == [date(2026, 11, 30), date(2027, 1, 31)]


def test_what_is_suspended_void_or_closed_gets_no_node(county, directive):
    answer(county, directive)
    actions.suspend(county.director, directive, "核实")
    assert actions.open_nodes() == 0
    actions.resume(county.director, directive)
    assert actions.open_nodes() == 1
    actions.report(county.water_liaison, directive, "转入常态")
    actions.close(county.colleague, directive)
    assert actions.open_nodes() == 0


def test_what_does_not_recur_gets_no_node(county):
    county.directive("running")
    assert actions.open_nodes() == 0
