"""Probable repeats, shown before saving; and who may learn that it is the same complainant."""

from datetime import timedelta

import pytest
from django.utils import timezone

import complaints.actions as complaining
from bureau.vault.particulars import Particulars
from complaints.repeats import by_the_same, repeats, shared
from complaints.systemic import is_systemic
from tests.complaints.playing import anew, call
from tests.county import CALLER, in_days

OTHER = "本镇一家企业反映办证窗口拖了两个月不给答复。"


def alike(county, **told) -> list:
    return repeats(county.clerk, county.told(**told), timezone.now())


def earlier(county, days: int, **told):
    return county.complaint("registered", received=call(timedelta(days=days), late_reason="补登"), **told)


def test_the_same_cause_about_the_same_unit_is_a_repeat_whatever_the_words(county):
    record = county.complaint("registered")
    assert alike(county, facts=OTHER) == [record]


def test_of_another_unit_only_like_words_are_one(county):
    record = county.complaint("registered")
    assert alike(county, respondent=county.roads) == [record]
    assert alike(county, respondent=county.roads, facts=OTHER) == []


def test_after_ninety_days_it_is_none(county):
    record = earlier(county, 89)
    earlier(county, 91)
    assert alike(county) == [record]


def test_what_was_voided_is_none(county):
    complaining.void(county.clerk, county.complaint("registered"), "登记错了")
    assert alike(county) == []


def test_what_one_may_not_see_is_not_shown(county):
    county.complaint("registered")
    assert repeats(county.stranger, county.told(), timezone.now()) == []


@pytest.mark.parametrize(
    "one, other, share", [("设卡收费", "设卡收费", 1.0), ("甲乙", "丙丁", 0.0), ("", "", 0.0)]
)
def test_likeness_is_the_shared_pairs_of_the_shorter_text(one, other, share):
    assert shared(one, other) == share


def test_that_it_is_the_same_complainant_learns_only_who_may_open_it(county):
    record = county.complaint("registered")
    who = Particulars(name="别名", phone=CALLER.phone)
    seen = {name for name, person in county.cast.items() if by_the_same(person, who)}
    assert seen == {"clerk", "director", "deputy"}
    assert by_the_same(county.clerk, who) == [record]
    assert by_the_same(county.clerk, Particulars(phone="0000-7654321")) == []


def test_another_clerk_tries_no_numbers(county):
    county.complaint("registered")
    county.colleague.postings.create(post="intake")
    assert by_the_same(type(county.clerk).objects.get(pk=county.colleague.pk), CALLER) == []


def test_the_page_asks_once_and_registers_when_told_so(county, enter):
    record = county.complaint("registered")
    browser, told = enter(county.clerk), county.told()
    given = {"facts": told.facts, "cause": told.cause.pk, "respondent": "马石镇", "place": told.place}
    given |= {"channel": "call", "identity_mode": "anonymous", "urgency": "normal", "do": "register"}
    given |= {"persons": 1, "representatives": 1}
    page = browser.get("/complaints/new/").content.decode()
    given["once"] = page.split('name="once"')[1].split('value="')[1].split('"')[0]
    asked = browser.post("/complaints/new/", given)
    assert asked.status_code == 409
    assert record.matter.number in asked.content.decode()
    assert browser.post("/complaints/new/", given | {"again": "1"}).status_code == 302


# --- counted as repeated, and as systemic ---------------------------------------------------------------
def test_the_second_is_counted_as_a_repeat_and_the_third_as_systemic(county):
    first, second, third = (county.complaint("registered") for _ in range(3))
    assert [anew(one).repeats for one in (first, second, third)] == [False, True, True]
    assert [is_systemic(anew(one)) for one in (first, second, third)] == [False, False, True]


def test_once_the_cause_is_looked_into_nobody_is_told_to_do_so(county):
    third = [county.complaint("running") for _ in range(3)][-1]
    words = {"title": "整治设卡收费", "words": "查实三起。", "due": in_days(9)}
    complaining.supervise(county.director, anew(third), "directives", county.horse, **words)
    assert not is_systemic(anew(third))


def test_of_nobody_named_none_is_systemic(county):
    records = [county.complaint("registered", respondent=None) for _ in range(3)]
    assert not any(is_systemic(one) or anew(one).repeats for one in records)


def test_the_third_within_ninety_days_proposes_a_special_supervision(county, enter):
    old = earlier(county, 91)
    records = [county.complaint("running") for _ in range(3)]
    pages = [enter(county.director).get(one.get_absolute_url()).content.decode() for one in (old, *records)]
    assert ["另行立项督查”，从制度上解决" in page for page in pages] == [False, False, False, True]
