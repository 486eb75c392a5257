"""A real server on the test database, a real worker behind Redis, and people at real browsers."""

import os
import sys
from threading import Lock
from time import monotonic

import pytest
from django.conf import settings as house
from django.core.signals import request_finished, request_started
from django.db import connection
from django.test import Client

from bureau.press.typeset.fonts import build
from bureau.setup.processes import Server
from tests.journeys.visitor import PATIENCE, Visitor
from tests.look.conftest import browser_type_launch_args  # noqa: F401 - the same Chromium

# Playwright keeps an event loop in this thread; the tests read the database beside it, one after the other.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
PLACE = {"locale": "zh-CN", "timezone_id": "Asia/Shanghai"}
DESKTOP = {"viewport": {"width": 1366, "height": 768}}
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
WORKER = ("-m", "celery", "-A", "bureau", "worker", "--pool", "solo", "--loglevel", "warning")


@pytest.fixture(scope="session")
def store(tmp_path_factory):
    """A `var` of the journeys' own, shared with the worker: files new, faces the house's."""
    folder = tmp_path_factory.mktemp("var")
    build(house.FONTS_DIR / "lean", house.FONTS_DIR)
    (folder / "fonts").symlink_to(house.FONTS_DIR)
    return folder


@pytest.fixture(scope="package")
def worker(django_db_setup, django_db_blocker, store):
    """Celery on the test database; stopped whatever happens."""
    assert house.REDIS_URL, "The journeys ring through Redis: name one in REDIS_URL, as make test does."
    with django_db_blocker.unblock():
        database = address_of(connection.settings_dict)
    environment = {**os.environ, "DATABASE_URL": database, "BUREAU_VAR": str(store)}
    server = Server(
        "Celery", [sys.executable, *WORKER], store / "worker.log", cwd=house.BASE_DIR, env=environment
    )
    yield server
    server.stop()


def address_of(database: dict) -> str:
    """The test database as DATABASE_URL names one."""
    return "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format_map(database)


@pytest.fixture(params=[True, False], ids=["with-scripts", "without-scripts"])
def scripts(request) -> bool:
    return request.param


class Answering:
    """How many requests the server has begun and not ended."""

    def __init__(self):
        self.count, self.lock = 0, Lock()

    def begin(self, **sent):
        with self.lock:
            self.count += 1

    def end(self, **sent):
        with self.lock:
            self.count -= 1

    def settle(self, page):
        """Until all are answered; what the page is told meanwhile is heard."""
        until, rest = monotonic() + PATIENCE / 1000, 30
        page.wait_for_timeout(rest)  # milliseconds, in which what was asked arrives at the server
        while self.count and monotonic() < until:
            page.wait_for_timeout(rest)


@pytest.fixture
def answering():
    counted = Answering()
    request_started.connect(counted.begin)
    request_finished.connect(counted.end)
    yield counted
    request_started.disconnect(counted.begin)
    request_finished.disconnect(counted.end)


@pytest.fixture
def arrive(county, live_server, answering, new_context, scripts, settings, store):
    """Somebody at a browser of their own, before the login; at the end nobody has met a fault of the house."""
    settings.FILES_ROOT = store / "files"
    visitors = []

    def come(*, phone=False) -> Visitor:
        screen = PHONE if phone else DESKTOP
        context = new_context(base_url=live_server.url, java_script_enabled=scripts, **screen, **PLACE)
        visitors.append(Visitor(context.new_page(), scripts))
        return visitors[-1]

    yield come
    for visitor in visitors:  # what a page asks for by itself is answered before the database is emptied
        answering.settle(visitor.page)
        visitor.page.close()
    assert [fault for visitor in visitors for fault in visitor.faults] == []


@pytest.fixture
def enter(arrive, live_server):
    """A person who is logged in, at their 工作台."""

    def come(person, *, phone=False) -> Visitor:
        visitor, known = arrive(phone=phone), Client()
        known.force_login(person)
        cookie = {"name": house.SESSION_COOKIE_NAME, "value": known.session.session_key}
        visitor.page.context.add_cookies([cookie | {"url": live_server.url}])
        visitor.open("/")
        return visitor

    return come
