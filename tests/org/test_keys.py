"""Keys out of addresses and posts: parsed in one place, and what is none is nothing."""

import ast

import pytest

from bureau.org.keys import key_of, keys_of, place_of
from tests.house.test_storeys import ROOT, VIEWS


@pytest.mark.parametrize("text", ["1", "007", "9" * 18])
def test_what_is_written_in_digits_is_a_key(text):
    assert key_of(text) == int(text)


@pytest.mark.parametrize("text", ["", "x", "-1", "1.5", "１", "²", "٣", "1\0", " 1", "9" * 19, "9" * 5000])
def test_anything_else_is_the_key_of_nothing(text):
    assert key_of(text) == 0


def test_of_many_what_is_none_is_left_out_and_their_order_stays():
    assert keys_of(["3", "x", "1", "0", "9" * 30]) == [3, 1]


@pytest.mark.parametrize(
    "text, place", [("0", 0), ("60", 60), ("", None), ("-1", None), ("²", None), ("9" * 6, None)]
)
def test_a_place_counts_from_nothing_and_what_is_none_is_no_place(text, place):
    assert place_of(text) == place


def reads_digits(path) -> bool:
    read = {getattr(node, "attr", "") for node in ast.walk(ast.parse(path.read_text()))}
    return not read.isdisjoint({"isdecimal", "isdigit", "isnumeric"})


def test_no_view_reads_digits_by_itself():
    assert [str(path.relative_to(ROOT)) for path in VIEWS if reads_digits(path)] == []
