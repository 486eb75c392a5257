"""What is wrong with a document is told all at once, each fault with its place, in words."""

import json

import pytest

from appraisal.scoring import RULES, Refused, check_inputs, check_rule, inputs_of, rule_in_words, score
from appraisal.scoring.loading import parse
from tests.appraisal.scoring.documents import branch, document, faults, judged, leaf, points, subject, totals

RATIO = {"kind": "ratio", "target": "5"}


def refused(text: str) -> str:
    with pytest.raises(Refused) as found:
        parse(text)
    return str(found.value)


def test_every_fault_is_told_with_its_place():
    items = [
        leaf("1", "50", {"kind": "ratio", "target": "0"}),
        leaf("2", "x", RATIO),
        {"key": "3", "name": "丙", "full": "1"},
    ]
    assert faults(document(items, {"key": "甲"}, places="1.5")) == [
        "方案：places（总分小数位）应为整数，现为 「1.5」",
        "方案·指标 1·规则 ratio：target（目标值）应大于 0",
        "方案·指标 2：full（分值）应为数字，现为 「x」",
        "方案·指标 3：应有规则（rule）或者下级指标（items），且只有其一",
        "对象 甲：缺少 name（名称）",
        "对象 甲：缺少 values（数据）",
    ]


def test_values_are_told_by_subject_and_indicator():
    units = [
        subject("甲", {"1": {"value": "多"}, "9": {"value": 1}}),
        subject("乙", {"1": {"status": "来了"}}, adjustments=[{"key": "无"}]),
    ]
    assert faults(document([leaf("1", "100", RATIO)], *units)) == [
        "对象 甲：数据里的「9」不是本对象的计分指标",
        "对象 甲·指标 1：value（完成值）应为数字，现为 「多」",
        "对象 乙·指标 1：status 应为 given、late、not_applicable、missing 之一，现为 「来了」",
        "对象 乙：方案里没有加减分项「无」",
    ]


def test_weights_are_refused_at_the_level_where_they_do_not_add_up():
    items = [branch("1", "60", judged("1.1", "40"), judged("1.2", "30")), judged("2", "40")]
    assert faults(document(items)) == ["方案·指标 1：各项分值之和应为 60（本项分值），现为 40 + 30 = 70"]


def test_weights_are_refused_for_the_subject_whose_own_indicators_do_not_add_up():
    own = [leaf("2", "50", RATIO, only=["甲"]), leaf("3", "40", RATIO, only=["乙"])]
    units = [subject("甲", {}), subject("乙", {})]
    assert faults(document([judged("1", "50"), *own], *units)) == [
        "方案：对「乙」，各项分值之和应为 100（方案满分），现为 50 + 40 = 90"
    ]


def test_a_branch_counts_what_its_base_says_and_its_items_add_up_to_that():
    items = [branch("1", "40", judged("1.1", "60"), judged("1.2", "40"), base="100"), judged("2", "60")]
    assert faults(document(items, subject("甲", {}))) == []


def test_percents_that_do_not_add_up_are_refused():
    items = [leaf("1", "100", RATIO, weight="60"), leaf("2", "100", RATIO, weight="50")]
    assert faults(document(items)) == ["方案：各项分值之和应为 100（方案满分），现为 60 + 50 = 110"]


def test_a_rule_that_gives_more_than_the_full_mark_is_refused_with_its_place():
    table = {"kind": "ranks", "points": ["12", "9"]}
    assert faults(document([leaf("1", "10", table)], full="10")) == [
        "方案·指标 1·规则 ranks：第一名得分 12 超过满分 10"
    ]
    assert (check_rule(table, 10), check_rule(table)) == (["第一名得分 12 超过满分 10"], [])


def test_nobody_judges_more_than_the_full_mark():
    raw = document([judged("1", "100")], subject("甲", {"1": points("100.1")}))
    assert faults(raw) == ["对象 甲·指标 1：评定得分 100.1 超过满分 100"]
    assert check_inputs({"kind": "judged"}, points("11"), 10) == ["评定得分 11 超过满分 10"]


@pytest.mark.parametrize(
    ("rule", "given", "words"),
    [
        ({"kind": "ratio"}, {"value": 1}, "没有目标值：方案和本单位的数据里都没有写 target"),
        ({"kind": "ratio"}, {"value": 1, "target": 0}, "目标值应大于 0，现为 0"),
        ({"kind": "lo_hi", "low": 5}, {"value": 3}, "下限 5 应小于上限 3"),
        (
            {"kind": "formula", "expression": "1 ÷ 数", "names": [{"key": "数"}]},
            {"values": {"数": 0}},
            "公式里的除数「数」是 0",
        ),
    ],
)
def test_what_cannot_be_reckoned_is_told_by_subject_and_indicator(rule, given, words):
    assert faults(document([leaf("1", "100", rule)], subject("甲", {"1": given}))) == [
        f"对象 甲·指标 1：{words}"
    ]


