"""The archive itself: written in one stroke, and looked through before anything is done with it."""

import hashlib
import io
import re
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bureau.ops.backup import manifest as papers
from bureau.ops.backup.trouble import Trouble, in_words

DUMP, MANIFEST = "database.dump", "manifest.json"
KEPT = re.compile(r"files/([0-9a-f]{2})/(\1[0-9a-f]{62})")
CHUNK = 1024 * 1024
MOST_MANIFEST = 512 * 1024 * 1024  # bytes: some five million files


class Writer:
    """Members go in one after the other; `digest` is that of all bytes written so far."""

    def __init__(self, stream):
        self.stream, self.whole = stream, hashlib.sha256()
        self.tar = tarfile.open(fileobj=self, mode="w|", format=tarfile.PAX_FORMAT)  # noqa: SIM115 closed by end

    def write(self, chunk: bytes) -> int:
        """Called by the tar; also when it is thrown away unended, the disk being full."""
        if self.stream.closed:
            return len(chunk)
        self.whole.update(chunk)
        return self.stream.write(chunk)

    def add(self, name: str, path: Path) -> None:
        with path.open("rb") as stream:
            self._put(name, path.stat().st_size, stream)

    def end(self, manifest: dict) -> str:
        """Close with the manifest. Returns the archive's SHA-256 in hex."""
        content = papers.sealed(manifest)
        self._put(MANIFEST, len(content), io.BytesIO(content))
        self.tar.close()
        return self.whole.hexdigest()

    def _put(self, name: str, size: int, stream) -> None:
        member = tarfile.TarInfo(name)
        member.size, member.mode = size, 0o600
        self.tar.addfile(member, stream)


@contextmanager
def looked_through(path: Path) -> Iterator["Reader"]:
    """The archive, open, after every byte of it was held against its manifest; raises Trouble otherwise."""
    with _opened(path) as stream:
        try:
            with tarfile.open(fileobj=stream, mode="r:") as tar:
                reader = Reader(tar)
                reader.check()
                yield reader
        except tarfile.TarError:
            raise Trouble("归档不完整或已损坏，没有恢复任何内容：请换一份备份。") from None


def _opened(path: Path):
    try:
        return path.open("rb")
    except OSError as refused:
        raise Trouble(f"归档打不开：{in_words(refused)}") from None


class Reader:
    """An open archive. `manifest`; `files`: digest → member."""

    def __init__(self, tar: tarfile.TarFile):
        self.tar = tar
        self.members = {}
        for member in tar:
            self._accept(member)
        self.manifest = papers.opened(self._manifest())
        self.files = {
            KEPT.fullmatch(name)[2]: self.members[name] for name in self.members if KEPT.fullmatch(name)
        }

    def open(self, member: tarfile.TarInfo):
        return self.tar.extractfile(member)

    def check(self) -> None:
        """Every member is there, no other is, and each has the digest that the manifest says."""
        if DUMP not in self.members or self.digest(self.members[DUMP]) != self.manifest["dump"]:
            raise Trouble("归档中的数据库转储与清单不符，没有恢复任何内容：请换一份备份。")
        told = set(self.manifest["files"])
        if told != set(self.files):
            short, extra = len(told - set(self.files)), len(set(self.files) - told)
            raise Trouble(
                f"归档中的附件与清单不符：少 {short} 个，多 {extra} 个。没有恢复任何内容：请换一份备份。"
            )
        for sha256, member in self.files.items():
            if self.digest(member) != sha256:
                raise Trouble(f"归档中的附件 {sha256[:12]}… 已损坏，没有恢复任何内容：请换一份备份。")

    def digest(self, member: tarfile.TarInfo) -> str:
        return digest(self.open(member))

    def _accept(self, member: tarfile.TarInfo) -> None:
        known = member.name in (DUMP, MANIFEST) or KEPT.fullmatch(member.name)
        if not known or not member.isreg() or member.name in self.members:
            raise Trouble(
                f"归档中有不该有的内容（{member.name[:80]!r}），没有恢复任何内容：不是本系统的备份。"
            )
        self.members[member.name] = member

    def _manifest(self) -> bytes:
        member = self.members.get(MANIFEST)
        if member is None:
            raise Trouble("归档中没有清单：归档不完整，没有恢复任何内容，请换一份备份。")
        if member.size > MOST_MANIFEST:
            raise Trouble("归档的清单过大：不是本系统的备份。")
        return self.open(member).read()


def digest(stream) -> str:
    """SHA-256 of what is left of the stream, in hex."""
    found = hashlib.sha256()
    while chunk := stream.read(CHUNK):
        found.update(chunk)
    return found.hexdigest()
