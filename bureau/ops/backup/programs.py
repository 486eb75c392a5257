"""PostgreSQL's own programs: where they are, and how they reach our database."""

import errno
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from django.db import connection

from bureau.ops.backup.trouble import Trouble
from bureau.setup import binaries

ACCESS = {
    "HOST": "PGHOST",
    "PORT": "PGPORT",
    "USER": "PGUSER",
    "PASSWORD": "PGPASSWORD",
    "NAME": "PGDATABASE",
}
EXCERPT = 400  # characters of what a program complained


def find(name: str, major: int) -> Path:
    """The program of that PostgreSQL version, else of the nearest newer one."""
    found = {}
    for folder in _folders():
        if (folder / name).is_file():
            found.setdefault(_version(folder / name), folder / name)
    fitting = [version for version in found if version >= major]
    if not fitting:
        here = f"本机只有 {max(found)} 版的" if found else "本机没有"
        raise Trouble(
            f"数据库是 PostgreSQL {major}，{here} {name}：请安装 postgresql-client-{major} 后重试。"
        )
    return found[min(fitting)]


def server_major() -> int:
    """The major version of the server that we are connected to."""
    connection.ensure_connection()
    return connection.pg_version // 10_000


def access() -> dict[str, str]:
    """The environment in which libpq reaches our database; the password is on no command line."""
    told = {variable: connection.settings_dict[name] for name, variable in ACCESS.items()}
    options = connection.settings_dict.get("OPTIONS", {})
    told |= {f"PG{key.upper()}": value for key, value in options.items() if key.startswith("ssl")}
    return {**os.environ, **{key: str(value) for key, value in told.items() if value}, "LC_ALL": "C.UTF-8"}


def call(*argv: object) -> None:
    """Run a program to its end; what it complained becomes the trouble."""
    done = subprocess.run([str(word) for word in argv], env=access(), capture_output=True, text=True)
    if done.returncode:
        if "No space left" in done.stderr:
            raise OSError(errno.ENOSPC, "No space left on device")
        raise Trouble(f"{Path(argv[0]).name} 未完成：{last_words(done.stderr)}")


def last_words(complaint: str) -> str:
    """The end of what a program wrote to its error stream."""
    return " ".join(complaint.split())[-EXCERPT:] or "没有说明原因"


def _folders() -> Iterator[Path]:
    yield binaries.wheel_home() / binaries.WHEEL_BINARIES
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if on_path := shutil.which("pg_dump"):
        yield Path(on_path).parent


def _version(program: Path) -> int:
    words = subprocess.run([program, "--version"], capture_output=True, text=True)
    number = re.search(r"\) (\d+)", words.stdout)
    return int(number[1]) if number else 0
