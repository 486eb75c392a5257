"""From the indicators to the grade: adjustments, ranks inside a class, shares of the first grade."""

import pytest

from appraisal.scoring import score
from tests.appraisal.scoring.documents import document, judged, points, ranks, subject, totals

CRITICISED = {"key": "批评", "name": "通报批评", "points": "-0.5", "cap": "3"}
PRAISED = {"key": "表扬", "name": "通报表扬", "points": "1", "cap": None}
GRADES = {"first_at": "90", "second_at": "80", "third_at": "60", "first_share": "20"}


def graded(*marks: str, grades=GRADES, **scheme):
    """Units with these marks, keyed by their place in the list."""
    units = [subject(str(at), {"1": points(mark)}) for at, mark in enumerate(marks)]
    return score(document([judged("1", "100")], *units, grades=grades, **scheme))


def grades_of(scored) -> list[str | None]:
    return [one["grade"] for one in scored["subjects"]]


def adjusted(*entries, scheme=None, **more):
    unit = subject("甲", {"1": points("90")}, adjustments=list(entries), **more)
    scored = score(document([judged("1", "100")], unit, adjustments=[CRITICISED, PRAISED], **(scheme or {})))
    return scored["subjects"][0]


def test_an_entry_counts_what_the_scheme_says_unless_it_says_otherwise():
    found = adjusted({"key": "批评"}, {"key": "批评", "points": "-1.25"}, {"key": "表扬"})
    assert [one["counted"] for one in found["adjustments"]] == ["-0.5", "-1.25", "1"]
    assert (found["base"], found["bonus"], found["deduction"], found["total"]) == ("90", "1", "1.75", "89.25")
    assert found["adjusting"][-1] == "总分 90 + 1 − 1.75 = 89.25"


def test_each_kind_of_adjustment_is_capped_and_the_entry_over_the_cap_counts_for_less():
    found = adjusted(*[{"key": "批评", "points": "-2"}] * 2)
    assert [one["counted"] for one in found["adjustments"]] == ["-2", "-1"]
    assert found["adjusting"][0] == "「通报批评」合计 4，最多 3，计 3"


def test_bonus_and_deduction_are_capped_each_as_a_whole():
    entries = [{"key": "表扬", "points": "9"}, {"key": "批评", "points": "-3"}]
    found = adjusted(*entries, scheme={"bonus_cap": "5", "deduction_cap": "2"})
    assert (found["bonus"], found["deduction"], found["total"]) == ("5", "2", "93")


@pytest.mark.parametrize(("tasks", "deduction"), [(3, "1"), (4, "0.5"), (None, "0.5")])
def test_who_has_few_tasks_loses_twice_as_much(tasks, deduction):
    found = adjusted({"key": "批评"}, {"key": "表扬"}, tasks=tasks, scheme={"doubled_below": 4})
    assert (found["deduction"], found["bonus"]) == (deduction, "1")


def test_doubling_comes_before_the_cap():
    found = adjusted({"key": "批评", "points": "-2"}, tasks=1, scheme={"doubled_below": 4})
    assert found["adjustments"][0] | {"points": "-2", "counted": "-3"} == found["adjustments"][0]


def test_equal_totals_share_a_rank_and_the_next_stays_empty():
    assert ranks(graded("95", "95", "94")) == [1, 1, 3]


def test_what_is_shown_alike_is_ranked_alike_unless_the_scheme_ranks_by_what_is_not_shown():
    assert ranks(graded("94.994", "94.991")) == [1, 1]
    assert ranks(graded("94.994", "94.991", rank_by="exact")) == [1, 2]


def test_half_a_hundredth_is_rounded_up_and_two_modes_differ():
    assert totals(graded("94.995", "94.985")) == ["95", "94.99"]
    assert totals(graded("94.985", rounding="half_even")) == ["94.98"]
    assert totals(graded("94.989", rounding="down")) == ["94.98"]
    assert totals(graded("94.981", rounding="up")) == ["94.99"]


