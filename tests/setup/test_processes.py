"""Servers end in good order, with everything they started, and never outlive their starter."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bureau.setup.paths import TOP
from bureau.setup.processes import Server
from bureau.setup.say import Trouble

STUBBORN = "trap '' TERM; echo ready; while :; do sleep 0.1; done"
PARENT = """
import sys, time
from pathlib import Path
from bureau.setup.processes import Server
server = Server("睡者", ["sleep", "600"], Path(sys.argv[1]))
print(server.pid, flush=True)
time.sleep(600)
"""


def ended(pid: int) -> bool:
    status = Path(f"/proc/{pid}/status")
    return not status.exists() or "State:\tZ" in status.read_text()


def soon(holds) -> bool:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and not holds():
        time.sleep(0.02)
    return holds()


def test_a_server_that_died_is_told_with_its_last_words(tmp_path):
    server = Server("网站", ["sh", "-c", "echo 配置有误; exit 3"], tmp_path / "log")
    with pytest.raises(Trouble, match=r"网站已退出（退出码 3）：\n.*配置有误"):
        soon(lambda: server.require_alive())


def test_a_server_that_ignores_the_signal_is_killed(tmp_path):
    server = Server("网站", ["sh", "-c", STUBBORN], tmp_path / "log", patience=0.2)
    assert soon(lambda: "ready" in (tmp_path / "log").read_text())
    server.stop()
    assert ended(server.pid)


def test_what_a_server_started_ends_with_it(tmp_path):
    server = Server("网站", ["sh", "-c", "sleep 600 & echo $!; wait"], tmp_path / "log")
    assert soon(lambda: (tmp_path / "log").read_text().strip().isdigit())
    server.stop()
    assert soon(lambda: ended(int((tmp_path / "log").read_text())))


def test_a_server_ends_when_its_starter_is_killed_outright(tmp_path):
    argv = [sys.executable, "-c", PARENT, tmp_path / "log"]
    with subprocess.Popen(argv, cwd=TOP, stdout=subprocess.PIPE, text=True) as starter:
        pid = int(starter.stdout.readline())
        starter.send_signal(signal.SIGKILL)
    assert soon(lambda: ended(pid))
