"""Chromium for the journeys: the system's, else Debian's package, else Playwright's own. The one without windows first:
it draws the same pages, and no frame around each of them."""

import shutil
import subprocess

from . import apt
from .commands import quietly
from .paths import PYTHON
from .say import step

PACKAGES = ("chromium-headless-shell", "chromium")
PROGRAMS = (*PACKAGES, "google-chrome-stable", "google-chrome")


def ensure() -> dict[str, str]:
    """Environment for the tests: `CHROMIUM` names the program; empty when Playwright brings its own."""
    if not _program() and (package := next(filter(_packaged, PACKAGES), None)):
        apt.install([package])
    if program := _program():
        return {"CHROMIUM": program}
    with step("安装 Playwright 自带的 Chromium"):
        quietly([PYTHON, "-m", "playwright", "install", "--with-deps", "chromium"])
    return {}


def _program() -> str | None:
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


def _packaged(package: str) -> bool:
    """Whether apt knows a real one: Ubuntu offers only a snap."""
    if not shutil.which("apt-cache"):
        return False
    shown = subprocess.run(["apt-cache", "policy", package], capture_output=True, text=True).stdout
    return "Candidate:" in shown and "Candidate: (none)" not in shown and "snap" not in shown
