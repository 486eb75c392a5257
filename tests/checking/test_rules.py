"""Each rule: what is wrong is found, with what to do; what is right is left alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.checking import Draft, check

FIGURES = {
    "总数": 22,
    "已办结": 6,
    "已办结占比": 27,
    "正在办理": 16,
    "正在办理占比": 73,
    "逾期未办结": 4,
    "按期办结率": 60,
}
UNITS = frozenset({"县水利局", "县农业农村局", "县城市管理和综合执法局"})


def found(body: str, title: str = "关于办理情况的通报", inserts=()) -> list[str]:
    draft = Draft(title, body, date(2026, 11, 26), longest=200, figures=FIGURES, units=UNITS, inserts=inserts)
    return [f"{finding.quote}|{finding.sentence}" for finding in check(draft)]


WRONG = [
    ("会议于2026.3.5召开。", "2026年3月5日"),
    ("会议于2026-03-05召开。", "2026年3月5日"),
    ("会议于2026年03月5日召开。", "不加“0”"),
    ("会议于26年3月召开。", "写全四位"),
    ("会议于二〇二六年召开。", "用阿拉伯数字"),
    ("会议于2026年2月30日召开。", "没有这一天"),
    ("近日召开会议。", "写明几月几日"),
    ("见桃督[2026]5号。", "〔2026〕5号"),
    ("见桃督（2026）第05号。", "〔2026〕5号"),
    ("见桃督〔2026〕第5号。", "不加“第”"),
    ("见桃督〔2026〕05号。", "不编虚位"),
    ("一.总体情况", "用顿号"),
    ("（一）、总体情况", "不加标点"),
    ("1、总体情况", "用点"),
    ("(一)总体情况", "全角括号"),
    ("①总体情况", "“一、”"),
    ("一、甲\n三、丙", "应是第2个"),
    ("一、甲\n一、乙", "从头数起"),
    ("1.甲", "越级"),
    ("办结6项,正在办理", "全角标点"),
    ('称"好"。', "“”"),
    ("完成。。", "重复"),
    ("督 查情况", "不留空格"),
    ("我们的的工作", "重复的字"),
    ("（未完", "不成对"),
    ("未完）", "不成对"),
    ("“甲‘乙”丙’。", "不成对"),
    ("很" * 160 + "。", "请断开"),
    ("县水力局没有报送。", "是否指“县水利局”"),
    ("纳入督查的事项共21项。", "台账里的总数是22"),
    ("已办结7项，占27%。", "台账里的已办结是6"),
    ("已办结6项，占30%。", "台账里的已办结占比是27%"),
    ("按期办结率为61%。", "台账里的按期办结率是60%"),
    ("【请写明原因】", "还没有写"),
    ("【表1】", "照字面印出来"),
    ("字" * 201, "超过200字"),
]
RIGHT = [
    "会议于2026年3月5日召开，见桃督〔2026〕5号。",
    "一、甲\n（一）子\n1.丑\n（1）寅\n（二）卯\n二、乙",
    "已办结6项，占27%；正在办理16项，占73%；逾期未办结4项。",
    "按期办结5项，按期办结率60%。",
    "县水利局、县农业农村局没有按期办结，县城市管理和综合执法局局长作了说明。",
    "他说：“要‘一件一件’办。”——见《纪要》……",
    "完成投资3.5亿元，同比增长12.4%，每千人6.8张。",
]


@pytest.mark.parametrize("body, sentence", WRONG)
def test_what_is_wrong_is_found_with_what_to_do(body, sentence):
    assert any(sentence in one for one in found(body)), found(body)


@pytest.mark.parametrize("body", RIGHT)
def test_what_is_right_is_left_alone(body):
    assert found(body) == []


def test_a_title_ends_with_its_kind_and_without_a_mark():
    assert "标题末尾不用标点" in found("甲。", title="关于情况的通报。")[0]
    assert "应是文种" in found("甲。", title="关于抓好落实")[0]


def test_an_insert_that_stands_nowhere_or_twice_is_named():
    assert "不会印出来" in found("甲。", inserts=("【表1】",))[0]
    assert "不止一次" in found("【表1】\n甲。\n【表1】", inserts=("【表1】",))[0]
    assert found("【表1】", inserts=("【表1】",)) == []


def test_findings_come_in_the_order_of_the_text():
    assert [one.split("|")[0] for one in found("近日召开。\n会议于2026.3.5召开。")] == ["近日", "2026.3.5"]


@given(st.text(max_size=300), st.text(max_size=60))
def test_no_text_breaks_the_checker(body, title):
    assert isinstance(found(body, title), list)
