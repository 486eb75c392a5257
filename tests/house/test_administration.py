"""系统管理 is of this house: its frame, its words, and nobody's but its keeper's."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.house.administration import of_rights, pages

pytestmark = pytest.mark.django_db
WITHOUT_WORDS = re.compile(r"<(script|style|textarea)\b.*?</\1>|<[^>]*>|[\w.@-]*\d[\w.@-]*", re.DOTALL)
ENGLISH = re.compile(r"[A-Za-z]{2,}")
OF_THE_HOUSE = {"Excel", "xlsx"}  # and accounts, initials of units


def english(page: str, scene) -> set[str]:
    """English words that somebody reads there."""
    names = type(scene.county.system).objects.values_list("username", flat=True)
    accounts = set(re.findall(ENGLISH, " ".join(names)))
    initials = {unit.initials for unit in type(scene.county.water).objects.all()}
    text = unescape(WITHOUT_WORDS.sub(" ", page[page.index("<main") :]))
    return set(ENGLISH.findall(text)) - accounts - initials - OF_THE_HOUSE


def kept(scene, enter) -> list:
    """Name, address and its keeper's browser of every page."""
    system, security = enter(scene.county.system), enter(scene.county.security)
    own = [(name, url, system) for name, url in pages(scene).items()]
    return own + [(name, url, security) for name, url in of_rights(scene).items()]


def test_every_page_is_in_the_frame_of_the_house_and_in_its_words(scene, enter):
    odd = {}
    for name, url, office in kept(scene, enter):
        answer = office.get(url, follow=True)
        page = answer.content.decode()
        told = english(page, scene) | set(re.findall(r"/static/admin/[^\"]*", page))
        told |= set() if answer.status_code == 200 and 'class="rail"' in page else {answer.status_code}
        odd |= {name: told} if told else {}
    assert odd == {}


@pytest.mark.parametrize("name", ["security", "audit", "director", "officer", "magistrate", "stranger"])
def test_no_page_of_it_exists_for_anybody_else(scene, enter, name):
    browser, found = enter(scene.county.cast[name]), pages(scene)
    if name == "security":
        del found["index"]  # which leads to what gives rights
    else:
        found |= of_rights(scene)
    assert {browser.get(url).status_code for url in found.values()} == {404}


def test_what_gives_rights_exists_not_for_who_makes_accounts(scene, enter):
    browser = enter(scene.county.system)
    assert {browser.get(url).status_code for url in of_rights(scene).values()} == {404}


def test_each_page_keeps_within_the_budget_of_a_page(scene, enter):
    dear = {}
    for name, url, office in kept(scene, enter):
        office.get(url)
        with CaptureQueriesContext(connection) as spent:
            office.get(url)
        dear |= {name: len(spent)} if len(spent) > 14 else {}
    assert dear == {}
