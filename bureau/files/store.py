"""Keeping files: by their SHA-256, outside the web root, written once and never changed."""

import hashlib
import logging
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO, Any, BinaryIO

from django.conf import settings
from django.core.files.base import ContentFile, File

from bureau.files.arriving import NoRoom
from bureau.files.classified import REFUSAL, is_marked
from bureau.files.naming import named
from bureau.files.refused import Refused
from bureau.files.room import WORDS, room_on_disk
from bureau.files.sniff import FileKind, sniff
from bureau.org import cipher

log = logging.getLogger(__name__)
ARRIVED = "upload that arrived"  # what a sealed one is bound to until it is known whose it is


@dataclass(frozen=True)
class Kept:
    """A file that lies in the store. `size` in bytes, `kind` as sniffed (docx, xlsx, pdf, png, jpg), which its name
    ends in. `sealed`: it lies there as cipher text, bound to `ARRIVED`, until it is known whose it is; `sha256` is of that."""

    name: str
    kind: str
    size: int
    sha256: str
    sealed: bool = False

    @property
    def columns(self) -> dict[str, Any]:
        """What a row has that hangs it somewhere."""
        return {"name": self.name, "kind": self.kind, "size": self.size, "sha256": self.sha256}

    def content(self) -> bytes:
        """In plain. Raises FileNotFoundError, cipher.Unreadable."""
        if self.sealed:
            return open_sealed(self.sha256, ARRIVED)
        with open_kept(self.sha256) as stream:
            return stream.read()


def keep(upload: File) -> Kept:
    """Check what the upload is and put it in the store; raises `Refused` with a sentence for the user."""
    kind = checked(upload, settings.FILE_SIZE_LIMIT)
    sha256, size = put(upload)
    return Kept(named(upload.name or "", kind), str(kind), size, sha256)


def keep_sealed(upload: File, limit: int) -> Kept:
    """The same of a file of `limit` bytes at most, of which only cipher text comes to lie there: `sha256` is of that. It waits for
    whoever takes it, and is forgotten where nobody does (`forgetting`). Raises `Refused`."""
    kind = checked(upload, limit)
    content = b"".join(upload.chunks())
    sha256 = put_sealed(content, ARRIVED)
    note(waiting() / sha256)
    return Kept(named(upload.name or "", kind), str(kind), len(content), sha256, sealed=True)


def put_sealed(content: bytes, about: str) -> str:
    """Under which digest it lies there as cipher text."""
    sha256, _size = put(ContentFile(cipher.seal(content, about)))
    return sha256


def open_sealed(sha256: str, about: str) -> bytes:
    """Raises FileNotFoundError where it is lost or swapped, cipher.Unreadable."""
    with open_kept(sha256) as stream:
        return cipher.unseal(stream.read(), about)


def opened(sha256: str, about: str) -> BinaryIO:
    """A kept file, open for reading; with `about` one that was sealed. Raises FileNotFoundError, also where it opens with no key."""
    if not about:
        return open_kept(sha256)
    try:
        return BytesIO(open_sealed(sha256, about))
    except cipher.Unreadable as closed:
        raise FileNotFoundError(str(closed)) from closed


def drop_sealed(sha256: str) -> None:
    """The store forgets nothing but cipher text: that was written anew, that nobody took, or whose matter is void."""
    path_of(sha256).unlink(missing_ok=True)
    (waiting() / sha256).unlink(missing_ok=True)


def checked(upload: File, limit: int) -> FileKind:
    """What the upload is. Raises `Refused`."""
    if isinstance(upload, NoRoom):
        raise Refused(WORDS)
    name = upload.name or ""
    if is_marked(name):
        raise Refused(f"文件「{name}」标有密级。{REFUSAL}")
    return sniff(upload, name, limit=limit)


@room_on_disk()
def put(upload: File) -> tuple[str, int]:
    """Into its place; its SHA-256 in hex and its size in bytes. Raises `Refused` where the disk is full."""
    settings.FILES_ROOT.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=settings.FILES_ROOT, delete=False) as copy:
        try:
            sha256, size = write(upload, copy)
        except BaseException:
            os.unlink(copy.name)
            raise
    place(copy.name, sha256)
    return sha256, size


def write(upload: File, copy: IO[bytes]) -> tuple[str, int]:
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


class Swapped(FileNotFoundError):
    """What lies in its place is not what was kept: as good as lost."""


def open_kept(sha256: str) -> BinaryIO:
    """The kept file's bytes, open for reading. Raises FileNotFoundError where the store has lost them, Swapped where
    others lie in their place; that is remembered for `swapped`."""
    try:
        return open_whole(path_of(sha256), sha256)
    except Swapped:
        note_swapped(sha256)
        raise


def open_whole(path: Path, sha256: str) -> BinaryIO:
    """A file, open for reading, once its bytes are found to be those of the digest: 30 MB take a twentieth of a second."""
    stream = path.open("rb")
    if hashlib.file_digest(stream, "sha256").hexdigest() != sha256:
        stream.close()
        log.error("file %s is not what was written", path)
        raise Swapped(path)
    stream.seek(0)
    return stream


def note_swapped(sha256: str) -> None:
    """Remember it for whoever runs the house. Where the disk takes no note, the log has it."""
    with suppress(OSError):
        note(noted() / sha256)


def swapped() -> list[str]:
    """Digests of files in whose place others were found, and which have not come back since."""
    return sorted(path.name for path in noted().glob("*") if not is_whole(path.name))


def is_whole(sha256: str) -> bool:
    """Whether it lies in the store as it was kept."""
    try:
        open_kept(sha256).close()
    except OSError:
        return False
    return True


def note(place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.touch()


def noted() -> Path:
    return settings.FILES_ROOT / "swapped"


def waiting() -> Path:
    """Here stands the digest of each sealed upload whose form was not sent yet."""
    return settings.FILES_ROOT / "waiting"


def path_of(sha256: str) -> Path:
    """Where a kept file lies."""
    return settings.FILES_ROOT / sha256[:2] / sha256
