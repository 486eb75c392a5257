"""工作台 answers “what first?”: one row a matter with its next step, a button that does it there, several at once."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from bureau.desk.rows import LATER, TODAY, WEEK
from bureau.matters.models import Assignment, Duty
from bureau.pages.templatetags.look import limit
from directives import actions
from tests.matters.conftest import friday
from tests.pages.posting import form_of

__all__ = ["friday"]
pytestmark = pytest.mark.django_db
HOME = reverse("desk:home")


def groups(browser) -> dict:
    """Label → [(number of the matter, what is next, what comes after it)] as 工作台 shows it."""
    found = browser.get(HOME).context["groups"]
    return {group["label"]: [row_of(row) for row in group["rows"]] for group in found}


def row_of(row) -> tuple:
    return row.matter.number, row.first.step, [duty.step for duty in row.others]


def leads(browser, duty) -> str:
    return browser.get(reverse("desk:do", args=[duty.pk])).url


def owed(step: str) -> Duty:
    return Duty.objects.open().get(step=step)


# --- rows -------------------------------------------------------------------------------------------
def test_a_matter_is_one_row_with_what_is_next_and_what_comes_after(county, enter):
    directive = county.directive("dispatched")
    (rows,) = groups(enter(county.water_liaison)).values()
    assert rows == [(directive.matter.number, "sign", ["first_reply", "report"])]


@pytest.mark.usefixtures("friday")
def test_what_is_overdue_stands_under_today_and_the_rest_by_when_it_comes(county, enter, time_machine):
    late, soon = county.directive("running"), county.directive("dispatched")
    Duty.objects.filter(matter=late.matter, step="first_reply").update(
        due_at=timezone.now() - timedelta(days=3)
    )
    far = county.directive("running")
    Duty.objects.filter(matter=far.matter, step="first_reply").update(due_at=None)
    Duty.objects.filter(matter=far.matter, step="report").update(due_at=timezone.now() + timedelta(days=8))
    found = groups(enter(county.water_liaison))
    assert {label: [number for number, *_ in rows] for label, rows in found.items()} == {
        TODAY: [late.matter.number],
        WEEK: [soon.matter.number],
        LATER: [far.matter.number],
    }


def test_what_comes_later_starts_folded_on_a_phone_where_something_comes_before_it(county, enter):
    later = county.directive("running")
    Duty.objects.filter(matter=later.matter).update(due_at=timezone.now() + timedelta(days=30))
    browser = enter(county.water_liaison)
    assert [group["folds"] for group in browser.get(HOME).context["groups"]] == [False]
    county.directive("dispatched")
    assert [group["folds"] for group in browser.get(HOME).context["groups"]] == [False, True]


def test_a_limit_in_a_row_has_its_hour_where_that_is_not_the_end_of_its_day():
    noon = timezone.make_aware(datetime(2026, 12, 1, 12))
    assert limit(noon) == "12-01 12:00"
    assert limit(noon.replace(hour=23, minute=59)) == "12-01"


# --- the button -------------------------------------------------------------------------------------
def test_the_button_opens_the_form_of_the_step_that_does_it(county, enter):
    directive = county.directive("running")
    browser, part = enter(county.water_liaison), county.part(directive)
    assert leads(browser, owed("first_reply")) == reverse("matters:assignment", args=[part.pk, "reply"])
    assert leads(browser, owed("report")) == reverse("directives:step", args=[directive.pk, "report"])


def test_a_liaison_whose_head_countersigns_is_led_to_the_draft(county, enter):
    directive = county.directive("running", to=[county.school])
    assert county.school.countersigns
    where = leads(enter(county.school_liaison), owed("report"))
    assert where == reverse("directives:step", args=[directive.pk, "draft_report"])


def test_a_co_unit_is_led_to_report_its_part(county, enter):
    directive = county.directive("running", to=[county.water, county.roads])
    duty = Duty.objects.open().get(step="part")
    part = county.part(directive, county.roads)
    assert leads(enter(county.roads_liaison), duty) == reverse("matters:assignment", args=[part.pk, "finish"])


def test_whose_work_is_judged_is_looked_at_first(county, enter):
    directive = county.directive("reviewing")
    assert leads(enter(county.officer), owed("review")) == directive.get_absolute_url()


def test_where_the_step_cannot_be_taken_yet_the_page_says_why(county, enter):
    directive = county.directive("dispatched")
    assert leads(enter(county.water_liaison), owed("report")) == directive.get_absolute_url()


def test_what_waits_for_others_is_not_there(county, enter):
    county.directive("dispatched")
    url = reverse("desk:do", args=[owed("sign").pk])
    for person in (county.stranger, county.roads_liaison, county.system):
        assert enter(person).get(url).status_code == 404


# --- several at once --------------------------------------------------------------------------------
def test_a_director_approves_what_waits_in_two_taps(county, enter):
    for _ in range(3):
        county.directive("proposed")
    director = enter(county.director)
    (offer,) = director.get(HOME).context["together"]
    assert (offer["label"], offer["count"]) == ("审定立项", 3)
    form = form_of(director.get(offer["url"]))
    keys = [row.pk for row, _ in director.get(offer["url"]).context["able"]]
    director.post(offer["url"].split("?")[0], form | {"id": keys})
    assert not Duty.objects.open().filter(step="approve").exists()


def test_who_does_not_approve_is_offered_no_batch_of_it(county, enter):
    for _ in range(3):
        county.directive("proposed")
    assert enter(county.officer).get(HOME).context["together"] == []


def test_a_unit_signs_for_what_it_was_given_in_one_go(county, enter):
    parts = [county.part(county.directive("dispatched")).pk for _ in range(3)]
    unit, url = enter(county.water_liaison), reverse("desk:signing")
    assert [offer["url"] for offer in unit.get(HOME).context["together"]] == [url]
    form = form_of(unit.get(url)) | {"id": parts[:2]}
    answer = unit.post(url, form, follow=True)
    assert "已签收2件。" in answer.content.decode()
    assert list(Assignment.objects.order_by("pk").values_list("state", flat=True)) == [
        "working",
        "working",
        "pending",
    ]


def test_one_that_was_suspended_meanwhile_is_told_of_and_the_others_are_signed_for(county, enter):
    first, second = county.directive("dispatched"), county.directive("dispatched")
    unit, url = enter(county.water_liaison), reverse("desk:signing")
    form = form_of(unit.get(url)) | {"id": [county.part(first).pk, county.part(second).pk]}
    actions.suspend(county.director, first, "等待上级批复。")
    told = unit.post(url, form, follow=True).content.decode()
    assert "已签收1件。" in told
    assert "另有1件已经不在待签收之列" in told


def test_nobody_signs_for_another_unit(county, enter):
    part = county.part(county.directive("dispatched"))
    county.directive("dispatched", to=[county.roads])
    roads, url = enter(county.roads_liaison), reverse("desk:signing")
    assert roads.post(url, form_of(roads.get(url)) | {"id": [part.pk]}).status_code == 302
    assert Assignment.objects.get(pk=part.pk).state == "pending"


@pytest.mark.parametrize("forged", [[], ["x"], ["\0"], ["9" * 30]])
def test_where_nothing_is_ticked_it_is_said(county, enter, forged):
    county.directive("dispatched")
    unit, url = enter(county.water_liaison), reverse("desk:signing")
    answer = unit.post(url, {"id": forged}, follow=True)
    assert "请至少勾选一件" in answer.content.decode()
