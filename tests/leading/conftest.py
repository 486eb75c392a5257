"""A browser in which somebody is logged in; the faces of the press."""

import pytest
from django.conf import settings as house

from bureau.press.typeset.fonts import build


@pytest.fixture(scope="session")
def faces():
    build(house.FONTS_DIR / "lean", house.FONTS_DIR)
