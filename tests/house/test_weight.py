"""What a browser fetches to show a page: few files, and little of each. Counted as packed, never by a clock."""

import gzip
import re
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.http import HttpResponse

from bureau.pages.packing import Packed
from tests.house.administration import pages as administration
from tests.house.table import pages

pytestmark = pytest.mark.django_db
MOST_FILES, FIRST, AFTER = 12, 120_000, 25_000  # files; bytes of the first page, of any later one
FETCHED = re.compile(r'<(?:link|script|img)\b[^>]*?\b(?:href|src)="([^"]+)"')
LATER = re.compile(r'<img\b[^>]*loading="lazy"[^>]*>')
STATIC = "/static/"


@cache
def weight(url: str) -> int:
    """A file of the house as it travels."""
    content = Path(finders.find(url.removeprefix(STATIC))).read_bytes()
    return len(gzip.compress(content))


def fetched(page: str) -> set[str]:
    """Without pictures that come as one scrolls to them, and those that the page holds itself."""
    found = {unescape(url) for url in FETCHED.findall(LATER.sub("", page))}
    return {url for url in found if not url.startswith("data:")}


def of_the_administration(scene, enter) -> dict[str, str]:
    office = enter(scene.county.system)
    return {f"admin:{name}": office.get(url).content.decode() for name, url in administration(scene).items()}


@pytest.fixture
def first(client) -> set[str]:
    """What the login has brought already."""
    return fetched(client.get("/login/").content.decode())


def test_the_first_page_is_five_files_and_light(client, first):
    words = len(gzip.compress(client.get("/login/").content))
    assert len(first) + 1 <= 5
    assert words + sum(map(weight, first)) <= FIRST / 2


def test_a_page_is_light_the_first_time_and_lighter_after_the_login(scene, enter, first):
    wrong = {}
    for address, page in {**pages(scene, enter), **of_the_administration(scene, enter)}.items():
        asked, words = fetched(page), len(gzip.compress(page.encode()))
        files = {url for url in asked if url.startswith(STATIC)}
        after = words + sum(map(weight, files - first))
        whole = words + sum(map(weight, files | first))
        elsewhere = {url for url in asked if not url.startswith("/") or url.startswith("//")}
        if len(asked) + 1 > MOST_FILES or after > AFTER or whole > FIRST or elsewhere:
            wrong[address] = (len(asked) + 1, after, whole, elsewhere)
    assert wrong == {}


@pytest.mark.parametrize(
    "kind, packed", [("text/html; charset=utf-8", True), ("application/pdf", False), ("image/png", False)]
)
def test_words_leave_packed_and_papers_as_they_are(rf, kind, packed):
    asked = rf.get("/", headers={"Accept-Encoding": "gzip"})
    answer = Packed(lambda request: HttpResponse("督查" * 500, content_type=kind))(asked)
    assert answer.has_header("Content-Encoding") == packed
