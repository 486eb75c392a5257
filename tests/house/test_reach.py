"""Every page can be read and worked by everybody: axe finds nothing, and nothing is wider than its window — on a desktop, on
a phone, and in type twice as large. One browser, each page opened once for one of its readers."""

import os
from importlib.resources import files

import pytest
from django.contrib.staticfiles import finders

from tests.house.administration import pages as administration
from tests.house.table import pages, rows
from tests.look.conftest import browser_type_launch_args  # noqa: F401 - the same Chromium

# Playwright keeps an event loop in this thread; the pages are fetched beside it, one after the other.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
pytestmark = [pytest.mark.django_db, pytest.mark.browser, pytest.mark.slow]
ADDRESS = "http://localhost"
AREAS = sorted({address.partition(":")[0] for address in rows()} | {"admin"})
ALIKE = ("delete", "history")  # the same page for every kind of record
# Width and height in pixels, the size of a rem, and what axe looks for: colours are the same at every size.
SIZES = {
    "desktop": (1366, 768, "", {}),
    "phone": (390, 844, "", {"rules": {"color-contrast": {"enabled": False}}}),
    "twice": (1366, 768, "175%", {"runOnly": ["scrollable-region-focusable", "target-size"]}),
}
LOOK = """([size, asked]) => {
    document.documentElement.style.fontSize = size;
    return axe.run({resultTypes: ["violations"], ...asked}).then(found => found.violations.map(
        one => [one.id, one.nodes.slice(0, 3).map(node => node.target.join(" "))]))
}"""
WIDTH = "document.documentElement.scrollWidth"


def of_area(scene, enter, area: str) -> dict[str, str]:
    """Address → the page as words."""
    if area != "admin":
        return pages(scene, enter, area)
    office, once = enter(scene.county.system), {}
    for name, url in administration(scene).items():
        door = name.partition("/")[2]
        once.setdefault(door if door in ALIKE else name, url)
    return {name: office.get(url, follow=True).content.decode() for name, url in once.items()}


@pytest.fixture
def shown(page):
    """Opens words as a page of the house, with its style sheets and scripts and without a server."""
    axe = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    standing = {"words": ""}

    def answer(route, request):
        path = request.url.removeprefix(ADDRESS)
        if path.startswith("/static/"):
            route.fulfill(path=finders.find(path.removeprefix("/static/")))
        elif request.is_navigation_request():
            route.fulfill(body=standing["words"], content_type="text/html; charset=utf-8")
        else:
            route.fulfill(status=204)

    page.route("**/*", answer)

    def show(words: str):
        standing["words"] = words
        page.goto(f"{ADDRESS}/")
        page.evaluate(axe)
        return page

    return show


def faults(page, width: int, height: int, rem: str, asked: dict) -> list:
    page.set_viewport_size({"width": width, "height": height})
    found = page.evaluate(LOOK, [rem, asked])
    wide = page.evaluate(WIDTH)
    return found + ([["wider than the window", wide]] if wide > width else [])


@pytest.mark.parametrize("area", AREAS)
def test_every_page_can_be_read_and_worked_by_everybody(scene, enter, shown, area):
    found = {}
    for address, words in of_area(scene, enter, area).items():
        page = shown(words)
        for name, size in SIZES.items():
            if told := faults(page, *size):
                found[f"{address} {name}"] = told
    assert found == {}
