"""The gallery in a real Chromium: the browser's requests are answered by Django itself, without a network."""

import os
import shutil

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

ADDRESS = "http://localhost"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    return browser_type_launch_args | {"executable_path": chromium, "args": QUIET}


def answer(route, request):
    """Static files from the finders, pages through every middleware, so with the real security headers."""
    where = request.url.removeprefix(ADDRESS)
    if where.startswith("/static/"):
        route.fulfill(path=finders.find(where.removeprefix("/static/")))
        return
    response = Client().get(where)
    route.fulfill(status=response.status_code, headers=dict(response.items()), body=response.content)


@pytest.fixture(autouse=True)
def parts_alone(settings):
    """No frame from the house, so no database: what a part shows, it was given."""
    engine = settings.TEMPLATES[0]
    given = engine["OPTIONS"] | {"context_processors": ["django.template.context_processors.request"]}
    settings.TEMPLATES = [engine | {"OPTIONS": given}]


@pytest.fixture
def complaints(page) -> list[str]:
    """What the browser finds fault with: errors, refused scripts and styles."""
    found = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda said: said.type == "error" and found.append(said.text))
    return found


@pytest.fixture
def visit(page, settings, complaints):
    """Open the gallery at a width; gives the page."""
    settings.ROOT_URLCONF = "tests.look.gallery"
    settings.SECURE_SSL_REDIRECT = False
    page.route("**/*", answer)

    def open_gallery(query: str = "", width: int = 1366, height: int = 768):
        page.set_viewport_size({"width": width, "height": height})
        page.goto(f"{ADDRESS}/gallery/{query}")
        return page

    return open_gallery
