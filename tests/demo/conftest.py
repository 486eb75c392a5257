"""The demo county, built as on a feast day, on a Saturday and at the end of a year the calendar does not know."""

from contextlib import contextmanager
from datetime import datetime

import pytest
import time_machine
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

from bureau.org.worktime import ZONE
from bureau.press import printing as press
from bureau.press.typeset.fonts import build

DAYS = {
    "spring festival": datetime(2026, 2, 18, 9, 10, tzinfo=ZONE),
    "a saturday": datetime(2026, 6, 27, 20, 0, tzinfo=ZONE),
    "a year's end": datetime(2027, 12, 31, 8, 0, tzinfo=ZONE),
}
QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def faces():
    build(settings.FONTS_DIR / "lean", settings.FONTS_DIR)
    return settings.FONTS_DIR / "lean"


@pytest.fixture(scope="module")
def quiet_place(faces, tmp_path_factory):
    """A store of its own, the press with its faces, passwords that cost nothing."""
    files = tmp_path_factory.mktemp("demo")
    with (
        override_settings(FILES_ROOT=files, PASSWORD_HASHERS=QUICK),
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(press, "FACES", faces)
        yield files


@contextmanager
def built(day, blocker):
    """The demo as it stands on that day; the clock stands still for the tests that look at it."""
    with time_machine.travel(day, tick=False), blocker.unblock(), transaction.atomic():
        call_command("demo", verbosity=0)
        yield day
        transaction.set_rollback(True)


@pytest.fixture(scope="module", params=DAYS.values(), ids=DAYS)
def demo_day(request, quiet_place, django_db_setup, django_db_blocker):
    with built(request.param, django_db_blocker) as day:
        yield day


@pytest.fixture
def demo(demo_day, db, quiet_place, settings):
    """Each test leaves the demo as it found it."""
    settings.FILES_ROOT = quiet_place
    return demo_day
