"""An upload is what its structure says, whatever it is called."""

import io
import zipfile

import pytest
from docx import Document
from openpyxl import Workbook
from PIL import Image

from bureau.files.refused import Refused
from bureau.files.sniff import FileKind, sniff

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\nstartxref\n9\n%%EOF\n"
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def saved(thing, **options) -> bytes:
    stream = io.BytesIO()
    thing.save(stream, **options)
    return stream.getvalue()


def package(*changes, main=DOCX_TYPE) -> bytes:
    """A small Word package with parts added or replaced: (name, content)."""
    types = f'<Types><Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    parts = {"[Content_Types].xml": types, "word/document.xml": "<document/>"} | dict(changes)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def told(content: bytes, name: str = "文件.docx", **options) -> str:
    """The sentence of the refusal."""
    with pytest.raises(Refused) as refusal:
        sniff(io.BytesIO(content), name, **options)
    return str(refusal.value)


def test_each_kind_is_known_under_any_name():
    kinds = {
        FileKind.DOCX: saved(Document()),
        FileKind.XLSX: saved(Workbook()),
        FileKind.PDF: PDF,
        FileKind.PNG: saved(Image.new("RGB", (4, 4)), format="PNG"),
        FileKind.JPEG: saved(Image.new("RGB", (4, 4)), format="JPEG"),
    }
    for kind, content in kinds.items():
        assert sniff(io.BytesIO(content), "无后缀") is kind


def test_the_stream_is_left_at_its_beginning():
    stream = io.BytesIO(PDF)
    sniff(stream, "通报.pdf")
    assert stream.tell() == 0


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "是空的"),
        (b"MZ\x90\x00" + b"\x00" * 100, "是程序"),
        (b"\x7fELF" + b"\x00" * 100, "是程序"),
        (b"just words", "认不出"),
        (b"GIF89a" + b"\x00" * 40, "认不出"),
        (OLE + b"\x00" * 600, "另存为 .docx 或 .xlsx"),
        (OLE + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"), "去掉密码"),
        (b"<html>%PDF-1.4</html>%%EOF", "认不出"),
        (b"%PDF-1.4\n<script>alert(1)</script>\n%%EOF", "夹着别的内容"),
        (PDF + package(), "夹着别的内容"),
        (b"%PDF-1.4\nno end", "不完整"),
        (b"\x89PNG\r\n\x1a\n" + b"broken", "已损坏"),
        (saved(Image.new("RGB", (4, 4)), format="PNG") + package(), "已损坏"),
        (b"PK\x03\x04 and nothing more", "已损坏"),
        (saved(Document())[:-400], "已损坏"),
    ],
    ids=range(15),
)
def test_what_is_no_document_is_refused_in_a_sentence(content, sentence):
    assert sentence in told(content)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (package(("word/vbaProject.bin", "x")), "带有宏"),
        (package(main="application/vnd.ms-word.document.macroEnabled.main+xml"), "带有宏"),
        (package(("xl/macrosheets/sheet1.xml", "<x/>")), "带有宏"),
        (package(("[Content_Types].xml", "not xml")), "已损坏"),
        (package(("word/document.xml", '<!DOCTYPE d [<!ENTITY a "aaaa">]><d>&a;</d>')), "实体声明"),
        (package(("word/document.xml", '<!DOCTYPE d SYSTEM "file:///etc/passwd"><d/>')), "实体声明"),
        (package(("word/media/zeros.bin", b"\x00" * 20_000_000)), "异常庞大"),
        (package(*((f"word/media/{n}.bin", "x") for n in range(2100))), "异常庞大"),
        (
            package(
                main="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
            ),
            "不是 Word",
        ),
    ],
    ids=range(9),
)
def test_packages_with_something_inside_are_refused(content, sentence):
    assert sentence in told(content)


def test_a_plain_zip_is_refused_even_if_called_docx():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "x")
    assert "是压缩包" in told(stream.getvalue())


def test_the_limit_is_the_callers():
    assert "超过 1 MB 的上限" in told(PDF + b"\x00" * 1048576, limit=1048576)
    assert sniff(io.BytesIO(PDF), "x", limit=len(PDF)) is FileKind.PDF


def test_a_picture_of_too_many_pixels_is_refused():
    assert "像素" in told(saved(Image.new("1", (9000, 9000)), format="PNG"))