def test_a_share_of_less_than_nought_is_refused_and_a_share_of_nought_is_nought():
    units = [subject("甲", {"1": {"value": -1}}), subject("乙", {"1": {"value": -2}})]
    assert faults(document([leaf("1", "100", {"kind": "best"})], *units)) == [
        "对象 乙·指标 1：按比例计分，分母应大于 0，现为 -1"
    ]
    nobody = [subject("甲", {"1": {"value": 0}}), subject("乙", {"1": {"value": 0}})]
    assert totals(score(document([leaf("1", "100", {"kind": "best"})], *nobody))) == ["0", "0"]
    assert totals(score(document([leaf("1", "100", {"kind": "best", "better": "less"})], *nobody))) == [
        "100",
        "100",
    ]


def test_who_is_listed_apart_and_better_than_the_best_has_the_full_mark_and_no_more():
    units = [subject("甲", {"1": {"value": 4}}), subject("新", {"1": {"value": 9}}, apart="新设")]
    assert totals(score(document([leaf("1", "100", {"kind": "best"})], *units))) == ["100", "100"]


def test_a_float_is_refused_even_where_it_would_do():
    assert faults(document([leaf("1", "100", RATIO)], subject("甲", {"1": {"value": 0.5}})))[0].startswith(
        "对象 甲·指标 1：value（完成值）不接受浮点数 0.5"
    )


@pytest.mark.parametrize(
    "raw", [None, [], "", 3, {}, {"format": 2}, {"format": True, "scheme": [], "subjects": {}}]
)
def test_what_is_no_document_is_refused_in_words(raw):
    assert faults(raw)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "１２x",
        "1e5",
        "0x10",
        "--1",
        "NaN",
        "1" * 16,
        "1." + "1" * 16,
        None,
        True,
        [],
        {},
        "1" * 9000,
        10**400,
    ],
)
def test_what_is_no_number_is_refused_in_short_words(value):
    found = faults(document([leaf("1", "100", RATIO)], subject("甲", {"1": {"value": value}})))
    assert len(found) == 1
    assert len(found[0]) < 100


def test_the_same_key_twice_is_refused():
    items = [judged("1", "50"), branch("2", "50", judged("1", "50"))]
    assert faults(document(items, subject("甲", {}), subject("甲", {}))) == [
        "方案：代号 1 重复",
        "对象：代号 甲 重复",
    ]


def test_an_indicator_of_who_is_not_appraised_is_nobodys_and_a_misspelt_one_is_missed_in_the_sum():
    own = [leaf("2", "50", RATIO, only=["甲"]), leaf("3", "50", RATIO, only=["已撤并"])]
    items = [judged("1", "50"), *own]
    assert faults(document(items, subject("甲", {}))) == []
    assert faults(document(items, subject("乙", {}))) == [
        "方案：对「乙」，各项分值之和应为 100（方案满分），现为 50"
    ]


def test_a_bonus_entered_as_a_deduction_is_refused():
    raw = document(
        [judged("1", "100")],
        subject("甲", {}, adjustments=[{"key": "表扬", "points": "-1"}]),
        adjustments=[{"key": "表扬", "name": "表扬", "points": "1"}],
    )
    assert faults(raw) == ["对象 甲·加减分 表扬：「表扬」是加分项，分值 -1 的正负号不对"]


def test_a_tree_without_end_is_refused():
    deep = judged("x", "1")
    for at in range(2000):
        deep = branch(str(at), "1", deep)
    assert any("套得太深" in fault for fault in faults(document([deep], full="1")))
    assert refused("[" * 100_000) == "文件套得太深"


def test_a_name_that_stands_twice_is_told_instead_of_lost():
    assert refused('{"values": {"1": 1, "1": 2}}') == "同一处写了两个「1」"


@pytest.mark.parametrize("text", ["", "{", "NaN", '{"a": Infinity}', "1" * 5000])
def test_what_is_not_json_is_told_in_words(text):
    assert refused(text)


def test_numbers_of_a_file_are_read_digit_for_digit():
    raw = document([leaf("1", "0.3", RATIO)], subject("甲", {"1": {"value": "@"}}), full="0.3")
    text = json.dumps(raw).replace('"@"', "0.10000000000000000555")
    with pytest.raises(Refused, match="小数最多 15 位"):
        score(parse(text))
    text = json.dumps(raw).replace('"@"', "0.1").replace('"0.3"', "0.3").replace('"5"', "0.3")
    assert score(parse(text))["subjects"][0]["total"] == "0.1"


def test_the_interface_tells_of_a_wrong_rule_and_asks_nothing_for_it():
    assert check_rule({"kind": "x"})[0].startswith("不认识规则 「x」")
    assert check_rule([]) == ["规则应为一组名称和值，现为 一组值"]
    assert inputs_of({}) == ()
    assert [one.name for one in inputs_of(RATIO)] == ["value", "target"]
    assert check_inputs(RATIO, {}) == ["缺少 value（完成值）"]
    assert rule_in_words(RATIO) == "按完成比例计分，最高得满分"
    with pytest.raises(Refused):
        rule_in_words({"kind": "x"})


@pytest.mark.parametrize("kind", RULES)
def test_a_rule_of_each_kind_without_anything_or_with_rubbish_is_words_and_never_breaks(kind):
    for rubbish in (
        {},
        {"target": [], "bands": "x", "parts": [3], "points": {}},
        {"events": {}, "level": {"kind": kind}},
    ):
        assert all(isinstance(sentence, str) for sentence in check_rule({"kind": kind, **rubbish}, 10))
        assert isinstance(check_inputs({"kind": kind, **rubbish}, rubbish), list)
