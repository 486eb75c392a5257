"""What the numbers mean."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from bureau.matters.counting.figures import Ratio
from bureau.matters.models import Matter
from directives import actions
from reports.figures import Figures, standing, tally


def now_tally(at=None):
    return tally(standing(Matter.objects.all(), at or timezone.now()))


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [(6, 22, 27), (16, 22, 73), (1, 8, 13), (1, 200, 1), (1, 201, 0), (0, 5, 0), (5, 5, 100), (0, 0, 0)],
)
def test_a_percentage_is_whole_and_rounded_half_up(part, whole, percent):
    assert Ratio(part, whole).percent == percent


@given(st.integers(1, 10**6).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_a_percentage_is_never_off_by_more_than_half_a_point(ratio):
    part, whole = ratio
    assert abs(Ratio(part, whole).percent * whole - 100 * part) * 2 <= whole
    assert 0 <= Ratio(part, whole).percent <= 100


def test_nothing_counts_as_nothing(db):
    assert now_tally() == Figures(0, 0, 0, 0, 0, 0, 0)
    assert now_tally().punctuality.percent == 0


def test_only_what_came_due_enters_the_rate_on_time(county):
    """One closed early whose time is still to come: closed, but not yet due."""
    county.directive("closed")
    soon = now_tally()
    later = now_tally(timezone.now() + timedelta(days=60))
    assert (soon.closed, soon.due, soon.on_time) == (1, 0, 0)
    assert (later.closed, later.due, later.on_time) == (1, 1, 1)


def test_what_was_finished_late_is_due_but_not_on_time(county):
    matter = county.directive("closed").matter
    Matter.objects.filter(pk=matter.pk).update(
        opened_at=timezone.now() - timedelta(days=9), due_at=matter.finished_at - timedelta(hours=1)
    )
    figures = now_tally()
    assert (figures.due, figures.on_time, figures.overdue) == (1, 0, 0)


def test_a_running_matter_past_its_time_is_overdue(county):
    county.directive("running")
    assert now_tally().overdue == 0
    late = now_tally(timezone.now() + timedelta(days=60))
    assert (late.running, late.overdue, late.due, late.on_time) == (1, 1, 1, 0)


def test_a_report_sent_in_time_is_not_overdue_while_the_bureau_reviews_it(county):
    county.directive("reviewing")
    assert now_tally(timezone.now() + timedelta(days=60)).overdue == 0


def test_a_suspended_matter_is_neither_running_nor_overdue(county):
    actions.suspend(county.director, county.directive("running"), "等待上级批复")
    late = now_tally(timezone.now() + timedelta(days=60))
    assert (late.total, late.suspended, late.running, late.overdue, late.due) == (1, 1, 0, 0, 0)


def test_a_matter_without_a_date_never_comes_due(county):
    directive = county.directive("running")
    Matter.objects.filter(pk=directive.pk).update(due_at=None)
    late = now_tally(timezone.now() + timedelta(days=999))
    assert (late.running, late.overdue, late.due) == (1, 0, 0)
