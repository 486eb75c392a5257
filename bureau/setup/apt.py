"""Debian packages: installed as root or through sudo; elsewhere one sentence names them."""

import contextlib
import os
import shutil
import sys
from collections.abc import Sequence

from .commands import quietly, run
from .say import Trouble, step

INSTALL = (
    # RUNLEVEL=1: Debian would start the servers it installs, and ours are started by us
    *("env", "DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1", "apt-get", "install", "--yes"),
    *("--no-install-recommends", "--option", "DPkg::Lock::Timeout=300"),
)


def install(packages: Sequence[str]) -> None:
    """Install Debian packages, or raise `Trouble` naming them."""
    names = " ".join(packages)
    root = as_root(names)
    with step(f"安装系统软件包 {names}"):
        with contextlib.suppress(Trouble):  # a broken foreign source must not stand in the way
            quietly([*root, "apt-get", "update"])
        quietly(
            [*root, *INSTALL, *packages],
            advice=_missing(names, "apt-get 未能安装，请检查网络和软件源，或"),
        )


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
