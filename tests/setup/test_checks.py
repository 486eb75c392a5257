"""`make test` stops its servers whatever happens, and its exit code is honest."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bureau.setup import checks, commands
from bureau.setup.paths import TOP
from tests.setup.test_processes import ended, soon

pytestmark = pytest.mark.slow
INTERRUPTED = """
import sys
from bureau.setup.checks import failures, servers
from bureau.setup.signals import Stopped, stopping_on_signals
sleeping = (("python", "-c", "import time; time.sleep(600)"), {})
try:
    with stopping_on_signals(), servers() as addresses:
        print(*addresses.values(), flush=True)
        failures([sleeping, sleeping])
except Stopped:
    sys.exit(7)
"""


@pytest.fixture
def no_addresses(monkeypatch):
    """As on a bare machine, where nobody named a server."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("REDIS_URL", raising=False)


def children(pid: int) -> set[int]:
    """The living children of a process, without `ps`: a bare machine has none."""
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return {int(child) for child in listed.split() if not ended(int(child))}


def test_servers_are_stopped_also_when_the_tests_fail(no_addresses):
    running = []
    with pytest.raises(ZeroDivisionError):
        fail_amid_servers(running)
    assert len(running) == 2
    assert all(map(ended, running))


def fail_amid_servers(running: list[int]) -> None:
    before = children(os.getpid())
    with checks.servers():
        running += children(os.getpid()) - before
        raise ZeroDivisionError


def test_given_addresses_are_used_and_nothing_is_started(monkeypatch):
    given = {"DATABASE_URL": "postgres://elsewhere/x", "REDIS_URL": "redis://elsewhere/1"}
    for name, address in given.items():
        monkeypatch.setenv(name, address)
    before = children(os.getpid())
    with checks.servers() as addresses:
        assert addresses == given
        assert children(os.getpid()) <= before


def test_an_interruption_stops_the_servers_and_every_command_in_hand(no_addresses):
    with subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED], cwd=TOP, stdout=subprocess.PIPE, text=True
    ) as runner:
        assert "postgres://" in runner.stdout.readline()
        assert soon(lambda: len(children(runner.pid)) == 4)
        started = children(runner.pid)
        runner.send_signal(signal.SIGTERM)
        assert runner.wait(60) == 7
    assert soon(lambda: all(map(ended, started)))


def test_every_failed_check_is_named_and_the_passed_ones_are_not():
    exits = [("python", "-c", f"raise SystemExit({code})") for code in (1, 0, 2)]
    plan = [(argv, {}) for argv in exits]
    assert checks.failures(plan) == [" ".join(exits[0]), " ".join(exits[2])]


def test_what_the_checks_said_is_shown_one_after_the_other(capfd):
    plan = [(("python", "-c", f"for _ in range(3): print({word!r}, flush=True)"), {}) for word in "甲乙丙"]
    assert checks.failures(plan) == []
    shown = [line for line in capfd.readouterr().out.splitlines() if line in {*"甲乙"}]
    assert shown == [*"甲甲甲乙乙乙"]


def test_a_check_runs_in_the_environment_of_its_servers():
    asks = ("python", "-c", "import os; assert os.environ['DATABASE_URL'] == 'postgres://here/x'")
    assert checks.failures([(asks, {"DATABASE_URL": "postgres://here/x"})]) == []


def test_a_command_gives_its_own_exit_code():
    assert commands.run(["sh", "-c", "exit 5"]) == 5
