"""Whether a package is what was exported: each file that was changed, is missing or was added, by its name."""

import json
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from bureau.interface.package import manifest

LARGEST = 16 * 1024 * 1024  # bytes of a list that is read


class NoPackage(Exception):
    """The file is none; in words."""


def faults(file: Path) -> list[str]:
    """A sentence each; none where all is as it was exported. Raises NoPackage."""
    try:
        with ZipFile(file) as package:
            return list(differences(package, listed(package)))
    except OSError as trouble:
        raise NoPackage(f"打不开 {file}（{type(trouble).__name__}）。") from trouble
    except BadZipFile as broken:
        raise NoPackage(f"{file} 不是数据包，或者已经损坏。") from broken


def listed(package: ZipFile) -> dict[str, Any]:
    try:
        if package.getinfo(manifest.NAME).file_size > LARGEST:
            raise ValueError
        told = json.loads(package.read(manifest.NAME))
        if not isinstance(told["files"], dict):
            raise TypeError
    except (KeyError, ValueError, TypeError, BadZipFile, zlib.error) as unread:
        raise NoPackage(f"包里没有能读的{manifest.NAME}，不能核对。") from unread
    return told


def differences(package: ZipFile, told: dict[str, Any]) -> Iterator[str]:
    if not manifest.holds(told):
        yield f"{manifest.NAME} 被改动过，或者不是本系统导出的。"
    found = Counter(package.namelist())
    files: dict[str, str] = told["files"]
    for name, digest in files.items():
        if not found[name]:
            yield f"缺少 {name}"
        elif not is_as_listed(package, name, digest):
            yield f"改动 {name}"
    for name, times in found.items():
        if name not in files and name != manifest.NAME:
            yield f"多出 {name}"
        elif times > 1:
            yield f"重复 {name}"


def is_as_listed(package: ZipFile, name: str, digest: str) -> bool:
    """What cannot be unpacked any more was changed, too: RuntimeError is how a member answers that was made to look encrypted,
    NotImplementedError one of a compression that nobody knows."""
    try:
        with package.open(name) as member:
            return manifest.digest(member) == digest
    except (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError):
        return False
