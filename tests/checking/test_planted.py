"""Two hundred mistakes over forty texts as counties write them: at least nine of ten are found, and the texts without
them are left alone.

`planted.txt`: a text a line; `{right=>wrong}` is a mistake and what stood there before it was planted."""

import re
from datetime import date
from pathlib import Path

import pytest

from reports.checking import Draft, check

PLANT = re.compile(r"\{([^{}=]*)=>([^{}]*)\}")
TEXTS = Path(__file__).with_name("planted.txt").read_text().splitlines()
UNITS = frozenset(
    [
        "县水利局",
        "县财政局",
        "县住建局",
        "县农业农村局",
        "县卫健局",
        "县教育局",
        "县城管执法局",
        "县交通运输局",
        "县应急局",
        "县市场监管局",
        "县民政局",
        "县自然资源局",
        "县发改局",
        "县文旅局",
        "县生态环境局",
        "县人社局",
        "县退役军人局",
        "县委组织部",
        "县委编办",
        "县供电公司",
        "县消防救援大队",
        "县防汛抗旱指挥部",
        "县纪委监委",
    ]
)


def found(body: str) -> list:
    return check(Draft("关于有关工作情况的通报", body, date(2026, 12, 10), longest=5000, units=UNITS))


def right(text: str) -> str:
    return PLANT.sub(r"\1", text)


def planted(text: str) -> list[str]:
    """The text with one of its mistakes at a time."""
    return [right(text[: one.start()]) + one[2] + right(text[one.end() :]) for one in PLANT.finditer(text)]


def known(body: str) -> set[tuple[str, str]]:
    return {(one.quote, one.sentence) for one in found(body)}


def missed() -> list[str]:
    return [
        f"{one[1]} → {one[2]}"
        for text in TEXTS
        for one, body in zip(PLANT.finditer(text), planted(text), strict=True)
        if not known(body) - known(right(text))
    ]


def test_there_are_two_hundred_mistakes_in_forty_texts():
    assert (len(TEXTS), sum(len(planted(text)) for text in TEXTS)) == (40, 200)


def test_nine_of_ten_mistakes_are_found():
    assert len(missed()) <= 20, missed()


def test_at_most_one_false_alarm_in_two_thousand_characters():
    alarms = [one for text in TEXTS for one in found(right(text))]
    assert len(alarms) <= 0.5 * sum(len(right(text)) for text in TEXTS) / 1000, alarms


@pytest.mark.parametrize(
    "wrong, mended",
    [
        ("收到反溃三件，均已办结。", "反馈"),
        ("下达资金1,2345万元。", "12,345"),
        ("会议于2026.3.5召开。", "2026年3月5日"),
        ("扎实得推进各项工作。", "扎实地推进"),
        ("现有二个项目没有开工。", "两个项目"),
    ],
)
def test_what_is_certain_is_mended_by_the_words_that_belong_there(wrong, mended):
    assert any(one.instead and mended.startswith(one.instead[:2]) for one in found(wrong))
