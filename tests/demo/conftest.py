"""The demo county, built as on a feast day, on a Saturday and at the end of a year the calendar does not know."""

import fcntl
import pickle
from contextlib import contextmanager
from datetime import datetime

import pytest
import time_machine
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

from bureau.demo.mark import forget
from bureau.org.worktime import ZONE
from bureau.press import printing as press
from bureau.press.typeset.fonts import build
from tests.mould import Written

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


@pytest.fixture(scope="session")
def shared(tmp_path_factory, worker_id):
    """A place for all test processes: whoever builds a demo first keeps it there for the others."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="module")
def quiet_place(faces, shared):
    """A store of its own, the press with its faces, passwords that cost nothing."""
    files = shared / "demo"
    with (
        override_settings(FILES_ROOT=files, PASSWORD_HASHERS=QUICK),
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(press, "FACES", faces)
        yield files


@contextmanager
def built(name, shared, blocker):
    """The demo as it stands on that day; the clock stands still for the tests that look at it."""
    with time_machine.travel(DAYS[name], tick=False), blocker.unblock(), transaction.atomic():
        empty()
        with open(shared / name, "ab+") as kept:
            fcntl.flock(kept, fcntl.LOCK_EX)
            build_or_pour(kept)
        forget()
        yield DAYS[name]
        transaction.set_rollback(True)
    forget()
    ContentType.objects.clear_cache()


def empty() -> None:
    """As a database just migrated: a demo refers to causes and permissions by keys, and one emptied before gave out others."""
    call_command("flush", interactive=False, verbosity=0)
    ContentType.objects.clear_cache()


def build_or_pour(kept) -> None:
    kept.seek(0)
    if written := kept.read():
        pickle.loads(written).pour()
    else:
        kept.write(pickle.dumps(Written.by(lambda: call_command("demo", verbosity=0))))


@pytest.fixture(scope="module", params=DAYS)
def demo_day(request, quiet_place, shared, django_db_setup, django_db_blocker):
    with built(request.param, shared, django_db_blocker) as day:
        yield day


@pytest.fixture
def demo(demo_day, db, quiet_place, settings):
    """Each test leaves the demo as it found it."""
    settings.FILES_ROOT = quiet_place
    return demo_day
