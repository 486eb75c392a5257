"""Chromium 80 and 92 for a few journeys, as office computers still have them: out of npm's chrome-aws-lambda, fetched once.
Where they cannot be had or do not start, a sentence says so, and their journeys are left out."""

import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from .commands import quietly
from .paths import PYTHON, VAR
from .say import Trouble, say, step

FOLDER = VAR / "chromium"
# Of each Chromium: the package's version and the SHA-256 of its archive, since it is a program that we start.
ARCHIVES = {
    "80": ("2.1.1", "94f8953cd47c3fbd9d0ba8f50d2e5aa4e8136ca52b37e2babcc12e43018ade77"),
    "92": ("10.1.0", "6745d06176d629be7021538a901a5a969f335c5a8c10a581b40862e7ed66996e"),
}
STARTS = ("--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "data:text/html,<p>begun</p>")
FETCH = ("npm", "pack", "--ignore-scripts", "--fetch-retries=0", "--fetch-timeout=120000")  # milliseconds
UNPACK = "tests.journeys.old.unpack"


def ensure() -> dict[str, str]:
    """Environment for the tests: `OLD_CHROMIUMS` names the folder of each one that starts, as `80=/…` parted by colons."""
    had = {version: folder for version in ARCHIVES if (folder := _one(version))}
    return {"OLD_CHROMIUMS": os.pathsep.join(f"{version}={folder}" for version, folder in had.items())}


def _one(version: str) -> Path | None:
    folder = FOLDER / version
    try:
        if not (folder / "chromium").exists():
            _make(version, folder)
        _try(folder)
    except (Trouble, OSError, subprocess.SubprocessError) as fault:
        say(f"  不用 Chromium {version} 检查旧浏览器：{fault}")
        return None
    return folder


def _make(version: str, folder: Path) -> None:
    if not shutil.which("npm"):
        raise Trouble("本机没有 npm，取不到 chrome-aws-lambda。")
    package, digest = ARCHIVES[version]
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        step(f"取 Chromium {version}（约 50 MB，仅此一次）"),
        tempfile.TemporaryDirectory(dir=FOLDER) as place,
    ):
        asked = (*FETCH, f"--pack-destination={place}", f"chrome-aws-lambda@{package}")
        quietly(asked, advice="chrome-aws-lambda 没有取到")
        (archive,) = Path(place).glob("*.tgz")
        if hashlib.sha256(archive.read_bytes()).hexdigest() != digest:
            raise Trouble("取到的 chrome-aws-lambda 与约定的校验码不符。")
        made = Path(place, "made")
        quietly([PYTHON, "-m", UNPACK, archive, made], advice="chrome-aws-lambda 没有解开")
        shutil.rmtree(folder, ignore_errors=True)
        made.rename(folder)


def _try(folder: Path) -> None:
    """Raises Trouble unless it shows a page."""
    environment = {**os.environ, "LD_LIBRARY_PATH": str(folder / "lib")}
    shown = subprocess.run(
        [folder / "chromium", *STARTS], env=environment, capture_output=True, text=True, timeout=60
    )
    if "begun" not in shown.stdout:
        raise Trouble("在本机启动不了。")
