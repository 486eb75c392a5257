"""Bulletins are set by a real Celery worker, rung through the real broker, exactly once."""

import os
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread

import pytest
from django.conf import settings as configured
from django.db import connection

from bureau.files.store import path_of
from reports import actions, tasks
from reports.models import BulletinEntry, Rendering
from reports.rendering import render_issue

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 90  # seconds for a worker to start and set two pages on a busy machine
pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def database_url() -> str:
    """The test database as another process reaches it."""
    at = connection.settings_dict
    secret = f":{at['PASSWORD']}" if at["PASSWORD"] else ""
    return f"postgres://{at['USER']}{secret}@{at['HOST']}:{at['PORT']}/{at['NAME']}"


@pytest.fixture
def worker(settings, tmp_path, faces):
    """A worker process on the same database, broker and store."""
    (tmp_path / "fonts").symlink_to(faces.parent)
    settings.FILES_ROOT = tmp_path / "files"
    environment = os.environ | {"DATABASE_URL": database_url(), "BUREAU_VAR": str(tmp_path)}
    command = [sys.executable, "-m", "celery", "-A", "bureau", "worker", "-P", "solo", "--without-gossip"]
    running = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
    yield running
    running.terminate()
    running.wait(timeout=PATIENCE)


def wait_until(done) -> bool:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if done():
            return True
        time.sleep(0.3)
    return False


def test_signing_rings_the_worker_which_sets_and_issues_the_bulletin(worker, county, draft):
    assert configured.REDIS_URL, "The worker is rung through Redis: name one in REDIS_URL, as make test does."
    actions.submit(county.officer, draft)
    actions.check(county.colleague, draft)
    actions.sign(county.director, draft)
    assert wait_until(lambda: Rendering.objects.filter(state="done").exists())
    draft.refresh_from_db()
    file = draft.rendering
    assert draft.state == "issued"
    assert path_of(file.sha256).read_bytes().startswith(b"%PDF-")
    assert path_of(file.sha256).stat().st_size == file.size


def test_a_lost_bell_is_made_good_by_the_sweep(county, signed):
    Rendering.objects.update(state="waiting")
    tasks.render_waiting()
    signed.refresh_from_db()
    assert signed.state == "issued"


def test_signing_succeeds_when_the_broker_is_gone(county, draft, monkeypatch, caplog):
    monkeypatch.setattr(tasks.render.app.conf, "broker_url", "redis://127.0.0.1:1/0")
    monkeypatch.setattr(tasks.render.app, "_pool", None)
    monkeypatch.setattr(tasks.render.app.amqp, "_producer_pool", None)
    actions.submit(county.officer, draft)
    actions.check(county.colleague, draft)
    actions.sign(county.director, draft)
    draft.refresh_from_db()
    assert (draft.state, draft.rendering.state) == ("signed", "waiting")
    assert "in on_commit()" in caplog.text  # the bell did fail


def test_two_workers_set_a_bulletin_once(county, signed):
    results = []

    def work():
        try:
            results.append(render_issue(signed.rendering.pk))
        finally:
            connection.close()

    threads = [Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == [False, True]
    assert BulletinEntry.objects.filter(step="reports.issue").count() == 1


def test_leaders_signing_at_once_take_numbers_without_a_gap(county):
    bulletins = []
    for _ in range(3):
        county.directive("running")
        bulletin = actions.draft_from_source(county.officer, county.source)
        actions.submit(county.officer, bulletin)
        actions.check(county.colleague, bulletin)
        bulletins.append(bulletin)

    def sign(bulletin):
        try:
            actions.sign(county.director, bulletin)
        finally:
            connection.close()

    threads = [Thread(target=sign, args=[bulletin]) for bulletin in bulletins]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    numbers = sorted(type(bulletin).objects.get(pk=bulletin.pk).issue_no for bulletin in bulletins)
    assert numbers == [1, 2, 3]
