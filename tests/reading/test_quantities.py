"""Numbers as a county writes them, and the one number that a sentence sets to be reached."""

from decimal import Decimal

import pytest

from bureau.org.reading.quantities import Quantity, in_unit, quantity, shown
from bureau.org.reading.targets import target_in

AMOUNTS = {
    "60个": ("60", "个", ""),
    "六十个": ("60", "个", ""),
    "一千〇五户": ("1005", "户", ""),
    "60,000元": ("60000", "元", ""),
    "１２００人": ("1200", "人", ""),
    "2．1万亩": ("2.1", "万亩", ""),
    "五千万元": ("5000", "万元", ""),
    "百分之八十以上": ("80", "%", "least"),
    "≥80%": ("80", "%", "least"),
    "不少于800个": ("800", "个", "least"),
    "控制在5%以内": ("5", "%", "most"),
    "不超过1个工作日": ("1", "个工作日", "most"),
    "60": ("60", "", ""),
}
SET = {
    "年内储备项目不少于60个，12月底前完成": "≥60个",
    "清偿率达到80%以上": "≥80%",
    "漏损率降至12%以内": "≤12%",
    "完成高标准农田2.1万亩": "2.1万亩",
    "新增公办义务教育学位800个": "800个",
    "审批时限压减至1个工作日": "≤1个工作日",
}
NONE_SET = (
    "在11月20日前完成整改",
    "按第3次常务会议的要求办理",
    "报送项目表1份",
    "新建园区2个，新建水厂3座",
    "抓紧办理",
)


@pytest.mark.parametrize("words", AMOUNTS)
def test_an_amount_is_read_as_it_is_written(words):
    value, unit, side = AMOUNTS[words]
    assert quantity(words) == Quantity(Decimal(value), unit, side)


@pytest.mark.parametrize("words", ["", "-5", "若干", "1.2.3万", "1,2", "60个以上80个以下"])
def test_what_is_not_one_amount_is_none(words):
    assert quantity(words) is None


def test_the_same_in_another_unit_is_that_much_of_it():
    assert in_unit(quantity("18000亩"), "万亩") == Decimal("1.8")
    assert in_unit(quantity("1.8万"), "万亩") == Decimal("1.8")
    assert in_unit(quantity("1.8"), "万亩") == Decimal("1.8")
    assert in_unit(quantity("1.8公顷"), "万亩") is None


def test_a_number_is_shown_without_idle_zeros():
    assert [shown(Decimal(one)) for one in ("60", "2.1000", "1E+3", "0.0500")] == [
        "60",
        "2.1",
        "1000",
        "0.05",
    ]


@pytest.mark.parametrize("words", SET)
def test_a_sentence_sets_its_one_number(words):
    found = target_in(words)
    assert found
    assert (found.words, found.clause in words) == (SET[words], True)


@pytest.mark.parametrize("words", NONE_SET)
def test_dates_ordinals_and_two_numbers_set_none(words):
    assert target_in(words) is None
