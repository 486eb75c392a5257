"""An upload is what its structure says, whatever it is called."""

import io
import zipfile
import zlib

import pytest
from docx import Document
from openpyxl import Workbook
from PIL import Image
from pypdf import PdfWriter

from bureau.files.refused import Refused
from bureau.files.sniff import FileKind, sniff

RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
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


def leading(what: str, target: str, listing="word/_rels/document.xml.rels", outside=False) -> tuple[str, str]:
    """A part that says: this document has a relation of that type to that target."""
    mode = ' TargetMode="External"' if outside else ""
    row = f'<Relationship Id="rId1" Type="{RELS}{what}" Target="{target}"{mode}/>'
    return listing, f"<Relationships>{row}</Relationships>"


def pdf(*objects: bytes, packed: bytes = b"") -> bytes:
    """A PDF with these objects beside its catalogue; `packed` lies in an object stream."""
    parts = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>", *objects]
    if packed:
        content = zlib.compress(b"90 0 " + packed)
        words = b"<</Type/ObjStm/N 1/First 5/Filter/FlateDecode/Length %d>>" % len(content)
        parts.append(words + b"stream\n" + content + b"\nendstream")
    out, places = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    rows = b"".join(bytes([1]) + at.to_bytes(4) + bytes(1) for at in [*places, len(out)])
    number, index = len(parts) + 1, b"1 %d" % (len(parts) + 1)
    if packed:
        rows, index = rows + bytes([2]) + len(parts).to_bytes(4) + bytes(1), index + b" 90 1"
    head = b"<</Type/XRef/Size 91/W[1 4 1]/Index[%s]/Root 1 0 R/Length %d>>" % (index, len(rows))
    start = len(out)
    out += b"%d 0 obj\n%s stream\n%s\nendstream\nendobj\n" % (number, head, rows)
    return out + b"startxref\n%d\n%%%%EOF\n" % start


PDF = pdf()


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


@pytest.mark.parametrize("progressive", [False, True])
def test_a_photograph_that_breaks_off_is_refused_and_a_whole_one_is_taken(progressive):
    photo = saved(Image.effect_noise((400, 300), 60), format="JPEG", progressive=progressive)
    assert sniff(io.BytesIO(photo + b"what a telephone adds"), "整.jpg") is FileKind.JPEG
    for share in (0.1, 0.5, 0.95):
        assert "已损坏" in told(photo[: int(len(photo) * share)], "残.jpg")


def test_a_picture_of_too_many_pixels_is_refused():
    assert "像素" in told(saved(Image.new("1", (9000, 9000)), format="PNG"))


ANOTHER = "https://evil.example/x"
ACTING = {
    "a template from elsewhere": (
        leading("attachedTemplate", f"{ANOTHER}.dotm", outside=True),
        "引用了外部模板",
    ),
    "a template from a share": (
        leading("attachedTemplate", "file:///\\\\evil\\x.dotm", outside=True),
        "外部模板",
    ),
    "a picture from elsewhere": (leading("image", f"{ANOTHER}.png", outside=True), "从别处读取"),
    "a frame": (leading("frame", ANOTHER, "word/_rels/webSettings.xml.rels", outside=True), "从别处读取"),
    "an object from elsewhere": (leading("oleObject", "mhtml:https://evil", outside=True), "OLE"),
    "an object": (leading("oleObject", "embeddings/oleObject1.bin"), "OLE"),
    "a document inside": (leading("package", "embeddings/inner.docx"), "OLE"),
    "a page inside": (leading("aFChunk", "chunk.mht"), "OLE"),
    "a control": (leading("control", "activeX/activeX1.xml"), "ActiveX"),
    "the files of a control": (("word/ACTIVEX/activeX1.bin", "x"), "ActiveX"),
    "an add-in": (leading("webextension", "webextensions/webextension1.xml"), "加载项"),
    "links of a table": (
        leading("externalLink", "externalLinks/e1.xml", "xl/_rels/workbook.xml.rels"),
        "编辑链接",
    ),
    "a source of data": (leading("connections", "connections.xml", "xl/_rels/workbook.xml.rels"), "编辑链接"),
    "a macro in capitals": (("word/VBAPROJECT.bin", "x"), "带有宏"),
    "an entity in capitals": (("word/HEADER1.XML", '<!DOCTYPE d [<!ENTITY a "a">]><d/>'), "实体声明"),
    "an entity in a drawing": (("word/drawings/a.vml", '<!DOCTYPE d SYSTEM "x"><d/>'), "实体声明"),
}


