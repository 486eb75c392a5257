"""Keeping files: by their SHA-256, outside the web root, written once and never changed."""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from bureau.files.arriving import NoRoom
from bureau.files.classified import REFUSAL, is_marked
from bureau.files.refused import Refused
from bureau.files.room import WORDS, room_on_disk
from bureau.files.sniff import sniff


@dataclass(frozen=True)
class Kept:
    """A file that lies in the store. `size` in bytes, `kind` as sniffed (docx, xlsx, pdf, png, jpg)."""

    name: str
    kind: str
    size: int
    sha256: str


@room_on_disk()
def keep(upload) -> Kept:
    """Check what the upload is and put it in the store; raises `Refused` with a sentence for the user."""
    if isinstance(upload, NoRoom):
        raise Refused(WORDS)
    if is_marked(upload.name):
        raise Refused(f"文件「{upload.name}」标有密级。{REFUSAL}")
    kind = sniff(upload, upload.name, limit=settings.FILE_SIZE_LIMIT)
    settings.FILES_ROOT.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=settings.FILES_ROOT, delete=False) as copy:
        try:
            sha256, size = write(upload, copy)
        except BaseException:
            os.unlink(copy.name)
            raise
    place(copy.name, sha256)
    return Kept(upload.name[-200:], str(kind), size, sha256)


def write(upload, copy) -> tuple[str, int]:
    """Copy the upload to the disk for good; its SHA-256 in hex and its size in bytes."""
    digest, size = hashlib.sha256(), 0
    upload.seek(0)
    for chunk in upload.chunks():
        digest.update(chunk)
        size += len(chunk)
        copy.write(chunk)
    copy.flush()
    os.fsync(copy.fileno())
    return digest.hexdigest(), size


def place(temporary: str, sha256: str) -> None:
    """Move into its place by an atomic rename; it takes the place of an equal file."""
    path = path_of(sha256)
    path.parent.mkdir(exist_ok=True)
    os.replace(temporary, path)


def open_kept(sha256: str):
    """The kept file's bytes, open for reading."""
    return path_of(sha256).open("rb")


def path_of(sha256: str) -> Path:
    """Where a kept file lies."""
    return settings.FILES_ROOT / sha256[:2] / sha256
