"""A clock to move, a directive that is late, and somebody at a browser."""

import pytest

from bureau.press import printing as press
from tests.matters.conftest import friday
from tests.reports.conftest import faces
from tests.urging.lateness import Late

__all__ = ["faces", "friday"]


@pytest.fixture
def late(county, friday) -> Late:
    return Late(county, friday)


@pytest.fixture
def press_with_faces(faces, monkeypatch):
    monkeypatch.setattr(press, "FACES", faces)
