"""Four sweeps at the same moment, one that meets a verb, and one that is killed in the middle: in the house nothing
twice, nothing lost, and nobody waits in a circle."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from threading import Event

import pytest
from django.db import connection, transaction

from bureau.matters import cover
from bureau.matters.models import Duty
from bureau.matters.parts import assignments
from bureau.notices import telling, watch
from bureau.notices.models import Delivery, Notice
from bureau.notices.sweep import sweep
from tests.together import together

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
ROOT = Path(__file__).resolve().parents[2]
# A sweep in a process of its own, which says when it has written its first notices and then waits to be killed.
HALFWAY = """
import time
from bureau.notices import pending, telling
pending.MOST = 5
real = telling.mark
def mark(*about):
    real(*about)
    print("halfway", flush=True)
    time.sleep(60)
telling.mark = mark
from bureau.notices.sweep import sweep
sweep()
"""


@pytest.fixture
def busy(county):
    """Six matters of three units, each with a few duties nobody was told of."""
    for units in (
        [county.water, county.roads],
        [county.roads, county.finance],
        [county.school, county.water],
    ):
        county.directive("dispatched", to=units)
        county.directive("proposed", to=units)
    watch.arm()
    return county


def twice() -> list:
    rows = Notice.objects.values_list("person", "duty", "news", "due_at", "entry")
    return [key for key, count in Counter(rows).items() if count > 1]


def expected() -> int:
    """As many as one sweep alone makes; it is undone afterwards."""
    with transaction.atomic():
        count = sweep().notices
        transaction.set_rollback(True)
    return count


def test_four_sweeps_at_once_tell_everything_once(busy):
    count = expected()
    swept = together(sweep, sweep, sweep, sweep)
    assert [one for one in swept if isinstance(one, Exception)] == []
    assert sweep().notices == 0
    assert Notice.objects.count() == count > 10
    assert twice() == []
    assert not Duty.objects.open().filter(told_at__isnull=True).exists()


def test_a_verb_that_waits_for_a_sweep_does_not_stop_the_sweep(county, monkeypatch):
    directive, marked, locked = county.directive("dispatched"), Event(), Event()
    watch.arm()
    mark = telling.mark

    def mark_and_meet(*about):
        mark(*about)
        marked.set()
        assert locked.wait(10)

    def sign():
        assert marked.wait(10)
        with transaction.atomic():
            cover.lock(directive.matter_id)
            locked.set()
            return assignments.sign(county.water_liaison, county.part(directive))

    monkeypatch.setattr(telling, "mark", mark_and_meet)
    swept, entry = together(sweep, sign)
    assert (swept.failures, entry.step) == ([], "assignment.sign")
    assert not county.part(directive).duties.filter(step="sign", done_at=None).exists()


def test_a_sweep_killed_halfway_leaves_nothing_half_done(busy):
    count = expected()
    environment = os.environ | {"DATABASE_URL": database_of_the_tests()}
    killed = subprocess.Popen(
        [sys.executable, "manage.py", "shell", "-c", HALFWAY],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert any("halfway" in line for line in killed.stdout)
        swept_beside = sweep().notices  # what the other one holds is locked, the rest is told
        assert 0 < swept_beside < count
    finally:
        os.kill(killed.pid, signal.SIGKILL)
        killed.wait()
    wait_until_gone()
    sweep()
    assert Notice.objects.count() == count
    assert twice() == []
    assert not Delivery.objects.exists()


def database_of_the_tests() -> str:
    about = connection.settings_dict
    return f"postgres://{about['USER']}:{about['PASSWORD']}@{about['HOST']}:{about['PORT']}/{about['NAME']}"


def wait_until_gone() -> None:
    """Until the server has noticed the death of its client: the locks go with its session."""
    others = """
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
          AND backend_type = 'client backend' AND state <> 'idle'
    """
    for _ in range(1500):
        with connection.cursor() as cursor:
            cursor.execute(others)
            if cursor.fetchone() == (0,):
                return
        time.sleep(0.02)
    raise AssertionError("the killed sweep still holds its session")
