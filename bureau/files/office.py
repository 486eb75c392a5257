"""Word and Excel packages (OOXML): told apart by content types, with bombs, entities and whatever acts kept out."""

import zipfile
import zlib
from typing import IO
from xml.etree.ElementTree import Element
from xml.sax import SAXException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl
from zipfile import ZipFile, ZipInfo

import defusedxml.ElementTree
import defusedxml.sax
from defusedxml.common import DefusedXmlException

from .acting import EMBEDDED, Relation, what_acts
from .refused import Refused

MEMBERS = 2_000
"""Files one package may hold; a report with hundreds of photographs stays far below."""
UNPACKED = 200 * 1024 * 1024
"""Bytes all files of a package may have together when unpacked."""
RATIO = 250
"""Times one file may shrink when packed. Office's own XML reaches about 100, a bomb about 1,000."""
RATIO_FROM = 1024 * 1024
"""Smaller files are not asked for their ratio: they can do no harm."""

LISTING = 8 * 1024 * 1024
"""Bytes of a listing of types or relations; ten thousand links take about 1.5 MB."""

TYPES = "[content_types].xml"
MAIN = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": "xlsx",
}
MARKUP = (".xml", ".rels", ".vml")


class _PrologRead(Exception):
    """The root element has begun, so no document type can follow."""


class _Prolog(ContentHandler):
    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        raise _PrologRead


def office_kind(stream: IO[bytes], name: str, inside: bool = False) -> str:
    """ "docx" or "xlsx" of a zip stream, or Refused. `inside`: it lies in another one, as the figures of a chart do."""
    try:
        with ZipFile(stream) as package:
            _refuse_bombs(package.infolist(), name)
            return _kind(package, name, inside)
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        OSError,
        EOFError,
        RuntimeError,
        ValueError,
    ) as fault:
        if isinstance(fault, Refused):
            raise
        raise _damaged(name) from fault


def _damaged(name: str) -> Refused:
    return Refused(f"文件「{name}」已损坏，打不开，请重新导出。")


def _refuse_bombs(members: list[ZipInfo], name: str) -> None:
    unpacked = sum(member.file_size for member in members)
    swollen = any(m.file_size > RATIO_FROM and m.file_size > RATIO * m.compress_size for m in members)
    listing = any(m.file_size > LISTING for m in members if _is_listing(m.filename.lower()))
    if len(members) > MEMBERS or unpacked > UNPACKED or swollen or listing:
        raise Refused(f"文件「{name}」解开后异常庞大，不能接收。请另存一份只含所需内容的文件。")
    if any(member.flag_bits & 1 for member in members):
        raise Refused(f"文件「{name}」加了密码，请去掉密码后再上传。")


def _is_listing(part: str) -> bool:
    return part == TYPES or part.endswith(".rels")


def _kind(package: ZipFile, name: str, inside: bool) -> str:
    """Names of parts differ in more than their case, or two programs would read two documents from it."""
    parts = {part.lower(): part for part in package.namelist()}
    if len(parts) != len(package.namelist()):
        raise _damaged(name)
    if TYPES not in parts:
        raise Refused(f"文件「{name}」是压缩包，不是 Word 或 Excel 文件，请解开后逐个上传。")
    types = _content_types(package, parts, name)
    for part in parts:
        if part.endswith(MARKUP) or types.get(part, "").endswith("xml"):
            _refuse_document_type(package, parts[part], name)
    if acts := what_acts(parts, types, _relations(package, parts, name)):
        raise Refused(f"文件「{name}」{acts.words}，不能接收，{acts.todo}后再上传。")
    _check_figures(package, parts, name, inside)
    for part, kind in types.items():
        if kind in MAIN and part in parts:
            return MAIN[kind]
    raise Refused(f"文件「{name}」不是 Word 文档（.docx）或 Excel 表格（.xlsx），请另存为这两种格式。")


def _check_figures(package: ZipFile, parts: dict[str, str], name: str, inside: bool) -> None:
    """The workbooks behind charts, which are packages themselves; these have none in them."""
    for part in parts:
        if EMBEDDED in part and not part.endswith("/"):
            if inside:
                raise _damaged(name)
            with package.open(parts[part]) as figures:
                office_kind(figures, name, inside=True)


def _refuse_document_type(package: ZipFile, part: str, name: str) -> None:
    """An entity can only be declared before the root element, so nothing after it need be read."""
    try:
        with package.open(part) as stream:
            defusedxml.sax.parse(stream, _Prolog(), forbid_dtd=True)
    except _PrologRead:
        return
    except DefusedXmlException as fault:
        raise Refused(
            f"文件「{name}」里含有不允许的实体声明，不能接收。请在 Word 或 Excel 里另存一份再上传。"
        ) from fault
    except SAXException as fault:
        raise _damaged(name) from fault


def _listing(package: ZipFile, part: str, name: str) -> Element:
    """The rows of a listing of types or relations."""
    try:
        return defusedxml.ElementTree.fromstring(package.read(part), forbid_dtd=True)
    except (defusedxml.ElementTree.ParseError, DefusedXmlException) as fault:
        raise _damaged(name) from fault


def _content_types(package: ZipFile, parts: dict[str, str], name: str) -> dict[str, str]:
    """{part, in lower case: its type}; a part without a type of its own has that of its ending."""
    rows = [row.attrib for row in _listing(package, parts[TYPES], name)]
    own = {
        row["PartName"].lstrip("/").lower(): row.get("ContentType", "") for row in rows if "PartName" in row
    }
    of_endings = {row["Extension"].lower(): row.get("ContentType", "") for row in rows if "Extension" in row}
    told = {part: of_endings.get(part.rpartition(".")[2], "") for part in parts}
    return {part: kind.lower() for part, kind in (told | own).items()}


def _relations(package: ZipFile, parts: dict[str, str], name: str) -> list[Relation]:
    """(the part it starts from, what it is, what it leads to, whether that lies outside)."""
    found: list[Relation] = []
    for part in parts:
        if part.endswith(".rels"):
            found += [Relation.of(part, row.attrib) for row in _listing(package, parts[part], name)]
    return found
