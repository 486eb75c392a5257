"""The site itself: gunicorn for the pages, one Celery worker with its clock."""

import json
import time
import urllib.error
import urllib.request

from . import port
from .paths import LOG, RUN, TOP, VENV
from .processes import Server
from .say import Trouble, step

PATIENCE = 60  # seconds until /healthz answers 200
LOOK_AGAIN = 0.5  # seconds between two looks at the servers
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # never through a proxy


class Website:
    """Web and worker on `number`, a free port of 127.0.0.1."""

    def __init__(self, number: int) -> None:
        self.address = f"http://{port.HOST}:{number}"
        self.bind = f"{port.HOST}:{number}"
        self.servers: list[Server] = []

    def start(self) -> None:
        """Start both and wait until the site says that it is well."""
        with step("启动网站和后台任务"):
            self._start("网站", "gunicorn", *_web(self.bind))
            self._start("后台任务", "celery", *_worker())
            self._wait_until_well()

    def watch(self, others: tuple[Server, ...]) -> None:
        """Never return: a server that dies ends the rest by `Trouble`."""
        while True:
            for server in (*self.servers, *others):
                server.require_alive()
            time.sleep(LOOK_AGAIN)

    def stop(self) -> None:
        """End both, the worker first."""
        with step("停止网站和后台任务"):
            while self.servers:
                self.servers.pop().stop()

    def _start(self, name: str, program: str, *arguments: object) -> None:
        argv = [VENV / "bin" / program, *arguments]
        self.servers.append(Server(name, argv, LOG / f"{program}.log", cwd=TOP))

    def _wait_until_well(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            for server in self.servers:
                server.require_alive()
            answer = self._health()
            if answer.get("status") == "ok":
                return
            time.sleep(0.1)
        raise Trouble(f"网站 {PATIENCE} 秒内没有就绪（{answer or '没有应答'}）：日志见 {LOG}。")

    def _health(self) -> dict:
        try:
            with DIRECT.open(f"{self.address}/healthz", timeout=5) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refusal:
            return {"HTTP": refusal.code, "body": refusal.read(500).decode(errors="replace")}
        except (OSError, ValueError):
            return {}


def _web(bind: str) -> tuple[object, ...]:
    return (
        "bureau.wsgi",
        "--bind",
        bind,
        "--workers",
        2,
        "--timeout",
        300,
        "--access-logfile",
        "-",
        "--no-control-socket",
    )


def _worker() -> tuple[object, ...]:
    clock = ("-B", "--schedule", RUN / "beat-schedule")
    alone = ("--without-gossip", "--without-mingle", "--without-heartbeat")
    return ("-A", "bureau", "worker", "-P", "solo", *clock, *alone, "--loglevel", "INFO")
