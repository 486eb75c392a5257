"""Debian packages: installed as root or through sudo; elsewhere one sentence names them."""

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from .commands import quietly, run
from .paths import SETUP
from .say import Trouble, step

INSTALL = (
    *("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "--yes"),
    *("--no-install-recommends", "--option", "DPkg::Lock::Timeout=300"),
)
ASKED = Path("/usr/sbin/policy-rc.d")  # whether a server may be started that was just installed


def install(packages: Sequence[str]) -> None:
    """Install Debian packages, or raise `Trouble` naming them."""
    names = " ".join(packages)
    root = as_root(names)
    with step(f"安装系统软件包 {names}"):
        with contextlib.suppress(Trouble):  # a broken foreign source must not stand in the way
            quietly([*root, "apt-get", "update"])
        with _starting_nothing(root):
            quietly(
                [*root, *INSTALL, *packages],
                advice=_missing(names, "apt-get 未能安装，请检查网络和软件源，或"),
            )


@contextlib.contextmanager
def _starting_nothing(root: list[str]) -> Iterator[None]:
    """Debian would start a server that it installs, on ports that may be taken: ours are started by us."""
    if ASKED.exists():
        yield
        return
    quietly([*root, "install", "-m", "755", SETUP / ASKED.name, ASKED])
    try:
        yield
    finally:
        quietly([*root, "rm", "-f", ASKED])


def as_root(names: str) -> list[str]:
    """What to put before a command so that it runs as root; `names` is what we would install."""
    if not shutil.which("apt-get"):
        raise Trouble(_missing(names, "本系统没有 apt-get，请"))
    if os.geteuid() == 0:
        return []
    sudo = ["sudo"] if sys.stdin.isatty() else ["sudo", "--non-interactive"]
    if shutil.which("sudo") and run([*sudo, "--validate"]) == 0:
        return sudo
    raise Trouble(_missing(names, "当前用户不能用 sudo，请"))


def _missing(names: str, what: str) -> str:
    return (
        f"缺少系统软件包：{names}。{what}由管理员安装后重试（apt-get install {names}）。\n"
        f"  Missing system packages: {names}. Please have them installed and run again."
    )
