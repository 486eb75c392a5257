"""Tables that counties published, digit for digit from their inputs (rooms §18.3)."""

import pytest

from appraisal.scoring import score
from tests.appraisal.scoring.documents import (
    document,
    exact,
    judged,
    leaf,
    of_one,
    points,
    ranks,
    subject,
    totals,
)

MATOU = [
    "95.5",
    "95",
    "94.5",
    "94",
    "93",
    "92",
    "91",
    "90.5",
    "90.5",
    "90",
    "90",
    "89",
    "88.5",
    "88",
    "87.5",
    "87.5",
    "87.5",
    "87",
    "87",
    "87",
    "86",
    "85",
    "84.5",
    "84",
]
WUXUE = {
    "大法寺": "90.99",
    "余川": "85.1",
    "田镇": "84.56",
    "万丈湖": "80.88",
    "武穴": "77.15",
    "石佛寺": "76.37",
    "刊江": "76.19",
    "花桥": "75.91",
    "大金": "70.34",
    "四望": "68.67",
    "梅川": "68.56",
    "龙坪": "64.22",
}


def test_a1_the_villages_of_matou_share_places_and_the_next_stay_empty():
    villages = [subject(f"村{at}", {"1": points(mark)}) for at, mark in enumerate(MATOU)]
    scored = score(document([judged("1", "100")], *villages))
    assert totals(scored) == MATOU
    assert ranks(scored) == [
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        8,
        10,
        10,
        12,
        13,
        14,
        15,
        15,
        15,
        18,
        18,
        18,
        21,
        22,
        23,
        24,
    ]
    assert [(tie["rank"], len(tie["keys"])) for tie in scored["ties"]] == [(8, 2), (10, 2), (15, 3), (18, 3)]


def test_a2_the_towns_of_wuxue_stand_in_this_order_however_they_are_listed():
    towns = [subject(name, {"1": points(mark)}) for name, mark in reversed(WUXUE.items())]
    scored = score(document([judged("1", "100")], *towns))
    assert {one["key"]: one["rank"] for one in scored["subjects"]} == {
        name: at for at, name in enumerate(WUXUE, 1)
    }


def invited(key: str, province: str, foreign: str, signed: str, sums: str, built, helped, broken):
    small, middle, large = built
    return subject(
        key,
        {
            "1": {"value": province},
            "2": {"value": foreign},
            "3": {"values": {"个数": signed, "金额": sums}},
            "4": {"values": {"小": small, "中": middle, "大": large}},
            "5": {"counts": dict(zip(("奖补", "重点企业", "签约"), helped, strict=True))},
            "6": {"counts": dict(zip(("超时未开工", "弄虚作假"), broken, strict=True))},
        },
    )


INVITING = [
    leaf("1", "0.5", {"kind": "ratio", "target": "1"}),
    leaf("2", "0.5", {"kind": "ratio", "target": "1", "cap": "120"}),
    leaf(
        "3",
        "0.5",
        {
            "kind": "mixed",
            "parts": [
                {"key": "个数", "name": "签约个数", "weight": "50", "target": "27"},
                {"key": "金额", "name": "签约金额", "weight": "50", "target": "54"},
            ],
        },
    ),
    leaf(
        "4",
        "0.5",
        {
            "kind": "formula",
            "expression": "满分 − 0.1 × (取大(7 − 小, 0) + 取大(4 − 中, 0) + 取大(1 − 大, 0))",
            "names": [{"key": "小"}, {"key": "中"}, {"key": "大"}],
        },
    ),
    leaf(
        "5",
        "0.5",
        {
            "kind": "count",
            "events": [
                {"key": "奖补", "name": "奖补", "points": "0.2"},
                {"key": "重点企业", "name": "重点企业", "points": "0.2"},
                {"key": "签约", "name": "签约", "points": "0.1"},
            ],
        },
    ),
    leaf(
        "6",
        "0.5",
        {
            "kind": "deduct",
            "events": [
                {"key": "超时未开工", "name": "超时未开工", "points": "0.1"},
                {"key": "弄虚作假", "name": "弄虚作假", "points": "0.2"},
            ],
        },
    ),
]


def test_a3_inviting_capital_2024_indicator_by_indicator():
    scored = score(
        document(
            INVITING,
            invited("甲", "0.96", "1.20", "28", "177.7", ("7", "4", "1"), (0, 1, 1), (1, 0)),
            invited("乙", "0.90", "1.20", "29", "141.94", ("9", "4", "1"), (0, 2, 1), (1, 0)),
            full="3",
        )
    )
    assert [[item["score"] for item in one["items"]] for one in scored["subjects"]] == [
        ["0.48", "0.6", "0.5", "0.5", "0.3", "0.4"],
        ["0.45", "0.6", "0.5", "0.5", "0.5", "0.4"],
    ]
    assert totals(scored) == ["2.78", "2.95"]


