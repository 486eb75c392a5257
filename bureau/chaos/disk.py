"""A disk with little room: a tmpfs that only this thread and the programs it starts see, gone with them."""

import ctypes
import os
from pathlib import Path

LIBC = ctypes.CDLL(None, use_errno=True)
CLONE_NEWNS, MS_REC, MS_PRIVATE, MNT_DETACH = 0x00020000, 0x4000, 1 << 18, 2  # linux/sched.h, linux/mount.h


def mount(folder: Path, size: int) -> bool:
    """Lay a disk of `size` bytes over the folder. False where this account may not (who is not root)."""
    folder.mkdir(parents=True, exist_ok=True)
    if os.geteuid() or LIBC.unshare(CLONE_NEWNS):
        return False
    alone = LIBC.mount(b"none", b"/", None, MS_REC | MS_PRIVATE, None)
    return not alone and not LIBC.mount(b"tmpfs", bytes(folder), b"tmpfs", 0, f"size={size}".encode())


def unmount(folder: Path) -> None:
    """Harmless where none was mounted."""
    LIBC.umount2(bytes(folder), MNT_DETACH)


def fill_up(folder: Path) -> Path:
    """A file that takes all the room there is left; removing it makes room again."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            return ballast


def limited(argv, size: int) -> tuple:
    """The same program, which may write no file larger than `size` bytes: where no disk can be mounted. Nor may it
    write its log then, which is larger already."""
    return ("sh", "-c", f'ulimit -f {size // 512}; exec "$@" >/dev/null 2>&1', "sh", *argv)
