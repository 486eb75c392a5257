"""Files that jobs have made: one per job, kept for a week, beside the store and never part of it."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO

from django.conf import settings


def folder() -> Path:
    return settings.FILES_ROOT / "jobs"


def path_of(pk: int) -> Path:
    """Where a job's file lies once it is finished."""
    return folder() / str(pk)


@contextmanager
def writing(pk: int) -> Iterator[IO[bytes]]:
    """A binary file to write to; in its place as a whole when the block ends, gone if it fails."""
    folder().mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder(), delete=False) as out:
        try:
            yield out
            out.flush()
            os.fsync(out.fileno())
        except BaseException:
            os.unlink(out.name)
            raise
    os.replace(out.name, path_of(pk))


def weigh(pk: int) -> dict:
    """Size in bytes and SHA-256 of a finished file."""
    with path_of(pk).open("rb") as file:
        return {
            "sha256": hashlib.file_digest(file, "sha256").hexdigest(),
            "size": os.fstat(file.fileno()).st_size,
        }


def clear(before: datetime) -> None:
    """Remove what was written before this moment, finished or not."""
    for path in folder().glob("*"):
        if path.stat().st_mtime < before.timestamp():
            path.unlink(missing_ok=True)