def test_a3_without_the_cap_the_signed_projects_would_be_worth_more():
    uncapped = INVITING[2]["rule"] | {"cap": "1000"}
    lines = of_one(
        uncapped,
        "0.5",
        {"values": {"个数": "28", "金额": "177.7"}},
        {"values": {"个数": "29", "金额": "141.94"}},
    )
    assert [line["exact"][:6] for line in lines] == ["1.0819", "0.9256"]


def test_a4_each_adopted_item_of_huolinguole_is_worth_five():
    rule = {"kind": "count", "events": [{"key": "采用", "name": "采用", "points": 5}]}
    assert exact(rule, "100", *({"counts": {"采用": count}} for count in (1, 3, 1, 2, 5))) == [
        "5",
        "15",
        "5",
        "10",
        "25",
    ]


@pytest.mark.parametrize(
    ("target", "reached", "published"),
    [
        ("95", "70.59", "12.8"),
        ("95", "66.67", "12.5"),
        ("95", "50", "12.5"),
        ("98", "75", "13.5"),
        ("98", "71.43", "12.5"),
        ("98", "50", "12.5"),
    ],
)
def test_a5_satisfaction_in_lianyungang(target, reached, published):
    rule = {"kind": "reach", "points": "0.5", "step": "proportional", "floor": "12.5"}
    satisfied = subject("甲", {"1": {"value": reached, "target": target}})
    assert totals(score(document([leaf("1", "25", rule)], satisfied, full="25", places=1))) == [published]


@pytest.mark.parametrize(("reached", "published"), [("80", "5"), ("66.67", "0")])
def test_a5_what_was_done_in_time_in_lianyungang(reached, published):
    rule = {"kind": "reach", "target": "95", "points": "1", "step": "proportional"}
    assert exact(rule, "20", {"value": reached}) == [published]


def per_percent(target: str, points: str = "0.05") -> dict:
    return {"kind": "reach", "target": target, "points": points, "step": "whole", "unit": "个百分点"}


@pytest.mark.parametrize(
    ("rule", "full", "given", "published"),
    [
        (
            {"kind": "less", "target": "42.95", "points": "0.5", "unit": "岁", "step": "whole"},
            "2",
            {"value": "34.6"},
            "2",
        ),
        (per_percent("20"), "1", {"value": "38.46"}, "1"),
        (per_percent("80"), "1", {"value": "100"}, "1"),
        (per_percent("20"), "1", {"value": "29.1"}, "1"),
        (per_percent("50"), "1", {"value": "50"}, "1"),
        (per_percent("67.66"), "2.5", {"value": "90.47"}, "2.5"),
        (per_percent("90.47"), "2", {"value": "86.95"}, "1.85"),
        (
            {
                "kind": "deduct",
                "events": [{"key": "机构", "name": "不到平均一半的内设机构", "points": "0.5"}],
            },
            "1.5",
            {"counts": {"机构": 0}},
            "1.5",
        ),
    ],
)
def test_a6_an_office_of_establishment_rates_a_department(rule, full, given, published):
    assert exact(rule, full, given) == [published]


def test_a6_a_department_without_specialists_has_the_mean_of_those_with_them():
    rule = per_percent("80", "0.02")
    lines = of_one(
        rule,
        "2",
        {"value": "70"},
        {"value": "63"},
        {"status": "not_applicable"},
        not_applicable="average",
    )
    assert [line["exact"] for line in lines] == ["1.8", "1.66", "1.73"]
    assert lines[2]["steps"] == ["不适用，取本类 2 个对象的平均分：3.46 ÷ 2 = 1.73"]


PARTS = {
    "东海": (("9.48", "9.99", "4.98", "5.00"), "29.45"),
    "灌云": (("9.69", "9.99", "4.99", "5.00"), "29.67"),
    "灌南": (("9.50", "9.93", "5.00", "5.00"), "29.43"),
    "赣榆": (("9.42", "9.96", "4.99", "5.00"), "29.37"),
}
QUALITY = [judged(str(at), full) for at, full in enumerate(("10", "10", "5", "5"))]


def quality(name: str, parts) -> dict:
    return subject(name, {str(at): points(part) for at, part in enumerate(parts)})


def test_a7_the_parts_as_they_were_printed_add_up():
    counties = [quality(name, parts) for name, (parts, _) in PARTS.items()]
    assert totals(score(document(QUALITY, *counties, full="30"))) == [total for _, total in PARTS.values()]


def test_a7_the_published_total_differs_by_what_was_rounded_off_before_it_was_printed():
    county = quality("灌云", ("9.694", "9.994", "4.994", "5.00"))
    assert totals(score(document(QUALITY, county, full="30"))) == ["29.68"]
    rounded = score(document(QUALITY, county, full="30", sum="rounded"))
    assert [item["score"] for item in rounded["subjects"][0]["items"]] == ["9.69", "9.99", "4.99", "5"]
    assert rounded["subjects"][0]["items"][0]["steps"][-1] == "9.694 保留 2 位小数，计 9.69"
    assert totals(rounded) == ["29.67"]