def test_each_class_has_ranks_of_its_own():
    units = [subject("甲", {"1": points("80")}), subject("乙", {"1": points("90")}) | {"class": "部门"}]
    scored = score(document([judged("1", "100")], *units))
    assert [(one["rank"], one["ranked"]) for one in scored["subjects"]] == [(1, 1), (1, 1)]


def test_the_first_grade_needs_the_points_and_the_place():
    assert grades_of(graded("95", "94", "85", "70", "59.99")) == [
        "first",
        "second",
        "second",
        "third",
        "fourth",
    ]


def test_nobody_is_put_lower_to_fill_a_share():
    assert grades_of(graded("89", "88", "87", "86", "85")) == ["second"] * 5


@pytest.mark.parametrize(("units", "firsts"), [(2, 0), (3, 1), (9, 1), (10, 2), (14, 2)])
def test_the_share_is_rounded_down_but_a_class_of_three_has_one(units, firsts):
    found = graded(*(str(100 - at) for at in range(units)), grades=GRADES | {"first_at": "87"})
    assert grades_of(found).count("first") == firsts


def test_a_tie_at_the_line_goes_to_the_approver_with_both_shown():
    scored = graded("95", "94", "94", "80", "70", grades=GRADES | {"first_share": "40"})
    assert grades_of(scored) == ["first", None, None, "second", "third"]
    assert scored["ties"] == [{"class": "乡镇", "rank": 2, "keys": ["1", "2"], "at_the_line": True}]
    assert "与2并列第 2 名，正在线上，由审定人决定" in scored["subjects"][1]["grade_why"]


def test_a_tie_within_the_share_is_no_question():
    scored = graded("95", "95", "80", "80", "70", grades=GRADES | {"first_share": "40"})
    assert grades_of(scored)[:2] == ["first", "first"]
    assert [tie["at_the_line"] for tie in scored["ties"]] == [False, False]


def test_an_outstanding_unit_has_a_larger_share():
    marks = {"甲": "98", "乙": "97", "丙": "96", "丁": "95"}
    units = [subject(name, {"1": points(mark)}, outstanding=name == "乙") for name, mark in marks.items()]
    grades = GRADES | {"first_share": "25", "outstanding_share": "50"}
    assert grades_of(score(document([judged("1", "100")], *units, grades=grades))) == [
        "first",
        "first",
        "second",
        "second",
    ]


def test_a_veto_forbids_the_first_grade_and_is_not_the_last():
    units = [subject(name, {"1": points(mark)}) for name, mark in (("甲", "98"), ("乙", "97"), ("丙", "96"))]
    units[0]["veto"] = "重大安全生产责任事故"
    scored = score(document([judged("1", "100")], *units, grades=GRADES))
    assert grades_of(scored) == ["second", "second", "second"]
    assert scored["subjects"][0]["grade_why"].endswith("一票否决：重大安全生产责任事故，定二等")


def test_a_grade_may_be_capped_lower_and_the_reason_is_told():
    unit = subject("甲", {"1": points("98")}, grade_cap="third", cap_reason="诫勉影响期内")
    scored = score(document([judged("1", "100")], unit, grades=GRADES))
    assert grades_of(scored) == ["third"]
    assert scored["subjects"][0]["grade_why"].endswith("等次不高于三等：诫勉影响期内，定三等")


def test_who_is_listed_apart_is_scored_and_neither_ranked_nor_graded_nor_in_the_way():
    units = [subject("甲", {"1": points("80")}), subject("新", {"1": points("99")}, apart="新设")]
    scored = score(document([judged("1", "100")], *units, grades=GRADES))
    assert (totals(scored), ranks(scored), grades_of(scored)) == (["80", "99"], [1, None], ["second", None])
    assert [one["ranked"] for one in scored["subjects"]] == [1, 1]
