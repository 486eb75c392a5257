"""Missing, not applicable and late are three things, and each is what the scheme says of it."""

import pytest

from appraisal.scoring import score
from tests.appraisal.scoring.documents import branch, document, faults, judged, leaf, of_one, points, subject

JUDGED = {"kind": "judged"}
NONE, LACKING = {"status": "not_applicable"}, {"status": "missing"}


def first(scored):
    return scored["subjects"][0]


def test_without_a_value_there_is_no_total_and_it_is_said_which_are_missing():
    units = [subject("甲", {"1": points("10")}), subject("乙", {"1": points("20"), "2": points("30")})]
    scored = score(document([judged("1", "50"), judged("2", "50")], *units))
    assert (first(scored)["total"], first(scored)["rank"], first(scored)["missing"]) == (None, None, ["2"])
    assert first(scored)["items"][1]["steps"] == ["缺少数据，不计总分"]
    assert scored["subjects"][1]["rank"] == 1


def test_missing_below_a_branch_is_missing_in_it():
    items = [judged("1", "50"), branch("2", "50", judged("2.1", "20"), judged("2.2", "30"))]
    scored = score(document(items, subject("甲", {"1": points("50"), "2.1": points("9"), "2.2": LACKING})))
    assert (first(scored)["items"][1]["score"], first(scored)["missing"]) == (None, ["2.2"])


@pytest.mark.parametrize(("said", "marks"), [("nought", ["8", "6", "0"]), ("average", ["8", "6", "7"])])
def test_a_missing_value_may_be_nought_or_the_mean_where_the_scheme_says_so(said, marks):
    lines = of_one(JUDGED, "10", points("8"), points("6"), LACKING, missing=said)
    assert [line["exact"] for line in lines] == marks


@pytest.mark.parametrize(("said", "mark"), [("full", "10"), ("nought", "0"), ("average", "7")])
def test_what_does_not_apply_is_worth_what_the_scheme_says(said, mark):
    lines = of_one(JUDGED, "10", points("8"), points("6"), NONE, not_applicable=said)
    assert (lines[2]["exact"], lines[2]["status"]) == (mark, "not_applicable")


def test_a_weight_that_does_not_apply_is_spread_over_its_level():
    items = [judged("1", "60"), judged("2", "20"), judged("3", "20")]
    scored = score(document(items, subject("甲", {"1": points("54"), "2": points("10"), "3": NONE})))
    assert [item["full"] for item in first(scored)["items"]] == ["75", "25", "0"]
    assert [item["exact"] for item in first(scored)["items"]] == ["67.5", "12.5", None]
    assert first(scored)["items"][0]["steps"][-1] == "有不适用的指标，分值摊来：54 × 100 ÷ 80 = 67.5"
    assert first(scored)["total"] == "80"


def test_thirds_that_are_spread_add_up_to_the_whole():
    items = [judged("1", "30"), judged("2", "30"), judged("3", "30"), judged("4", "10")]
    given = {"1": points("30"), "2": points("30"), "3": points("30"), "4": NONE}
    assert first(score(document(items, subject("甲", given), rounding="down")))["total"] == "100"


def test_where_nothing_below_a_branch_applies_the_branch_does_not():
    items = [judged("1", "50"), branch("2", "50", judged("2.1", "20"), judged("2.2", "30"))]
    scored = score(document(items, subject("甲", {"1": points("45"), "2.1": NONE, "2.2": NONE})))
    assert (first(scored)["total"], first(scored)["missing"]) == ("90", [])


def test_who_is_appraised_by_nothing_has_no_total():
    scored = score(document([judged("1", "100")], subject("甲", {"1": NONE})))
    assert (first(scored)["total"], first(scored)["rank"], first(scored)["missing"]) == (None, None, [])


def test_a_class_without_any_value_has_no_mean():
    lines = of_one(JUDGED, "10", NONE, not_applicable="average")
    assert (lines[0]["exact"], lines[0]["steps"]) == (None, ["不适用，本类也没有可以取平均的得分，不计总分"])


def test_who_is_listed_apart_is_not_in_the_mean():
    values = {"甲": points("8"), "新": points("0"), "乙": NONE}
    units = [
        subject(name, {"1": given}, apart="新设" if name == "新" else "") for name, given in values.items()
    ]
    scored = score(document([judged("1", "10", not_applicable="average")], *units, full="10"))
    assert scored["subjects"][2]["total"] == "8"


@pytest.mark.parametrize(
    ("said", "mark"), [("count", "8"), ({"deduct": "0.5"}, "7.5"), ({"deduct": "9"}, "0")]
)
def test_a_late_value_counts_or_costs_what_the_scheme_says(said, mark):
    line = of_one(JUDGED, "10", {"status": "late", **points("8")}, late=said)[0]
    assert (line["exact"], line["status"]) == (mark, "late")


def test_no_valid_ballot_is_a_missing_value():
    rule = {
        "kind": "evaluation",
        "options": [{"key": "好", "name": "好", "value": 100}],
        "groups": [{"key": "群众", "name": "群众", "weight": 100}],
        "least": 5,
    }
    line = of_one(rule, "10", {"ballots": {"群众": {"好": 4}}})[0]
    assert (line["exact"], line["steps"]) == (None, ["有效票 4 张，少于 5 张，不计分", "缺少数据，不计总分"])


@pytest.mark.parametrize("status", ["not_applicable", "missing"])
def test_what_is_absent_brings_no_value(status):
    raw = document([judged("1", "100")], subject("甲", {"1": {"status": status, **points("8")}}))
    assert faults(raw)[0].startswith("对象 甲·指标 1：")


def test_an_indicator_of_some_units_alone_is_asked_of_them_and_counted_for_them():
    items = [
        judged("1", "50"),
        leaf("2", "50", JUDGED, only=["甲"]),
        leaf("3", "50", JUDGED, only=["乙"]),
    ]
    units = [
        subject("甲", {"1": points("40"), "2": points("41")}),
        subject("乙", {"1": points("40"), "3": points("42")}),
    ]
    scored = score(document(items, *units))
    assert [[item["key"] for item in one["items"]] for one in scored["subjects"]] == [["1", "2"], ["1", "3"]]
    assert [one["total"] for one in scored["subjects"]] == ["81", "82"]
