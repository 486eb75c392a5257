"""What is true of any document: the order of subjects and the caller's way with decimals change nothing, sums are equal, more is not less."""

import json
from decimal import ROUND_UP, Context, Decimal, localcontext

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from appraisal.scoring import RULES, score
from tests.appraisal.scoring.documents import branch, document, exact, leaf, subject
from tests.appraisal.scoring.test_readme import EXAMPLES

QUICK = settings(max_examples=30, deadline=None)
NUMBERS = st.decimals(0, 200, places=3, allow_nan=False, allow_infinity=False)
STATUSES = st.sampled_from(["given", "given", "given", "late", "not_applicable", "missing"])
RATIO = {"kind": "ratio", "target": "97", "cap": "130"}
ITEMS = [
    branch(
        "1",
        "60",
        leaf(
            "1.1", "35", {"kind": "best"}, not_applicable="average", missing="average", late={"deduct": "0.3"}
        ),
        leaf("1.2", "25", {"kind": "lo_hi"}),
    ),
    branch(
        "2",
        "25",
        leaf("2.1", "70", RATIO, missing="nought"),
        leaf("2.2", "30", {"kind": "ranks", "less": "7"}),
        base="100",
    ),
    leaf(
        "3",
        "15",
        {"kind": "reach", "target": "150", "points": "0.07", "per": "3", "step": "proportional"},
        not_applicable="full",
    ),
]
LEAVES = ("1.1", "1.2", "2.1", "2.2", "3")
ADJUSTMENTS = [
    {"key": "批评", "name": "批评", "points": "-0.35", "cap": "2"},
    {"key": "表扬", "name": "表扬", "points": "1"},
]


@st.composite
def values(draw):
    status = draw(STATUSES)
    return {"status": status, **({"value": str(draw(NUMBERS))} if status in ("given", "late") else {})}


@st.composite
def documents(draw):
    units = [
        subject(
            f"单位{at}",
            {key: draw(values()) for key in LEAVES},
            apart=draw(st.sampled_from(["", "", "", "新设"])),
            tasks=draw(st.integers(1, 6)),
            adjustments=[
                {"key": key} for key in draw(st.lists(st.sampled_from(["批评", "表扬"]), max_size=8))
            ],
        )
        | {"class": draw(st.sampled_from(["乡镇", "部门"]))}
        for at in range(draw(st.integers(1, 6)))
    ]
    grades = {"first_at": "80", "second_at": "60", "third_at": "40", "first_share": "34"}
    more = {"adjustments": ADJUSTMENTS, "doubled_below": 3, "bonus_cap": "5", "grades": grades}
    return document(ITEMS, *units, sum=draw(st.sampled_from(["exact", "rounded"])), **more)


def text(scored) -> str:
    return json.dumps(scored, ensure_ascii=False)


def by_key(scored) -> dict:
    return {one["key"]: one for one in scored["subjects"]}


@QUICK
@given(documents(), st.randoms(use_true_random=False))
def test_the_order_of_subjects_changes_nothing_but_the_order_of_the_answer(raw, random):
    shuffled = list(raw["subjects"])
    random.shuffle(shuffled)
    found = score({**raw, "subjects": shuffled})
    assert by_key(found) == by_key(score(raw))
    assert [one["key"] for one in found["subjects"]] == [one["key"] for one in shuffled]


@QUICK
@given(documents())
def test_the_same_document_gives_the_same_bytes_under_any_decimal_context(raw):
    once = text(score(raw))
    with localcontext(Context(prec=4, rounding=ROUND_UP)):
        again = text(score(json.loads(json.dumps(raw))))
    assert again == once


def walk(found):
    if isinstance(found, dict):
        for one in found.values():
            yield from walk(one)
    elif isinstance(found, list):
        for one in found:
            yield from walk(one)
    else:
        yield found


@QUICK
@given(documents())
def test_no_answer_holds_a_float_or_an_exponent(raw):
    scored = score(raw)
    assert {type(one) for one in walk(scored)} <= {str, int, bool, type(None)}
    numbers = [
        one[name] for one in scored["subjects"] for name in ("total", "exact", "base", "bonus", "deduction")
    ]
    assert all(one is None or set(one) <= set("-0123456789.") for one in numbers)


def near(found: Decimal, expected: Decimal) -> bool:
    return abs(found - expected) < Decimal("1e-13")


