"""Chromium for the journeys: the system's, else Debian's package, else Playwright's own."""

import shutil
import subprocess

from . import apt
from .commands import quietly
from .paths import PYTHON
from .say import step

PROGRAMS = ("chromium", "google-chrome-stable", "google-chrome")


def ensure() -> dict[str, str]:
    """Environment for the tests: `CHROMIUM` names the program; empty when Playwright brings its own."""
    if not _program() and _packaged():
        apt.install(["chromium"])
    if program := _program():
        return {"CHROMIUM": program}
    with step("安装 Playwright 自带的 Chromium"):
        quietly([PYTHON, "-m", "playwright", "install", "--with-deps", "chromium"])
    return {}


def _program() -> str | None:
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


def _packaged() -> bool:
    """Whether apt knows a real package: Ubuntu offers only a snap."""
    if not shutil.which("apt-cache"):
        return False
    shown = subprocess.run(["apt-cache", "policy", "chromium"], capture_output=True, text=True).stdout
    return "Candidate:" in shown and "Candidate: (none)" not in shown and "snap" not in shown
