"""Two windows on the same thing, and two clicks on the same button."""

import pytest
from playwright.sync_api import expect

from bureau.matters.models import Entry

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_form_opened_before_a_colleague_acted_keeps_the_words_and_tells_what_happened(county, enter):
    directive = county.directive("reviewing")
    address = f"/directives/{directive.pk}/return/"
    slow, quick = enter(county.officer), enter(county.colleague)
    slow.open(address)
    slow.write("理由", "请补充验收材料。")
    quick.open(address)
    quick.write("理由", "请补充现场照片。")
    quick.press("退回重办")
    quick.is_told("退回重办：请补充现场照片。")
    slow.press("退回重办")
    slow.reads("您打开本页之后，这件事有了变化")
    slow.reads("退回重办：请补充现场照片。")
    slow.holds("理由", "请补充验收材料。")


def test_two_answers_of_one_unit_are_both_kept_and_the_second_is_asked_to_look_again(county, enter):
    directive = county.directive("running")
    address = f"/assignments/{county.part(directive).pk}/reply/"
    liaison, head = enter(county.water_liaison), enter(county.water_head)
    for person, words in ((liaison, "已排查八座。"), (head, "已排查十二座。")):
        person.open(address)
        person.write("内容", words)
    head.press("反馈进展")
    head.is_told("已排查十二座。")
    liaison.press("反馈进展")
    liaison.reads("您打开本页之后，这件事有了变化")
    liaison.holds("内容", "已排查八座。")
    liaison.press("反馈进展")
    liaison.is_told("已排查八座。")


def test_a_double_click_on_the_button_dispatches_once(county, enter):
    directive = county.directive("approved")
    officer = enter(county.officer)
    officer.open(directive.matter.get_absolute_url())
    officer.page.get_by_role("button", name="交办", exact=True).dblclick()
    officer.reads("办理中")
    expect(officer.page.locator(".note-error")).to_have_count(0)
    assert Entry.objects.filter(matter=directive.matter, step="directives.dispatch").count() == 1
