"""Where a word may lie open: tables, dumps, files, the queue, in every spelling that these have."""

import base64
import json
import re
import subprocess
import tarfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pypdfium2
import redis
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bureau.ops.backup import programs

TAG, BLANK = re.compile(rb"<[^>]*>"), re.compile(r"\s+")
SIDE = 1000  # pixels: noise of which a picture weighs more than a form may bring in memory


def letter(words: str) -> bytes:
    """A picture that goes to the disk on its way in, with words in it."""
    out, said = BytesIO(), PngInfo()
    said.add_text("Comment", words.encode().hex())
    Image.effect_noise((SIDE * 2, SIDE * 2), 90).save(out, "PNG", pnginfo=said)
    return out.getvalue()


def spellings(word: str) -> list[bytes]:
    """As tables, dumps, JSON and sessions may spell it."""
    plain = word.encode()
    encoded = [base64.b64encode(b" " * shift + plain)[4:-4] for shift in range(3)]
    escaped = json.dumps(word).strip('"').encode()
    return [plain, plain.hex().encode(), escaped, word.encode("utf-16-le"), *encoded]


def found_in(places: dict[str, bytes], canaries: Iterable[str]) -> dict[str, str]:
    """By place the word that lies open there or in its name, also inside a PDF, a Word or an Excel file. Of pictures only the
    bytes are read: those of the house are drawn from its PDF files."""
    sought = {word: spellings(word) for word in canaries}
    read = {place: place.encode() + opened(content) for place, content in places.items()}
    return {
        place: word
        for place, content in read.items()
        for word, spelled in sought.items()
        if any(spelling in content for spelling in spelled)
    }


def opened(content: bytes) -> bytes:
    """As it stands, and what a reader sees of it where bytes show nothing."""
    if content.startswith(b"%PDF"):
        return content + said_in(content).encode()
    return content + parts_of(content) if is_zipfile(BytesIO(content)) else content


def said_in(pdf: bytes) -> str:
    """The words of all pages, also those that go over a line."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return "\n".join(pages + [BLANK.sub("", page) for page in pages])


def parts_of(packed: bytes) -> bytes:
    """Every part of a Word or Excel file: as it stands, and without tags, since these may part a word."""
    with ZipFile(BytesIO(packed)) as archive:
        parts = [archive.read(name) for name in archive.namelist()]
    return b"\n".join(part + TAG.sub(b"", part) for part in parts)


def stored(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def unpacked(folder: Path, name: str) -> dict[str, bytes]:
    """What a backup holds: its files, its manifest, and the database as the words that would restore it."""
    with tarfile.open(folder / "backups" / name) as archive:
        held = {one.name: content(archive, one) for one in archive if one.isfile()}
    program = programs.find("pg_restore", programs.server_major())
    dump = held["database.dump"]
    words = subprocess.run([program, "-f", "-"], input=dump, capture_output=True, check=True).stdout
    return {"database": words} | {f"unpacked {name}": found for name, found in held.items()}


def content(archive: tarfile.TarFile, one: tarfile.TarInfo) -> bytes:
    file = archive.extractfile(one)
    return file.read() if file else b""


def queue(settings) -> bytes:
    """All that waits in Redis, where there is one."""
    if not settings.REDIS_URL:
        return b""
    with redis.Redis.from_url(settings.REDIS_URL) as server:
        return b"\n".join(key + (server.dump(key) or b"") for key in server.scan_iter())
