"""Production without an engine: each service's own command, environment and secrets, on free ports of this machine."""

import contextlib
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from bureau.setup import port
from bureau.setup.postgres import Postgres
from bureau.setup.processes import Server
from bureau.setup.production import secrets
from tests.production import composed, proxy

PATIENCE = 90  # seconds for a service to become well on a busy machine
GRACE = 40  # seconds to end in good order, as the web's stop_grace_period
SERVERS = ("web", "worker", "long", "beat")


def soon(holds: Callable[[], object]) -> bool:
    """Whether it holds before patience ends."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if holds():
            return True
        time.sleep(0.3)
    return False


class Stack:
    """`services` as docker-compose resolved them; everything is written under `folder`."""

    def __init__(self, services: dict, folder: Path) -> None:
        self.services, self.folder = services, folder
        self.ports = {name: port.free() for name in ("redis", "web", "http", "https", "monitor")}
        self.running: dict[str, Server | Postgres] = {}

    def start(self) -> None:
        for name in ("celery", "tmp"):
            (self.folder / name).mkdir()
        self._database()
        self._start("redis", "--port", self.ports["redis"], "--bind", "127.0.0.1", "--dir", self.folder)
        self._secrets()
        self.run("migrate")
        self.run("web", "python", "manage.py", "collectstatic", "--no-input")  # as the Dockerfile does
        for name in SERVERS:
            self._start(name)
        self._proxy()

    def stop(self) -> None:
        for server in reversed(self.running.values()):
            server.stop()

    def run(self, name: str, *argv: str) -> str:
        """What a command, by default the service's own, prints when run to its end in the service's place."""
        argv = argv or composed.words(self.services[name]["command"])
        done = self._call(name, argv, timeout=300)
        assert done.returncode == 0, f"{name}: {done.stdout}{done.stderr}"
        return done.stdout

    def well(self, name: str) -> bool:
        """Ask what the engine would ask."""
        try:
            return self._call(name, self._question(name), timeout=30).returncode == 0
        except subprocess.TimeoutExpired:
            return False

    def soon_well(self, name: str) -> bool:
        return soon(lambda: self.well(name))

    @contextlib.contextmanager
    def away(self, name: str) -> Iterator[None]:
        """A service is stopped while the block runs, and started again."""
        self.running.pop(name).stop()
        try:
            yield
        finally:
            self._start(name)

    def log(self, name: str) -> str:
        return (self.folder / f"{name}.log").read_text(errors="replace")

    def environment(self, name: str) -> dict[str, str]:
        """What the container would see, with its files and addresses moved here."""
        given = self.services[name].get("environment") or {}
        moved = {key: value.replace("/run/secrets", f"{self.folder}/secrets") for key, value in given.items()}
        database = urlsplit(self.database.url)
        path = f"{composed.PROGRAMS}:{self.database.programs()}:{os.environ['PATH']}:/usr/sbin"
        return moved | {
            "PATH": path,
            "HOME": str(self.folder),
            "BUREAU_VAR": str(self.folder),
            "REDIS_URL": f"redis://127.0.0.1:{self.ports['redis']}/0",
            "PORT": str(self.ports["web"]),
            "PGHOST": database.hostname or "",
            "PGPORT": str(database.port),
        }

    def _question(self, name: str) -> list[str]:
        argv = composed.question(self.services[name])
        if argv[0] == "redis-cli":
            argv[1:1] = ["-p", str(self.ports["redis"])]
        return [word.replace(":8081/", f":{self.ports['monitor']}/") for word in argv]

    def _call(self, name: str, argv, timeout: int) -> subprocess.CompletedProcess[str]:
        env = self.environment(name)
        return subprocess.run(
            argv, cwd=composed.TOP, env=env, capture_output=True, text=True, timeout=timeout
        )

    def _database(self) -> None:
        """The server of `make test`, with the options of the container."""
        self.database = Postgres(self.folder / "postgres", self.folder / "db.log", throwaway=True)
        asked = self.services["db"]["command"][1:]
        self.database.options += tuple(option.removeprefix("-c") for option in asked)
        self.running["db"] = self.database
        self.database.start()

    def _secrets(self) -> None:
        """As `make secrets` makes them; only the database stands elsewhere."""
        secrets.prepare(self.folder)
        here = urlsplit(self.database.url)
        for file in (self.folder / "secrets").glob("*database-url"):
            url = file.read_text().replace("@db:5432/", f"@{here.hostname}:{here.port}/")
            file.unlink()
            file.write_text(self.database.url if file.name == "database-url" else url)
        proxy.certificate(self.folder / "secrets")

    def _start(self, name: str, *more: object) -> None:
        argv = [*composed.words(self.services[name]["command"]), *more]
        log = self.folder / f"{name}.log"
        here = {"cwd": composed.TOP, "env": self.environment(name)}
        self.running[name] = Server(name, argv, log, patience=GRACE, **here)

    def _proxy(self) -> None:
        here = self.folder / "nginx.conf"
        here.write_text(proxy.configuration(self.folder, self.ports))
        *argv, inside = self.services["proxy"]["command"]
        assert inside == "/etc/bureau/nginx.conf"
        as_root = ["-g", "user root;"] if os.geteuid() == 0 else []
        argv = [*argv, here, *as_root]
        self.running["proxy"] = Server(
            "proxy", argv, self.folder / "proxy.log", cwd="/", env=self.environment("proxy")
        )
