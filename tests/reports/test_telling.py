"""A bulletin begun from what a room tells of a period: by its desk, with the room's words, mended like any other."""

import pytest
from django.urls import reverse
from django.utils import timezone

from reports.models import Bulletin

pytestmark = pytest.mark.django_db


def address(room="complaints", **asked):
    query = "&".join(f"{name}={value}" for name, value in {"room": room, **asked}.items())
    return f"{reverse('reports:new_told')}?{query}"


def begin(browser, series="notice", **asked):
    page = browser.get(address(**asked))
    once = page.context["hidden"]["once"]
    return browser.post(address(**asked), {"series": series, "plate": "bureau", "once": once})


@pytest.mark.parametrize(
    ("series", "title"), [("notice", "的通报"), ("special", "的报告"), ("brief", "情况")]
)
def test_the_clerk_begins_one_from_the_years_complaints(county, enter, series, title):
    county.complaint("closed")
    answer = begin(enter(county.clerk), series)
    made = Bulletin.objects.get()
    assert answer.url == reverse("reports:edit", args=[made.pk])
    assert (made.series, made.drafted_by) == (series, county.clerk)
    assert made.title.endswith(title)
    assert f"{timezone.localdate().year}年" in made.title
    assert "受理1件" in made.body
    assert "乱收费1件" in made.body
    assert "红岩竹业" not in made.body


def test_it_is_mended_and_put_up_like_any_other(county, enter):
    county.complaint("closed")
    browser = enter(county.clerk)
    begin(browser)
    made = Bulletin.objects.get()
    assert "总体情况" in browser.get(reverse("reports:edit", args=[made.pk])).content.decode()
    assert "营商环境投诉办理情况" in made.entries.get().sentence


@pytest.mark.parametrize(
    "name", ["officer", "water_liaison", "horse_liaison", "magistrate", "system", "stranger"]
)
def test_for_everybody_else_there_is_no_such_page(county, enter, name):
    assert enter(county.cast[name]).get(address()).status_code == 404


@pytest.mark.parametrize("room", ["directives", "nowhere", ""])
def test_a_room_that_tells_nothing_begins_nothing(county, enter, room):
    assert enter(county.director).get(address(room)).status_code == 404


def test_a_period_that_makes_no_sense_is_this_year(county, enter):
    county.complaint("closed")
    page = enter(county.clerk).get(address(year="20x6", part="q9"))
    assert f"{timezone.localdate().year}年" in page.content.decode()
