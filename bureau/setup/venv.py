"""The virtual environment with exactly the locked dependencies."""

import importlib.util
import shutil
import subprocess
import sys

from . import apt
from .commands import quietly
from .paths import PYTHON, SETUP, VENV
from .say import step

PRODUCT, CHECKS = "requirements.txt", "requirements-dev.txt"


def ensure(lock: str) -> None:
    """Install the lock file's packages into `.venv`, unless that has been done."""
    wanted, installed = SETUP / lock, VENV / lock
    works = _works()
    if works and installed.exists() and installed.read_bytes() == wanted.read_bytes():
        return
    if not works:
        _make()
    with step("安装 Python 依赖（首次约一两分钟）"):
        pip("--requirement", wanted)
    shutil.copyfile(wanted, installed)


def pip(*arguments: object) -> None:
    """`pip install` into the environment, hashes required."""
    quietly(
        [
            PYTHON,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--require-hashes",
            *arguments,
        ],
        advice="Python 依赖未能安装，请检查网络和 pip 配置后重试",
    )


def _works() -> bool:
    return (
        PYTHON.exists()
        and subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True).returncode == 0
    )


def _make() -> None:
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
        apt.install([f"python3.{sys.version_info.minor}-venv"])
    with step("建立虚拟环境 .venv"):
        quietly([sys.executable, "-m", "venv", "--clear", VENV], advice="虚拟环境未能建立")
