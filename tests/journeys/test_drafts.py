"""What is typed is not lost when the page is left."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WORDS = "已排查十二座，另有三座待复核。"


@pytest.fixture
def form(county) -> str:
    return f"/assignments/{county.part(county.directive('running')).pk}/reply/"


def keep(person) -> None:
    """The page keeps it by itself a moment after the last letter; without scripts there is 暂存."""
    if person.scripts:
        with person.page.expect_response(lambda answer: answer.status == 204):
            person.type(" ")
        return
    person.press("暂存")
    person.is_told("已暂存")


def test_an_answer_half_written_is_there_when_the_form_is_opened_again(county, enter, form):
    liaison = enter(county.water_liaison)
    liaison.open(form)
    liaison.write("内容", WORDS)
    keep(liaison)
    liaison.open("/")
    liaison.open(form)
    liaison.reads("没有提交的内容")
    liaison.holds("内容", WORDS)
    liaison.press("反馈进展")
    liaison.is_told(WORDS)
    liaison.open(form)
    liaison.holds("内容", "")


def test_nobody_else_of_the_unit_reads_the_draft(county, enter, form):
    liaison, head = enter(county.water_liaison), enter(county.water_head)
    liaison.open(form)
    liaison.write("内容", WORDS)
    keep(liaison)
    head.open(form)
    head.holds("内容", "")