@QUICK
@given(documents())
def test_sums_are_equal_at_every_level(raw):
    for one in score(raw)["subjects"]:
        if one["total"] is None:
            continue
        items = [Decimal(item["exact"]) for item in one["items"] if item["exact"] is not None]
        base, bonus, deduction = (Decimal(one[name]) for name in ("base", "bonus", "deduction"))
        assert near(base, sum(items))
        assert near(Decimal(one["exact"]), base + bonus - deduction)
        assert near(sum(Decimal(item["full"]) for item in one["items"]), Decimal(100))
        counted = [Decimal(entry["counted"]) for entry in one["adjustments"]]
        assert deduction == -sum(entry for entry in counted if entry < 0)


@QUICK
@given(documents())
def test_a_higher_total_never_has_a_lower_place_and_places_are_competition_ranks(raw):
    units = [one for one in score(raw)["subjects"] if one["rank"] is not None]
    for one in units:
        better = [
            other
            for other in units
            if other["class"] == one["class"] and Decimal(other["total"]) > Decimal(one["total"])
        ]
        assert one["rank"] == len(better) + 1


RISING = [
    ({"kind": "ratio", "target": "90", "over_per": "5", "over_points": "1", "over_step": "whole"}, 1),
    ({"kind": "ratio", "target": "90", "cap": "120", "floor": "3", "nothing_below": "20"}, 1),
    ({"kind": "converted", "base": "120"}, 1),
    ({"kind": "reach", "target": "90", "points": "1", "per": "7", "step": "whole"}, 1),
    ({"kind": "reach", "target": "90", "points": "1", "step": "proportional", "by": "percent"}, 1),
    ({"kind": "less", "target": "20", "points": "0.4", "step": "whole", "floor": "2"}, -1),
    ({"kind": "less", "target": "20", "points": "0.4", "step": "proportional"}, -1),
    ({"kind": "tiers", "bands": [{"bound": "90", "points": "10"}, {"bound": "60", "points": "4"}]}, 1),
    ({"kind": "all_or_nothing", "target": "100", "better": "less"}, -1),
    ({"kind": "best"}, 1),
    ({"kind": "best", "better": "less"}, -1),
    ({"kind": "lo_hi"}, 1),
    ({"kind": "lo_hi", "better": "less"}, -1),
    ({"kind": "ranks", "points": ["10", "8", "5"]}, 1),
    ({"kind": "ranks", "less": "9", "better": "less"}, -1),
    ({"kind": "formula", "expression": "值 ÷ 20", "names": [{"key": "值"}]}, 1),
    (
        {
            "kind": "mixed",
            "parts": [{"key": name, "name": name, "weight": 50, "target": 70} for name in ("值", "乙")],
        },
        1,
    ),
    ({"kind": "deduct", "events": [{"key": "值", "name": "迟报", "points": "0.1", "nothing_from": 90}]}, -1),
    ({"kind": "count", "events": [{"key": "值", "name": "采用", "points": "0.1"}]}, 1),
]


def asked(kind: str, value: Decimal) -> dict:
    """The value as this rule asks for it."""
    if kind in ("deduct", "count"):
        return {"counts": {"值": int(value)}}
    if kind in ("formula", "mixed"):
        return {"values": {"值": str(value), **({"乙": "50"} if kind == "mixed" else {})}}
    return {"value": str(value)}


@pytest.mark.parametrize(("rule", "way"), RISING)
def test_more_never_gives_less_where_more_is_better_and_the_other_way_round(rule, way):
    @QUICK
    @given(st.lists(NUMBERS.map(lambda one: one + 1), min_size=2, max_size=5, unique=True))
    def rises(found):
        given = [asked(rule["kind"], one) for one in sorted(found)]
        points = [Decimal(one) for one in exact(rule, "10", *given)]
        assert points == sorted(points, reverse=way < 0)

    rises()


@pytest.mark.parametrize("kind", [kind for kind, rule in RULES.items() if rule.rises])
def test_a_rule_that_says_that_it_rises_is_tried(kind):
    assert kind in {rule["kind"] for rule, _ in RISING}


@QUICK
@given(st.decimals(50, 100, places=2), st.decimals(0, 1, places=2))
def test_whole_steps_never_take_more_than_proportional_ones(target, below):
    rule = {"kind": "reach", "target": str(target), "points": "0.5", "per": "3"}
    given = {"value": str(target * below)}
    whole, proportional = (
        Decimal(exact(rule | {"step": step}, "10", given)[0]) for step in ("whole", "proportional")
    )
    assert whole >= proportional


@pytest.mark.parametrize(("kind", "example"), EXAMPLES)
def test_every_rule_scores_alike_in_any_order(kind, example):
    forward = exact(example["rule"], example["full"], *example["given"])
    backward = exact(example["rule"], example["full"], *reversed(example["given"]))
    assert forward == backward[::-1]
