"""来源: how a ledger names the paper that a matter came from."""

import pytest

from directives.models import Source


@pytest.mark.parametrize(
    ("kind", "number", "words"),
    [
        (Source.Kind.EXECUTIVE, "〔2026〕5号", "县人民政府常务会议纪要〔2026〕5号"),
        (Source.Kind.WORK_REPORT, "桃政办发〔2026〕3号", "政府工作报告任务分解 桃政办发〔2026〕3号"),
        (Source.Kind.OTHER, "", "其他来文"),
    ],
)
def test_a_number_with_letters_of_its_own_stands_apart_from_the_kind_of_paper(kind, number, words):
    assert Source(kind=kind, number=number).words == words
