"""Ballots counted, without a database: which of them count, what they mean, and that the same ballots say the same."""

import random
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command

from appraisal.ballots.counting import count, mean, weighted
from appraisal.ballots.terms import USUAL, Option, Terms

PLAIN = Terms(USUAL)


@pytest.mark.parametrize(
    ("terms", "marks", "why"),
    [
        (Terms(USUAL), (1, 2, 0), ""),
        (Terms(USUAL), (0, 0, 0), "一项也没有选"),
        (Terms(USUAL), (0,), "一项也没有选"),
        (Terms(USUAL, high_most=3), (1, 1, 1, 2), ""),
        (Terms(USUAL, high_most=3), (1, 1, 1, 1), "90分及以上的选了4个，最多3个"),
        (Terms(USUAL, high_most=0), (1,), ""),
        (Terms(USUAL, low_least=2), (1, 3, 4), ""),
        (Terms(USUAL, low_least=2), (1, 2, 4), "70分以下的选了1个，至少2个"),
        (Terms(USUAL, refuse_equal=True), (2, 2, 2), "全部选了同一项"),
        (Terms(USUAL, refuse_equal=True), (2, 2, 0), ""),
        (Terms(USUAL, refuse_equal=True), (2,), ""),
        (Terms(USUAL, refuse_full=True), (1, 1, 1), "全部选了“优秀”"),
        (Terms(USUAL, refuse_full=True), (2, 2, 2), ""),
    ],
)
def test_a_ballot_counts_or_says_why_not(terms, marks, why):
    assert terms.why_invalid(marks) == why


def test_what_is_left_blank_is_an_abstention_in_that_row_alone():
    found = count([(1, 0), (1, 2)], PLAIN, 2)
    assert found.rows == ((2, 0, 0, 0), (0, 1, 0, 0))


def test_invalid_ballots_came_in_and_are_in_no_row():
    found = count([(1, 1), (1, 2)], Terms(USUAL, refuse_equal=True), 2)
    assert (found.received, found.invalid, found.valid) == (2, 1, 1)
    assert found.rows == ((1, 0, 0, 0), (0, 1, 0, 0))


def test_ten_thousand_ballots_say_the_same_in_any_order():
    chance = random.Random(1)
    ballots = [tuple(chance.randint(0, 4) for _row in range(5)) for _ballot in range(10_000)]
    found = count(ballots, PLAIN, 5)
    chance.shuffle(ballots)
    assert count(ballots, PLAIN, 5) == found
    assert found.valid == 10_000 - sum(not any(one) for one in ballots)
    assert [sum(row) for row in found.rows] == [sum(one[at] > 0 for one in ballots) for at in range(5)]


def test_the_mean_is_what_ballots_are_worth_over_those_that_marked_the_row():
    assert mean((3, 1, 1, 0), USUAL) == Decimal("88.00")
    three = [Option("好", Decimal(100)), Option("中", Decimal(60)), Option("差", Decimal(0))]
    assert mean((1, 1, 1), three) == Decimal("53.33")


def test_a_group_of_which_nothing_is_told_leaves_its_weight_to_the_others():
    weights = {1: Decimal(40), 2: Decimal(60)}
    assert weighted({1: (5, 0, 0, 0), 2: (0, 5, 0, 0)}, weights, USUAL, 5) == Decimal("88.00")
    assert weighted({1: (4, 0, 0, 0), 2: (0, 5, 0, 0)}, weights, USUAL, 5) == Decimal("80.00")
    assert weighted({1: (4, 0, 0, 0), 2: (0, 4, 0, 0)}, weights, USUAL, 5) is None


def test_the_bench_counts_what_it_made_and_prints_how_long_it_took():
    said = StringIO()
    call_command("bench_ballots", "--ballots", "200", "--rows", "3", stdout=said)
    assert "计票200张" in said.getvalue()
    assert "收回200张" in said.getvalue()
    assert "再计一遍：一致" in said.getvalue()
