"""Who enters the pages of bulletins, and who finds nothing there."""

import pytest
from django.urls import reverse

from reports import actions
from tests.reports.screen import ADMINISTRATORS, DESK, statuses


@pytest.mark.parametrize("name", ["page", "edit", "pdf"])
def test_a_draft_exists_for_the_desk_alone(county, draft, client, name):
    found = statuses(county, client, reverse(f"reports:{name}", args=[draft.pk]))
    assert {who for who, status in found.items() if status == 200} == DESK
    assert set(found.values()) == {200, 404}


@pytest.mark.parametrize("name", ["page", "pdf"])
def test_an_issued_bulletin_goes_wide_but_not_to_administrators(county, issued, client, name):
    found = statuses(county, client, reverse(f"reports:{name}", args=[issued.pk]))
    assert {who for who, status in found.items() if status == 404} == ADMINISTRATORS
    assert set(found.values()) == {200, 404}


def test_drafting_is_the_desks_alone(county, client):
    found = statuses(county, client, reverse("reports:new"))
    assert {who for who, status in found.items() if status == 200} == DESK
    assert set(found.values()) == {200, 404}


def test_whatever_desk_of_the_bureau_one_sits_at_what_the_list_offers_opens(county, enter):
    county.stranger.postings.update(post="intake")
    browser, new = enter(county.stranger), reverse("reports:new")
    assert new in browser.get(reverse("reports:list")).content.decode()
    assert browser.get(new).status_code == 200


def test_the_list_shows_units_only_what_was_issued(county, issued, enter):
    other = actions.draft_from_source(county.officer, county.source)
    rows = enter(county.stranger).get(reverse("reports:list")).context["table"].data
    assert [bulletin.pk for bulletin in rows] == [issued.pk]
    rows = enter(county.colleague).get(reverse("reports:list")).context["table"].data
    assert [bulletin.pk for bulletin in rows] == [other.pk, issued.pk]


def test_a_stranger_sees_the_words_of_a_bulletin_but_no_way_to_its_matters(county, issued, enter):
    page = enter(county.stranger).get(issued.get_absolute_url()).content.decode()
    matter = issued.quotes.first().matter
    assert matter.title in page
    assert matter.get_absolute_url() not in page
    assert (
        matter.get_absolute_url()
        in enter(county.water_liaison).get(issued.get_absolute_url()).content.decode()
    )


def test_absent_and_not_visible_answer_alike(county, draft, enter):
    stranger = enter(county.stranger)
    hidden_one, absent = (
        stranger.get(reverse("reports:page", args=[key])).content for key in (draft.pk, draft.pk + 999)
    )
    assert hidden_one == absent
