"""Who enters the pages of bulletins, and who finds nothing there."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

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


def test_the_list_goes_to_excel_with_what_its_reader_sees_of_it(county, issued, enter):
    actions.draft_from_source(county.officer, county.source)
    exported = reverse("reports:list") + "?export=xlsx"
    desk, unit = (
        list(load_workbook(BytesIO(enter(one).get(exported).getvalue())).active.values)
        for one in (county.officer, county.stranger)
    )
    assert [row[1] for row in desk[1:]] == ["未编号", f"{issued.year}年{issued.issue}"]
    assert (len(unit), issued.title in unit[1]) == (2, True)
    assert {"拟稿人", "状态"} <= set(desk[0])
    assert not {"拟稿人", "状态"} & set(unit[0])


def test_bulletins_are_found_by_the_day_they_were_signed(county, issued, enter):
    browser, day = enter(county.officer), f"{issued.day}"
    for asked, count in (({"signed_min": day, "signed_max": day}, 1), ({"signed_max": "2020-01-01"}, 0)):
        assert len(browser.get(reverse("reports:list"), asked).context["table"].rows) == count


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
