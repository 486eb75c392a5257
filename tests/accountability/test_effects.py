"""影响期: from the day of the decision to the day before the same day so many months later; the longest rules."""

from datetime import date

import pytest

from accountability.effects import last_day, period, runs_on


@pytest.mark.parametrize(
    "first, months, last",
    [
        ("2026-03-15", 6, "2026-09-14"),
        ("2026-08-31", 6, "2027-02-28"),  # no such day: the last of the month is itself the last
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-08-30", 6, "2027-02-28"),
        ("2026-08-28", 6, "2027-02-27"),
        ("2026-12-31", 12, "2027-12-30"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-01-01", 24, "2027-12-31"),
        ("2026-10-31", 1, "2026-11-30"),
    ],
)
def test_the_last_day_of_an_effect_period(first, months, last):
    assert last_day(date.fromisoformat(first), months) == date.fromisoformat(last)


def test_of_several_measures_the_longest_rules_and_it_is_told_how_that_was_found():
    found = period(date(2026, 3, 15), [("通报批评", 0), ("诫勉谈话", 6), ("调离工作岗位", 12)])
    assert found.until == date(2027, 3, 14)
    assert found.sentences == (
        "诫勉谈话：自2026-03-15起6个月，至2026-09-14。",
        "调离工作岗位：自2026-03-15起12个月，至2027-03-14。",
        "合并使用的，从决定之日同时起算，以最长的为准：调离工作岗位。",
        "影响期最后一日为2027-03-14；2027-03-15起可以解除。",
    )


def test_a_measure_without_an_effect_has_none():
    assert period(date(2026, 3, 15), [("通报批评", 0)]).until is None


@pytest.mark.parametrize(
    "day, runs", [("2026-03-14", False), ("2026-03-15", True), ("2026-09-14", True), ("2026-09-15", False)]
)
def test_it_weighs_from_the_first_to_the_last_day(day, runs):
    assert runs_on(date.fromisoformat(day), date(2026, 3, 15), date(2026, 9, 14)) is runs
