"""What a browser fetches to show a page: few files, and little of each. Counted as packed, never by a clock."""

import gzip
import re
from html import unescape
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.http import HttpResponse

from bureau.pages.packing import Packed
from tests.house.table import places, rows

pytestmark = pytest.mark.django_db
MOST_FILES, FIRST, AFTER = 12, 120_000, 25_000  # files; bytes of the first page, of any later one
FETCHED = re.compile(r'<(?:link|script|img)\b[^>]*?\b(?:href|src)="([^"]+)"')
STATIC = "/static/"
ROWS = rows()


def weight(url: str) -> int:
    """A file of the house as it travels."""
    content = Path(finders.find(url.removeprefix(STATIC))).read_bytes()
    return len(gzip.compress(content))


def fetched(page: str) -> set[str]:
    return {unescape(url) for url in FETCHED.findall(page)}


def pages(browser, scene, name: str) -> dict[str, tuple[int, set[str]]]:
    """Address → how much its words weigh, and what it asks for."""
    found = {}
    for address, url in places(scene).items():
        answer = browser.get(url) if ROWS[address][name] == 200 else None
        if answer and answer.headers["Content-Type"].startswith("text/html"):
            found[address] = len(gzip.compress(answer.content)), fetched(answer.content.decode())
    return found


@pytest.fixture
def first(client) -> set[str]:
    """What the login has brought already."""
    return fetched(client.get("/login/").content.decode())


def test_the_first_page_is_five_files_and_light(client, first):
    words = len(gzip.compress(client.get("/login/").content))
    assert len(first) + 1 <= 5
    assert words + sum(map(weight, first)) <= FIRST / 2


@pytest.mark.parametrize("name", ["officer", "water_liaison", "magistrate", "system"])
def test_a_page_is_light_the_first_time_and_lighter_after_the_login(scene, enter, first, name):
    found = pages(enter(scene.county.cast[name]), scene, name)
    many, heavy, dear = {}, {}, {}
    for address, (words, asked) in found.items():
        files = {url for url in asked if url.startswith(STATIC)}
        new = sum(map(weight, files - first))
        many |= {address: len(asked) + 1} if len(asked) + 1 > MOST_FILES else {}
        heavy |= {address: words + new} if words + new > AFTER else {}
        dear |= {address: words} if words + sum(map(weight, files | first)) > FIRST else {}
    assert (many, heavy, dear) == ({}, {}, {})


def test_what_a_page_asks_for_is_of_this_house(scene, enter):
    asked = set().union(
        *(files for _words, files in pages(enter(scene.county.officer), scene, "officer").values())
    )
    assert {url for url in asked if not url.startswith("/") or url.startswith("//")} == set()


@pytest.mark.parametrize(
    "kind, packed", [("text/html; charset=utf-8", True), ("application/pdf", False), ("image/png", False)]
)
def test_words_leave_packed_and_papers_as_they_are(rf, kind, packed):
    asked = rf.get("/", headers={"Accept-Encoding": "gzip"})
    answer = Packed(lambda request: HttpResponse("督查" * 500, content_type=kind))(asked)
    assert answer.has_header("Content-Encoding") == packed
