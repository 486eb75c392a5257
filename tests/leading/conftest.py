"""A browser in which somebody is logged in; the faces of the press."""

import pytest
from django.conf import settings as house
from django.test import Client

from bureau.press.typeset.fonts import build


@pytest.fixture
def enter(db):
    def browser(person) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return browser


@pytest.fixture(scope="session")
def faces():
    build(house.FONTS_DIR / "lean", house.FONTS_DIR)
