"""One whole installation in a folder: PostgreSQL that keeps its word, Redis, the programs; gone afterwards."""

import contextlib
import os
import secrets
import signal
import tempfile
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import django
from django.core.management import call_command
from redis import Redis

from bureau.bench.gateway import Gateway
from bureau.chaos import disk, programs
from bureau.chaos.scale import WORKERS
from bureau.setup import port
from bureau.setup.postgres import Postgres
from bureau.setup.redis import Redis as RedisServer
from bureau.setup.say import step


class House:
    """`var`: its BUREAU_VAR. `gateway`: the receiver of what it sends outside."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.var, self.port = folder, folder / "var", port.free()
        self.var.mkdir()
        self.postgres = Postgres(folder / "postgres", folder / "postgres.log")
        self.redis = RedisServer(folder, folder / "redis.log")
        self.gateway = Gateway(secrets.token_urlsafe(24))

    def start(self) -> None:
        """The servers, and this process as one more program of the house, with all tables made."""
        self.postgres.start()
        self.redis.start()
        self.gateway.start()
        os.environ.update(self.environment)
        django.setup()
        call_command("migrate", verbosity=0, interactive=False)

    def stop(self) -> None:
        for program in (*self.beats, *self.workers, self.web):
            program.kill()
        self.gateway.stop()
        self.redis.stop()
        self.postgres.stop()
        disk.unmount(self.var)

    @property
    def address(self) -> str:
        return f"http://{port.HOST}:{self.port}"

    @cached_property
    def environment(self) -> dict[str, str]:
        return os.environ | {
            "DJANGO_SETTINGS_MODULE": "bureau.chaos.settings",
            "DATABASE_URL": self.postgres.url,
            "REDIS_URL": self.redis.url,
            "BUREAU_VAR": str(self.var),
            "NOTICE_GATEWAY_URL": self.gateway.url,
            "NOTICE_GATEWAY_KEY": self.gateway.key,
            "LOG_LEVEL": "INFO",
        }

    @cached_property
    def workers(self) -> list[programs.Program]:
        return programs.workers(WORKERS, self.folder, self.environment)

    @cached_property
    def beats(self) -> list[programs.Program]:
        return programs.beats(2, self.folder, self.environment)

    @cached_property
    def web(self) -> programs.Program:
        return programs.web(self.port, self.folder, self.environment)

    def flush_redis(self) -> None:
        with Redis.from_url(self.redis.url) as redis:
            redis.flushall()

    def restart_postgres(self, ending: signal.Signals) -> None:
        """SIGINT is its fast shutdown, SIGQUIT the immediate one: as if the power failed, with recovery after."""
        os.kill(self.postgres.server.pid, ending)
        self.postgres.stop()
        self.postgres.start()


@contextlib.contextmanager
def house() -> Iterator[House]:
    with tempfile.TemporaryDirectory(prefix="bureau-chaos-", ignore_cleanup_errors=True) as folder:
        standing = House(Path(folder))
        try:
            with step("建立一套临时的系统"):
                standing.start()
            yield standing
        finally:
            standing.stop()
