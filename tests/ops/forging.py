"""Archives as a hostile or an unlucky world would make them."""

import hashlib
import io
import tarfile

from bureau.ops.backup import archive, manifest, programs

FILE = b"a kept file"
SHA = hashlib.sha256(FILE).hexdigest()
PLACE = f"files/{SHA[:2]}/{SHA}"


def told(dump: bytes = b"no dump", **changed) -> dict:
    """A manifest of an archive with that dump and the one file."""
    whole = {
        "format": 1,
        "version": "0.1.0",
        "made_at": "2026-11-01T00:00:00+08:00",
        "postgresql": programs.server_major(),
        "migrations": ["matters.0001_initial"],
        "counts": {},
        "chains": {},
        "dump": hashlib.sha256(dump).hexdigest(),
        "files": [SHA],
        "missing": [],
        "damaged": [],
    }
    return {**whole, **changed}


def forge(
    path, members: dict[str, bytes] | None = None, told_by: dict | None = None, dump=b"no dump", links=()
):
    """Write an archive: its members (an honest one's by default), and links `(name, target)`; then its manifest."""
    if members is None:
        members = {archive.DUMP: dump, PLACE: FILE}
    papers = {} if told_by is None else {archive.MANIFEST: manifest.sealed(told_by)}
    with tarfile.open(path, "w") as tar:
        for name, content in {**members, **papers}.items():
            put(tar, name, content)
        for name, target in links:
            link = tarfile.TarInfo(name)
            link.type, link.linkname = tarfile.SYMTYPE, target
            tar.addfile(link)
    return path


def put(tar, name: str, content: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(content)
    tar.addfile(member, io.BytesIO(content))
