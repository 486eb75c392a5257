"""A PostgreSQL whose starter was killed stays up: found by its pid file, stopped in good order."""

import os
import signal
import time
from pathlib import Path

from .say import Trouble, step

PATIENCE = 30  # seconds for each way of asking


def stop(data: Path) -> None:
    """End the server that still runs on `data`; drop a pid file that names nobody."""
    lock = data / "postmaster.pid"
    if not lock.exists():
        return
    pid = _pid(lock)
    if _runs_on(pid, data):
        with step("停止上次遗留的数据库"):
            _end(pid, data)
    lock.unlink(missing_ok=True)


def _pid(lock: Path) -> int:
    """The process id on the first line; a server in single-user mode writes it negative."""
    first = lock.read_text().partition("\n")[0].strip().lstrip("-")
    return int(first) if first.isdigit() else 0


def _runs_on(pid: int, data: Path) -> bool:
    """A PostgreSQL process works inside its data folder; a number that was given anew does not."""
    try:
        return pid > 0 and os.path.samefile(f"/proc/{pid}/cwd", data)
    except OSError:
        return False


def _end(pid: int, data: Path) -> None:
    for way in (signal.SIGINT, signal.SIGQUIT):
        os.kill(pid, way)
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if not _runs_on(pid, data):
                return
            time.sleep(0.1)
    raise Trouble(f"上次遗留的数据库（进程 {pid}）停不下来：请手工结束该进程后重试。")
