"""A PostgreSQL server of our own, on a free port of 127.0.0.1, with its data in a folder of ours.

The folder is handed to the server as an open descriptor: run as an ordinary account it could not walk
there when the project lies where only root may enter (/root).
"""

import os
import secrets
import shutil
import signal
import subprocess
import time
from pathlib import Path

from . import account, binaries, port, stale
from .processes import Server
from .say import Trouble

NAME = "bureau"
LOCALE = ("--locale=C.UTF-8", "--encoding=UTF8")
# Nothing in it outlives it. Its statistics stay what they are: a planner that was told of a table while it was empty,
# between two tests, takes minutes over what the next one puts there.
THROWAWAY = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off")
PATIENCE = 120  # seconds to become ready: recovery after a power cut takes its time


class Postgres:
    """`folder` keeps `data` and `password`; a throw-away server gives up durability and upkeep for speed."""

    def __init__(self, folder: Path, log: Path, throwaway: bool = False) -> None:
        self.folder, self.log = folder, log
        self.data, self._password = folder / "data", folder / "password"
        self.creation = (*LOCALE, "--no-sync") if throwaway else LOCALE
        self.options = THROWAWAY if throwaway else ()
        self.port, self.url = 0, ""
        self.server: Server | None = None

    def start(self) -> None:
        """Create the database at the first start, run the server, wait until it answers at `url`: every time
        the same, so that whoever was connected finds it again."""
        programs = self.programs()  # first: Debian's package brings the account
        self.account = account.for_folder(self.data)
        stale.stop(self.data)
        self.folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self.folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            if not self.data.exists():
                self._create(programs, descriptor)
            self._serve(programs, descriptor)
        finally:
            os.close(descriptor)

    def stop(self) -> None:
        """Fast shutdown: nothing committed is lost. Harmless when the start failed."""
        if self.server:
            self.server.stop()

    def programs(self) -> Path:
        """The folder of the programs that fit the data, installed when missing."""
        version = self.data / "PG_VERSION"
        return binaries.find(int(version.read_text()) if version.exists() else None)

    def _create(self, programs: Path, descriptor: int) -> None:
        """Build beside, then rename: a half-made cluster is never taken for a whole one."""
        self.account.take(self.folder)
        fresh = self.folder / "data.new"
        shutil.rmtree(fresh, ignore_errors=True)
        self._choose_password()
        here = f"/proc/self/fd/{descriptor}"
        authority = ("--username", NAME, "--auth=scram-sha-256", f"--pwfile={here}/password")
        self._call(descriptor, programs / "initdb", "-D", f"{here}/data.new", *authority, *self.creation)
        single = (programs / "postgres", "--single", "-D", f"{here}/data.new", "postgres")
        self._call(descriptor, *single, words=f"CREATE DATABASE {NAME}\n")
        fresh.rename(self.data)

    def _choose_password(self) -> None:
        self._password.unlink(missing_ok=True)
        self._password.touch(mode=0o600)
        self._password.write_text(secrets.token_urlsafe(24))
        self.account.take(self._password)

    def _call(self, descriptor: int, *argv: object, words: str = "") -> None:
        done = subprocess.run(
            [str(word) for word in argv],
            cwd="/",
            input=words,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            pass_fds=(descriptor,),
            **self.account.popen(),
        )
        if done.returncode or "FATAL" in done.stdout:
            raise Trouble(f"数据库未能建立：\n{done.stdout}")

    def _serve(self, programs: Path, descriptor: int) -> None:
        self.port = self.port or port.free()
        options = (
            "listen_addresses=127.0.0.1",
            f"port={self.port}",
            "unix_socket_directories=",
            *self.options,
        )
        settings = (word for option in options for word in ("-c", option))
        self.server = Server(
            "数据库",
            [programs / "postgres", "-D", f"/proc/self/fd/{descriptor}/data", *settings],
            self.log,
            endings=(signal.SIGINT, signal.SIGQUIT),
            cwd="/",
            pass_fds=(descriptor,),
            **self.account.popen(),
        )
        self._wait_until_ready()
        self.url = f"postgres://{NAME}:{self._password.read_text()}@{port.HOST}:{self.port}/{NAME}"

    def _wait_until_ready(self) -> None:
        """The server writes «ready» into its pid file."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            self.server.require_alive()
            lock = self.data / "postmaster.pid"
            if lock.exists() and "ready" in lock.read_text().split():
                return
            time.sleep(0.05)
        raise Trouble(f"数据库 {PATIENCE} 秒内没有就绪：日志见 {self.log}。")
