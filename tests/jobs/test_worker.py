"""Jobs in the hands of real Celery workers, which are killed in the middle of them."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Event

import pytest
from django.db import connection

from bureau.jobs import doing
from bureau.jobs.held import in_hand
from bureau.jobs.models import Job
from bureau.jobs.work import Outcome, start
from bureau.org.models import Person, Unit
from tests.jobs import slow
from tests.reports.test_worker import database_url
from tests.together import together

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 90  # seconds for a worker to start on a busy machine
pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def worker(settings, tmp_path):
    """Starts workers on the test's database, store and, without Redis, a folder for a broker."""
    started = []
    environment = os.environ | {"DATABASE_URL": database_url(), "BUREAU_VAR": str(tmp_path), "REDIS_URL": ""}
    options = ["worker", "-P", "solo", "--without-gossip", "--include", "tests.jobs.slow"]

    def begin():
        command = [sys.executable, "-m", "celery", "-A", "bureau", *options]
        started.append(subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL))
        return started[-1]

    yield begin
    for process in started:
        process.send_signal(signal.SIGKILL)
        process.wait()


@pytest.fixture
def job(tmp_path):
    person = Person.objects.create_user("clerk", name="督查员")
    return start(person, slow.KIND, "试办", gate=str(tmp_path / "gate"))


def seen(job, **wanted) -> Job:
    """The job as soon as it looks like that."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if found := Job.objects.filter(pk=job.pk, **wanted).first():
            return found
        time.sleep(0.05)
    raise AssertionError(f"{wanted} never came: {Job.objects.filter(pk=job.pk).values()}")


def let_go(job) -> None:
    while job.pk in in_hand():
        time.sleep(0.05)


def test_a_killed_workers_job_is_done_again_from_the_start_and_exactly_once(worker, job, tmp_path):
    first = worker()
    at_work = seen(job, done__gt=0)
    assert (at_work.state, at_work.total, at_work.tries) == (
        "running",
        1000,
        1,
    )  # seen while it is not committed
    assert not Unit.objects.filter(short="新设单位").exists()
    assert not doing.run(job.pk)  # nobody else takes it up
    first.kill()
    let_go(job)
    assert doing.left() == [job.pk]
    (tmp_path / "gate").touch()
    worker()
    done = seen(job, state="done")
    assert (done.outcome, done.tries) == ("已办。", 2)
    assert Unit.objects.filter(short="新设单位").count() == 1
    assert doing.left() == []


def test_of_two_runners_at_once_one_does_it(handler, job):
    begun, refused, calls = Event(), Event(), []

    def work(_):
        calls.append(1)
        begun.set()
        assert refused.wait(PATIENCE)
        return Outcome("好。")

    def run_beside():
        assert begun.wait(PATIENCE)
        done = doing.run(job.pk)
        refused.set()
        return done

    handler(slow.KIND, work)
    assert together(lambda: doing.run(job.pk), run_beside) == [True, False]
    assert calls == [1]


def test_a_runner_that_lost_its_connection_holds_nothing(handler, job):
    def lose(work):
        connection.close()
        return Outcome("没有留下什么。")

    handler(slow.KIND, lose)
    doing.run(job.pk)
    assert Job.objects.get(pk=job.pk).state == "running"
    assert doing.left() == [job.pk]
