"""Heading levels are recognised in plain text."""

import pytest

from bureau.press.typeset.faces import FANG, HEI, KAI
from bureau.press.typeset.levels import paragraphs


def read(line):
    (paragraph,) = paragraphs(line)
    return paragraph


@pytest.mark.parametrize(
    "line, level, role",
    [
        ("一、总体情况", 1, HEI),
        ("十二、附则", 1, HEI),
        ("（一）主要做法", 2, KAI),
        ("1.压实责任", 3, FANG),
        ("12．压实责任", 3, FANG),
        ("（1）细化清单", 4, FANG),
    ],
)
def test_each_level_has_its_face(line, level, role):
    assert (read(line).level, read(line).runs[0].role, read(line).stands_alone) == (level, role, True)


def test_only_the_first_sentence_of_a_numbered_paragraph_is_its_heading():
    heading, rest = read("（一）压实责任。县发改局建立机制。").runs
    assert (heading.text, heading.role) == ("（一）压实责任。", KAI)
    assert (rest.text, rest.role) == ("县发改局建立机制。", FANG)


@pytest.mark.parametrize("line", ["3.5亿元资金已经拨付", "一是压实责任", "县水利局一、二期工程", "（略）"])
def test_what_only_resembles_a_number_is_plain_text(line):
    assert read(line).level == 0


def test_a_long_sentence_with_a_number_is_not_a_heading():
    assert [run.role for run in read("（一）" + "加快推进项目建设，" * 10 + "确保完成。").runs] == [FANG]


def test_blank_lines_and_indents_are_the_typesetter_s_own():
    assert [p.runs[0].text for p in paragraphs("　　一、情况\r\n\n   正文 \u3000\n")] == ["一、情况", "正文"]


def test_spaces_beside_figures_go_and_spaces_between_names_stay():
    (paragraph,) = paragraphs("办结 6 件，县委 县政府\u200b督查局")
    assert paragraph.runs[0].text == "办结6件，县委 县政府督查局"
