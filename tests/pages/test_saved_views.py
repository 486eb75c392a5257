"""视图: what a list was asked is kept under a name, for oneself or for one's desk."""

import pytest
from django.urls import reverse

from bureau.matters.models import Matter
from bureau.pages.models import SavedView
from bureau.pages.views import MOST

pytestmark = pytest.mark.django_db
LEDGER = reverse("directives:list")
SAVE = reverse("pages:save_view", args=["directives:list"])
RED = {"name": "逾期的", "query": "light=red"}


def names(browser, url=LEDGER) -> list[str]:
    return [view.name for view in SavedView.objects.shown_to(browser.get(url).wsgi_request.user)]


def offers(browser, **asked) -> bool:
    return "存为视图" in browser.get(LEDGER, asked).content.decode()


def test_what_a_list_was_asked_is_one_click_away_under_its_name(county, enter):
    browser = enter(county.officer)
    answer = browser.post(SAVE, RED, follow=True)
    assert answer.redirect_chain == [(f"{LEDGER}?light=red", 302)]
    assert f'href="{LEDGER}?light=red"' in browser.get(LEDGER).content.decode()


def test_only_what_asks_for_something_is_offered_to_be_saved(county, enter):
    browser = enter(county.officer)
    assert not offers(browser)
    assert offers(browser, light="red")


def test_the_same_name_saves_the_new_conditions(county, enter):
    browser = enter(county.officer)
    browser.post(SAVE, RED)
    browser.post(SAVE, RED | {"query": "light=yellow"})
    assert SavedView.objects.get().query == "light=yellow"


def test_ones_own_view_is_nobody_elses(county, enter):
    enter(county.officer).post(SAVE, RED)
    other = enter(county.colleague)
    assert names(other) == []
    url = reverse("pages:drop_view", args=[SavedView.objects.get().pk])
    assert other.post(url).status_code == 404
    assert SavedView.objects.exists()


def test_a_view_of_the_desk_is_everybodys_there_and_nobodys_elsewhere(county, enter):
    enter(county.officer).post(SAVE, RED | {"desk": "directives"})
    assert names(enter(county.colleague)) == ["逾期的"]
    assert names(enter(county.water_liaison)) == []


def test_who_does_not_sit_there_saves_none_for_a_desk(county, enter):
    answer = enter(county.water_liaison).post(SAVE, RED | {"desk": "directives"})
    assert answer.status_code == 409
    assert "只有本岗位的人" in answer.content.decode()
    assert not SavedView.objects.exists()


def test_a_view_is_dropped_by_whoever_it_is_shown_to_at_the_desk(county, enter):
    enter(county.officer).post(SAVE, RED | {"desk": "directives"})
    url = reverse("pages:drop_view", args=[SavedView.objects.get().pk])
    assert enter(county.colleague).post(url).url == LEDGER
    assert not SavedView.objects.exists()


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"name": "", "query": "q=1"},
        {"name": "长" * 21, "query": "q=1"},
        {"name": "甲", "query": "q" * 3000},
    ],
)
def test_what_cannot_be_saved_is_said(county, enter, sent):
    answer = enter(county.officer).post(SAVE, sent)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not SavedView.objects.exists()


@pytest.mark.parametrize(
    "name",
    [
        "directives:nowhere",
        "x",
        "directives:page",
        "https:evil",
        "admin:index",
        "desk:home",
        "directives:new_source",
    ],
)
def test_a_view_of_what_is_no_list_is_not_found(county, enter, name):
    assert enter(county.officer).post(reverse("pages:save_view", args=[name]), RED).status_code == 404


def test_there_is_an_end_to_the_views_of_one_list(county, enter):
    browser = enter(county.officer)
    for place in range(MOST):
        browser.post(SAVE, {"name": f"视图{place}", "query": "q=1"})
    assert browser.post(SAVE, RED).status_code == 409
    assert browser.post(SAVE, {"name": "视图0", "query": "q=2"}).status_code == 302


# --- 「我」「本单位」 --------------------------------------------------------------------------------
def found(browser, **asked) -> list[str]:
    return [row.record.matter.title for row in browser.get(LEDGER, asked).context["table"].rows]


def test_one_view_of_a_desk_shows_everybody_their_own(county, enter):
    county.directive("running", title="甲经办的")
    theirs = county.directive("running", title="乙经办的")
    Matter.objects.filter(pk=theirs.pk).update(officer=county.colleague)
    assert found(enter(county.officer), officer="me") == ["甲经办的"]
    assert found(enter(county.colleague), officer="me") == ["乙经办的"]


def test_a_unit_finds_its_own_without_a_name(county, enter):
    county.directive("running", to=[county.water, county.roads], title="水利牵头")
    county.directive("running", to=[county.roads, county.water], title="交通牵头")
    mine = {"unit": "本单位", "role": "lead"}
    assert found(enter(county.water_liaison), **mine) == ["水利牵头"]
    assert found(enter(county.roads_liaison), **mine) == ["交通牵头"]
    assert found(enter(county.officer), unit="本单位") == []  # the bureau itself handles nothing here


def test_a_leader_finds_what_they_wrote_without_their_name(county, enter):
    county.instruction("running")
    county.instruction("running", word=county.word(leader_name="副县长", leader=county.vice))
    answer = enter(county.magistrate).get(reverse("instructions:list"), {"leader": "我"})
    assert [row.record.rounds.get().leader for row in answer.context["table"].rows] == [county.magistrate]


@pytest.mark.parametrize(
    ("name", "room", "offered"),
    [
        ("officer", "directives", ["我经办的", "我经办的逾期"]),
        ("director", "directives", []),
        ("water_liaison", "directives", ["本单位牵头的", "本单位协办的"]),
        ("magistrate", "directives", []),
        ("magistrate", "instructions", ["我批示的"]),
        ("officer", "reports", ["我拟稿的"]),
        ("water_liaison", "reports", ["涉及本单位的"]),
        ("water_liaison", "urging", ["待本单位回复的"]),
    ],
)
def test_a_list_has_ready_what_means_something_for_its_reader(county, enter, name, room, offered):
    browser, url = enter(county.cast[name]), reverse(f"{room}:list")
    ready = browser.get(url).context["filter"].ready
    assert [view for view, _query in ready] == offered
    assert {browser.get(f"{url}?{query}").status_code for _view, query in ready} <= {200}


def test_me_is_told_among_the_conditions(county, enter):
    page = enter(county.officer).get(LEDGER, {"officer": "me"}).content.decode()
    assert "经办人：我" in page
    assert 'aria-current="page">我经办的' in page


def test_a_view_of_a_desk_belongs_to_the_desk_of_its_list(county, enter):
    browser, url = enter(county.officer), reverse("pages:save_view", args=["instructions:list"])
    assert browser.post(url, RED | {"desk": "directives"}).status_code == 409
    assert not SavedView.objects.exists()
