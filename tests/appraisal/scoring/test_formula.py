"""A formula is arithmetic of named values and nothing else."""

import pytest

from appraisal.scoring import check_inputs, check_rule
from tests.appraisal.scoring.documents import exact, of_one


def formula(expression: str, *names: str, **more) -> dict:
    return {"kind": "formula", "expression": expression, "names": [{"key": name} for name in names], **more}


@pytest.mark.parametrize(
    ("expression", "points"),
    [
        ("1 + 2 × 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("（1＋2）÷4", "0.75"),
        ("0.1 + 0.2", "0.3"),
        ("-(-2)", "2"),
        ("min(9, 取小(8, 7))", "7"),
        ("取大（1，2）", "2"),
        ("四舍五入(2.345, 2)", "2.35"),
        ("round(2.5)", "3"),
        ("满分 ÷ 3", "3.333333333333333"),
        ("1 ÷ 3 × 3", "1"),
        ("满分\n  − 1", "9"),
    ],
)
def test_arithmetic_is_decimal_and_signs_of_any_width_are_read(expression, points):
    assert exact(formula(expression), "10", {"values": {}}) == [points]


def test_the_steps_show_the_formula_and_then_the_numbers():
    rule = formula("取小(完成 / 目标, 1.2) * 满分", "完成", "目标", cap="12")
    line = of_one(rule, "10", {"values": {"完成": "-7", "目标": "8"}})[0]
    assert line["rule"] == "按公式计分：取小(完成 ÷ 目标, 1.2) × 满分，最高12分"
    assert line["steps"] == [
        "取小(完成 ÷ 目标, 1.2) × 满分",
        "取小((-7) ÷ 8, 1.2) × 10 = -8.75",
        "不低于 0 分，计 0",
    ]


@pytest.mark.parametrize(
    "expression",
    [
        "__import__('os')",
        "(1).__class__",
        "a.b",
        "a[0]",
        "[1, 2]",
        "lambda: 1",
        "2 ** 9",
        "7 // 2",
        "7 % 2",
        "1 if 1 else 2",
        "1 < 2",
        "'x'",
        "True",
        "1e9",
        "0x10",
        "1_000",
        "1j",
        "abs(1)",
        "min()",
        "min(*a)",
        "min(1, key=2)",
        "round(1, 9)",
        "round(1, a)",
        "a := 1",
        "1 +",
        "1 # 2",
        "1; 2",
        "",
        "\0",
        "a" * 301,
        "(" * 150 + "1" + ")" * 149,
        "+".join(["1"] * 120),
        "1" * 16,
    ],
)
def test_nothing_but_arithmetic_is_read(expression):
    assert check_rule(formula(expression)), expression


def test_names_are_those_that_are_declared_and_each_is_used():
    assert check_rule(formula("甲 + 乙", "甲", "丙")) == [
        "规则 formula：公式里的「乙」不在变量里",
        "规则 formula：变量「丙」没有用在公式里",
    ]
    assert check_rule(formula("满分", "满分")) == ["规则 formula：变量不能叫「满分」，公式里它另有意思"]
    assert check_inputs(formula("甲", "甲"), {"values": {"乙": 1}}) == [
        "缺少「甲」的值",
        "没有变量「乙」，只有：甲",
    ]


def test_a_result_beyond_all_measure_is_a_sentence():
    rule = formula(" * ".join(["甲"] * 20), "甲")
    with pytest.raises(ValueError, match="对象 单位1·指标 1：这些数算不出得分"):
        exact(rule, "10", {"values": {"甲": "999999999999999"}})