@pytest.mark.parametrize(("part", "sentence"), ACTING.values(), ids=ACTING)
def test_a_document_that_would_do_more_than_be_read_is_refused_and_says_what_to_do(part, sentence):
    said = told(package(part), "通知.docx")
    assert sentence in said
    assert "「通知.docx」" in said
    assert "再上传" in said


@pytest.mark.parametrize(
    "part",
    [
        leading("hyperlink", "https://www.gov.cn", outside=True),
        leading("attachedTemplate", "file:///C:\\Users\\a\\Normal.dotm", outside=True),
        leading("attachedTemplate", "Normal.dotm", outside=True),
        leading("image", "file:///C:\\Temp\\ksohtml\\wps1.jpg", outside=True),
        leading("image", "media/image1.png"),
    ],
)
def test_links_to_follow_and_what_lies_on_the_writers_own_disk_are_taken(part):
    assert sniff(io.BytesIO(package(part)), "通知.docx") is FileKind.DOCX


def charted(figures: bytes) -> bytes:
    """A Word file with a chart, whose figures are a workbook inside."""
    chart = leading("package", "../embeddings/figures.xlsx", "word/charts/_rels/chart1.xml.rels")
    return package(chart, ("word/embeddings/figures.xlsx", figures))


def test_a_chart_with_its_figures_is_taken_unless_these_would_do_something():
    assert sniff(io.BytesIO(charted(saved(Workbook()))), "图表.docx") is FileKind.DOCX
    assert "带有宏" in told(charted(package(("xl/vbaProject.bin", "x"))))
    assert "已损坏" in told(charted(b"MZ program"))
    assert "已损坏" in told(charted(charted(saved(Workbook()))))


def test_two_parts_of_one_name_are_no_document():
    assert "已损坏" in told(package(("word/Document.xml", "<other/>")))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (pdf(b"<</S/JavaScript/JS(app.alert(1))>>"), "带有脚本"),
        (pdf(b"<</S/J#61vaScript/JS(app.alert(1))>>"), "带有脚本"),
        (pdf(packed=b"<</S/JavaScript/JS(app.alert(1))>>"), "带有脚本"),
        (pdf(b"<</S/Launch/F(cmd.exe)>>"), "启动程序"),
        (pdf(b"<</Names<</EmbeddedFiles 9 0 R>>>>"), "夹带"),
        (pdf(b"<</Type/Filespec/F(a.exe)/EF<</F 9 0 R>>>>"), "夹带"),
        (pdf(packed=b"<</Type/Filespec/F(a.exe)/EF 9 0 R>>"), "夹带"),
    ],
    ids=range(7),
)
def test_a_pdf_that_acts_or_carries_files_is_refused_and_says_what_to_do(content, sentence):
    said = told(content, "通知.pdf")
    assert sentence in said
    assert "「通知.pdf」" in said
    assert "打印" in said


def test_a_pdf_that_is_only_read_is_taken_packed_or_not():
    assert sniff(io.BytesIO(pdf(packed=b"<</Title(JavaScript)>>")), "x") is FileKind.PDF


def test_a_locked_pdf_is_refused_and_one_that_only_forbids_changes_is_taken():
    for password, taken in (("secret", False), ("", True)):
        locked = PdfWriter()
        locked.add_blank_page(100, 100)
        locked.encrypt(password, "owner", algorithm="AES-256")
        stream = io.BytesIO()
        locked.write(stream)
        if taken:
            assert sniff(stream, "x") is FileKind.PDF
        else:
            assert "去掉密码" in told(stream.getvalue())
