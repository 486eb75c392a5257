"""Tables that counties published, typed into the pages as a scheme and its values, give those counties' own numbers (rooms §18.3)."""

import pytest

from appraisal.lines import seen_line
from tests.appraisal.entering import totals, typed_out
from tests.appraisal.playing import part_of
from tests.appraisal.scoring.documents import leaf, subject
from tests.appraisal.scoring.test_published import INVITING, PARTS, QUALITY, invited, per_percent, quality

pytestmark = pytest.mark.django_db


def test_a3_inviting_capital_2024_is_typed_indicator_by_indicator(county, enter):
    towns = [
        invited("甲镇", "0.96", "1.20", "28", "177.7", ("7", "4", "1"), (0, 1, 1), (1, 0)),
        invited("乙镇", "0.90", "1.20", "29", "141.94", ("9", "4", "1"), (0, 2, 1), (1, 0)),
    ]
    period = typed_out(county, enter, INVITING, towns, "3")
    assert totals(period) == {"甲镇": "2.78", "乙镇": "2.95"}
    first = next(part for part in period.appraised.all() if part.unit.short == "甲镇")
    rows = seen_line(part_of(period, first.unit), above=True).line.rows
    assert [f"{row.score.normalize():f}" for row in rows] == ["0.48", "0.6", "0.5", "0.5", "0.3", "0.4"]


def test_a4_each_adopted_item_of_huolinguole_is_worth_five(county, enter):
    rule = {"kind": "count", "events": [{"key": "采用", "name": "采用", "points": "5"}]}
    adopted = {"达来胡硕苏木": 1, "沙尔呼热": 3, "莫斯台": 1, "宝日呼吉尔": 2, "珠斯花": 5}
    units = [subject(name, {"1": {"counts": {"采用": count}}}) for name, count in adopted.items()]
    period = typed_out(county, enter, [leaf("1", "100", rule)], units, "100")
    assert totals(period) == {
        "达来胡硕苏木": "5",
        "沙尔呼热": "15",
        "莫斯台": "5",
        "宝日呼吉尔": "10",
        "珠斯花": "25",
    }


def test_a5_satisfaction_and_what_was_done_in_time_in_lianyungang(county, enter):
    satisfied = leaf("1", "25", {"kind": "reach", "points": "0.5", "step": "proportional", "floor": "12.5"})
    in_time = leaf("2", "20", {"kind": "reach", "target": "95", "points": "1", "step": "proportional"})
    cases = {
        "甲镇": ("95", "70.59", "80", "17.8"),  # 12.8 + 5
        "乙镇": ("95", "66.67", "66.67", "12.5"),
        "丙镇": ("98", "75", "80", "18.5"),
        "丁镇": ("98", "71.43", "66.67", "12.5"),
    }
    units = [
        subject(name, {"1": {"value": reached, "target": target}, "2": {"value": done}})
        for name, (target, reached, done, _total) in cases.items()
    ]
    period = typed_out(county, enter, [satisfied, in_time], units, "45")
    assert totals(period) == {name: case[-1] for name, case in cases.items()}


RATED = [
    (
        {"kind": "less", "target": "42.95", "points": "0.5", "unit": "岁", "step": "whole"},
        "2",
        {"value": "34.6"},
    ),
    (per_percent("20"), "1", {"value": "38.46"}),
    (per_percent("80"), "1", {"value": "100"}),
    (per_percent("20"), "1", {"value": "29.1"}),
    (per_percent("50"), "1", {"value": "50"}),
    (per_percent("67.66"), "2.5", {"value": "90.47"}),
    (per_percent("90.47"), "2", {"value": "86.95"}),
    (
        {"kind": "deduct", "events": [{"key": "机构", "name": "不到平均一半的内设机构", "points": "0.5"}]},
        "1.5",
        {"counts": {"机构": 0}},
    ),
]


def test_a6_an_office_of_establishment_rates_a_department(county, enter):
    items = [leaf(f"{at}", full, rule) for at, (rule, full, _given) in enumerate(RATED, 1)]
    rated = subject("甲局", {f"{at}": given for at, (_rule, _full, given) in enumerate(RATED, 1)})
    period = typed_out(county, enter, items, [rated], "12")
    assert totals(period) == {"甲局": "11.85"}  # all full but 1.85 of 2


def test_a6_a_department_without_specialists_has_the_mean_of_those_with_them(county, enter):
    item = leaf("1", "2", per_percent("80", "0.02"), not_applicable="average")
    units = [
        subject("甲局", {"1": {"value": "70"}}),
        subject("乙局", {"1": {"value": "63"}}),
        subject("丙局", {"1": {"status": "not_applicable"}}),
    ]
    assert totals(typed_out(county, enter, [item], units, "2")) == {
        "甲局": "1.8",
        "乙局": "1.66",
        "丙局": "1.73",
    }


def test_a7_the_parts_as_they_were_printed_add_up(county, enter):
    counties = [quality(name, parts) for name, (parts, _total) in PARTS.items()]
    period = typed_out(county, enter, QUALITY, counties, "30")
    assert totals(period) == {name: total for name, (_parts, total) in PARTS.items()}
