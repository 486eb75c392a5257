"""How many statements a page may ask the database for: few, and none of them twice. What a login, its rights and the frame
cost is counted with each page."""

import math
from collections import Counter

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bureau.org.middleware import StillHere
from tests.house.table import COLUMNS, places, rows

pytestmark = pytest.mark.django_db
ROWS = rows()
READERS = [sorted(names)[0] for names in COLUMNS.values() if None not in names]
MOST, MOST_OF_ALL = 14, 21
MOST_OF_A_CHAIN, MOST_OF_THE_HOUSE, MOST_OF_A_CASE = 26, 33, 37
# A matter's page gathers what hangs on it from four storeys, and asks who sees a bulletin only where one tells of it; 工作台 what
# waits in every room.
WIDE = (
    "desk:home",
    "desk:desk",
    "directives:page",
    "suggestions:page",
    "instructions:page",
    "complaints:page",
    "inspections:page",
    "accountability:figures",
    "appraisal:page",
    "appraisal:unit",
    "leading:cockpit",
)
# The pages of the bureau's leaders count every room's matters; the half-year, 加减分建议 and the years of a unit are made of what
# happened in each.
OF_THE_HOUSE = (
    "leading:office",
    "leading:half",
    "appraisal:proposals",
    "appraisal:take_up",
    "appraisal:leave_out",
    "merits:unit",
)
# A case is subjects with measures, explanations and papers each, evidence, interviews, meetings, avoidances: registers of its own,
# however long.
CASES = ("accountability:page", "accountability:subject", "accountability:dossier")
# A chain is made of things of nine kinds: what may be known of each, and what it came of and what came of it.
CHAINS = ("desk:chain", "desk:print_chain")


def budget(address: str) -> int:
    place = address.partition("/")[0]
    if place in CHAINS:
        return MOST_OF_A_CHAIN
    if place in CASES:
        return MOST_OF_A_CASE
    if place in OF_THE_HOUSE:
        return MOST_OF_THE_HOUSE
    return MOST_OF_ALL if place in WIDE else MOST


@pytest.fixture(scope="module", autouse=True)
def read_before(played, django_db_blocker):
    """The calendar and the unit names are read once per process."""
    client = Client()
    with django_db_blocker.unblock(), transaction.atomic():
        client.force_login(played[0].county.officer)
        for url in places(played[0]).values():
            client.get(url)
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def nothing_once_a_minute(monkeypatch):
    """That somebody is still here is written down once a minute, whatever page they open then."""
    monkeypatch.setattr(StillHere, "EVERY", math.inf)


def asked(browser, url) -> list[str]:
    """Without the one line that a look at what few may see leaves (`bureau.org.watching`)."""
    with CaptureQueriesContext(connection) as spent:
        browser.get(url)
    passed = ("SAVEPOINT", 'INSERT INTO "org_adminentry"')
    return [
        query["sql"] for query in spent.captured_queries if not any(one in query["sql"] for one in passed)
    ]


@pytest.mark.parametrize("name", READERS)
def test_a_page_asks_few_questions_and_none_twice(scene, enter, name):
    browser = enter(scene.county.cast[name])
    browser.get("/")  # some of what is read once is read for those it is about
    pages = {address: url for address, url in places(scene).items() if ROWS[address][name] == 200}
    spent = {address: asked(browser, url) for address, url in pages.items()}
    dear = {address: len(found) for address, found in spent.items() if len(found) > budget(address)}
    twice = {
        address: [sql for sql, times in Counter(found).items() if times > 1]
        for address, found in spent.items()
    }
    assert dear == {}
    assert {address: found for address, found in twice.items() if found} == {}
