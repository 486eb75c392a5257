"""buildah with a storage of its own, deleted with its folder; needs neither an engine nor overlay file systems."""

import subprocess
from pathlib import Path

from .commands import quietly
from .say import Trouble


class Buildah:
    def __init__(self, folder: Path) -> None:
        kept = ("--root", folder / "storage", "--runroot", folder / "run", "--storage-driver", "vfs")
        self.command = tuple(str(word) for word in ("buildah", *kept))

    def do(self, *arguments: object) -> None:
        """Into the log of set-up; a failure shows its last lines."""
        quietly([*self.command, *arguments], advice="buildah 未能完成")

    def say(self, *arguments: object) -> str:
        """What buildah prints."""
        done = subprocess.run([*self.command, *map(str, arguments)], capture_output=True, text=True)
        if done.returncode:
            raise Trouble(f"buildah {arguments[0]} 失败：\n{done.stderr}{done.stdout}")
        return done.stdout.strip()

    def size(self, image: str) -> str:
        """As «812 MB»."""
        return self.say("images", "--format", "{{.Size}}", image)
