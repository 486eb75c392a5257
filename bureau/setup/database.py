"""The database of `make run`: the one in `DATABASE_URL`, else a server of our own under `var/`."""

import contextlib
import fcntl
import os
from collections.abc import Iterator

from .paths import LOG, RUN, VAR
from .postgres import Postgres
from .processes import Server
from .say import Trouble, step

URL_FILE = RUN / "database-url"  # read by the settings, so that other shells find the server


@contextlib.contextmanager
def only_one() -> Iterator[None]:
    """Two servers on one data folder would destroy it: a second runner is turned away."""
    RUN.mkdir(parents=True, exist_ok=True)
    with (RUN / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Trouble(f"本系统已在运行（数据目录 {VAR}）：请先在那个终端按 Ctrl-C 停止。") from None
        yield


@contextlib.contextmanager
def database() -> Iterator[tuple[Server, ...]]:
    """Run the server while the block runs, given as a tuple; empty where `DATABASE_URL` names another."""
    if os.environ.get("DATABASE_URL"):
        yield ()
        return
    postgres = Postgres(VAR / "postgres", LOG / "postgres.log")
    postgres.programs()
    try:
        with step("启动数据库"):
            postgres.start()
        _write_down(postgres.url)
        yield (postgres.server,)
    finally:
        URL_FILE.unlink(missing_ok=True)
        with step("停止数据库"):
            postgres.stop()


def _write_down(url: str) -> None:
    URL_FILE.unlink(missing_ok=True)
    with open(os.open(URL_FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(url)
