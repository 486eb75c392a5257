"""PostgreSQL refuses to run as root: the ordinary account that then owns and runs it."""

import os
import pwd
from pathlib import Path
from typing import Any, NamedTuple

from .say import Trouble

ORDINARY = ("postgres", "nobody")


class Account(NamedTuple):
    uid: int
    gid: int

    def popen(self) -> dict[str, Any]:
        """Arguments for `subprocess` that make a command run as this account."""
        if self.uid == os.geteuid():
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def take(self, path: Path) -> None:
        """Make the account the owner of `path`."""
        if self.uid != os.geteuid():
            os.chown(path, self.uid, self.gid)


def for_folder(folder: Path) -> Account:
    """Who runs a server on `folder`: its owner if it exists, else ourselves, or for root an ordinary account."""
    if folder.exists():
        return _owner(folder)
    if os.geteuid():
        return Account(os.geteuid(), os.getegid())
    for name in ORDINARY:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid)
    raise Trouble("系统中没有 postgres 或 nobody 用户，无法以普通用户身份运行数据库：请改用普通用户运行。")


def _owner(folder: Path) -> Account:
    status = folder.stat()
    if os.geteuid() not in (0, status.st_uid):
        raise Trouble(f"{folder} 属于另一个用户：请仍由当初运行的用户（或 root）运行，或另设 BUREAU_VAR。")
    return Account(status.st_uid, status.st_gid)
