"""What the system must provide: each Debian package beside the evidence that it is not needed."""

import functools
import os
import shutil
from collections.abc import Callable, Iterable
from ctypes.util import find_library
from pathlib import Path
from typing import NamedTuple

from . import apt

FONTS = Path("/usr/share/fonts")


class Need(NamedTuple):
    package: str
    present: Callable[[], bool]


def _library(package: str, name: str) -> Need:
    return Need(package, lambda: find_library(name) is not None)


def command(package: str, name: str) -> Need:
    return Need(package, lambda: shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin") is not None)


def _font(package: str, *files: str) -> Need:
    return Need(package, lambda: set(files) <= _font_files())


@functools.cache
def _font_files() -> frozenset[str]:
    return frozenset(file.name for file in FONTS.rglob("*.tt[cf]"))


TYPESETTING = (
    _library("libpango-1.0-0", "pango-1.0"),
    _library("libpangoft2-1.0-0", "pangoft2-1.0"),
    _library("libharfbuzz-subset0", "harfbuzz-subset"),
    command("libharfbuzz-bin", "hb-subset"),
    _font("fonts-noto-cjk", "NotoSansCJK-Regular.ttc", "NotoSerifCJK-Regular.ttc"),
    _font("fonts-arphic-uming", "uming.ttc"),
    _font("fonts-arphic-ukai", "ukai.ttc"),
    _font("fonts-liberation", "LiberationSerif-Regular.ttf"),
    _font("fonts-dejavu-core", "DejaVuSans.ttf"),
)
CHECKING = (
    command("redis-server", "redis-server"),
    command("nginx", "nginx"),
    command("curl", "curl"),
    command("poppler-utils", "pdftoppm"),
    command("mupdf-tools", "mutool"),
    _font("fonts-wqy-microhei", "wqy-microhei.ttc"),
)


def ensure(needs: Iterable[Need]) -> None:
    """Install what is missing."""
    missing = [need.package for need in needs if not need.present()]
    if missing:
        apt.install(missing)
