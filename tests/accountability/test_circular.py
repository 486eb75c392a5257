"""通报批评: a bulletin to all that names units and posts, and only what was decided and served."""

import pytest
from django.urls import reverse

from accountability.telling import circular, withholds
from bureau.org.names import is_named
from reports import actions as bulletins
from reports.models import Bulletin
from tests.accountability.playing import DEPUTY_NAME, play, receipt
from tests.complaints.playing import barred

pytestmark = pytest.mark.django_db


def begun(it, browser):
    url = reverse("reports:new_circular") + f"?matter={it.record.pk}"
    page = browser.get(url)
    if page.status_code != 200:
        return page
    given = {"series": "notice", "plate": "accountability", **page.context["hidden"]}
    return browser.post(url, given)


def test_there_is_nothing_to_make_known_before_the_decision_was_served(county, enter):
    it = play(county, "decided")
    assert circular(county.director, it.record.matter) is None
    assert begun(it, enter(county.director)).status_code == 404
    receipt(it, "unit", "decision")
    told = circular(county.director, it.record.matter)
    assert county.water.short in told.body
    assert "分管副局长" not in told.body  # admonished, and not made known


def test_it_is_begun_in_one_click_and_may_be_issued(county, enter):
    it = play(county, "decided")
    receipt(it, "unit", "decision")
    browser = enter(county.director)
    url = reverse("reports:new_circular") + f"?matter={it.record.pk}"
    assert url in browser.get(it.record.get_absolute_url()).content.decode()
    begun(it, browser)
    bulletin = Bulletin.objects.get()
    assert "通报批评" in bulletin.title
    bulletins.submit(county.director, bulletin)


@pytest.mark.parametrize("who", ["officer", "magistrate", "water_head", "system"])
def test_nobody_else_begins_it(county, enter, who):
    it = play(county, "decided")
    receipt(it, "unit", "decision")
    assert begun(it, enter(getattr(county, who))).status_code == 404


@pytest.mark.parametrize(
    "words, why",
    [
        (f"对{DEPUTY_NAME}同志予以诫勉。", "有干部的姓名"),
        ("案件{number}已经办结。", "限阅案件的编号"),
        ("决定{decision}已经作出。", "还没有送达"),
    ],
)
def test_no_bulletin_names_a_cadre_a_case_or_a_decision_that_was_not_served(county, words, why):
    it = play(county, "decided")
    text = words.format(number=it.record.matter.number, decision=it.subject("unit").decision.number)
    start = bulletins.Start("notice", "bureau", "")
    bulletin = bulletins.draft_text(county.officer, start, "有关情况", text)
    assert why in barred(bulletins.submit, county.officer, bulletin)


@pytest.mark.parametrize(
    "name, text, named",
    [
        ("欧阳甲乙", "对欧阳甲乙予以诫勉", True),
        ("高明", "方法高明，效果明显", False),
        ("高明", "对高明同志予以诫勉", True),
        ("高明", "副局长高明没有到场", True),
    ],
)
def test_a_name_of_two_characters_is_one_only_beside_what_people_are_called(name, text, named):
    assert is_named(name, text) is named


@pytest.mark.parametrize("left, right", [("[", "]"), ("（", "）"), ("【", "】"), (" 〔 ", " 〕 ")])
def test_the_number_of_a_case_is_known_in_whatever_brackets_it_is_written(county, left, right):
    number = play(county, "clue").record.matter.number
    typed = number.replace("〔", left).replace("〕", right)
    assert list(withholds(f"案件{typed}已经办结。"))
