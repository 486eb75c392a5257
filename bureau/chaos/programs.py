"""The programs of the house, killed without warning and started again, as an engine with a restart policy does."""

import os
import signal
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from bureau.setup.paths import TOP
from bureau.setup.processes import Server

CELERY = (sys.executable, "-m", "celery", "--app", "bureau")
WORKER = (*CELERY, "worker", "--concurrency", "2", "--loglevel", "warning")
READY = " ready."  # what a worker says when it begins to work
WEB = (sys.executable, "-m", "gunicorn", "bureau.wsgi", "--no-control-socket", "--workers", "2", "--bind")


class Program:
    """Start, kill and stop it from the main thread only: the kernel ends a child with the thread that made it."""

    def __init__(self, name: str, argv, folder: Path, environment: Mapping[str, str]) -> None:
        self.name, self.argv, self.log = name, argv, folder / f"{name}.log"
        self.environment = dict(environment)
        self.server: Server | None = None

    def start(self) -> None:
        self.server = Server(self.name, self.argv, self.log, cwd=TOP, env=self.environment)

    def has_said(self, words: str) -> bool:
        """Since it was started last."""
        with self.log.open("rb") as log:
            log.seek(self.server.begun)
            return words.encode() in log.read()

    def kill(self) -> None:
        """SIGKILL to the whole of it, children included; harmless when it does not run."""
        if self.server:
            with suppress(ProcessLookupError):
                os.killpg(self.server.pid, signal.SIGKILL)
            self.server.stop()

    def kill_and_start(self) -> None:
        self.kill()
        self.start()


def workers(count: int, folder: Path, environment: Mapping[str, str]) -> list[Program]:
    names = [f"worker{place}" for place in range(1, count + 1)]
    return [Program(name, (*WORKER, "--hostname", f"{name}@%h"), folder, environment) for name in names]


def beats(count: int, folder: Path, environment: Mapping[str, str]) -> list[Program]:
    """Each with a schedule of its own, as on machines of their own."""
    made = []
    for place in range(1, count + 1):
        schedule = ("--schedule", folder / f"schedule{place}", "--loglevel", "info")
        made.append(Program(f"beat{place}", (*CELERY, "beat", *schedule), folder, environment))
    return made


def web(port: int, folder: Path, environment: Mapping[str, str]) -> Program:
    return Program("web", (*WEB, f"127.0.0.1:{port}"), folder, environment)
