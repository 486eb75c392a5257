"""Word and Excel packages (OOXML): told apart by content types, with bombs, macros and entities kept out."""

import zipfile
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

import defusedxml.ElementTree
import defusedxml.sax
from defusedxml.common import DefusedXmlException

from .refused import Refused

MEMBERS = 2_000
"""Files one package may hold; a report with hundreds of photographs stays far below."""
UNPACKED = 200 * 1024 * 1024
"""Bytes all files of a package may have together when unpacked."""
RATIO = 250
"""Times one file may shrink when packed. Office's own XML reaches about 100, a bomb about 1,000."""
RATIO_FROM = 1024 * 1024
"""Smaller files are not asked for their ratio: they can do no harm."""

TYPES = "[Content_Types].xml"
MAIN = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": "xlsx",
}


class _PrologRead(Exception):
    """The root element has begun, so no document type can follow."""


class _Prolog(ContentHandler):
    def startElement(self, name, attrs):
        raise _PrologRead


def office_kind(stream, name: str) -> str:
    """ "docx" or "xlsx" of a zip stream, or Refused."""
    try:
        with zipfile.ZipFile(stream) as package:
            _refuse_bombs(package.infolist(), name)
            return _kind(package, name)
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, RuntimeError, ValueError) as fault:
        if isinstance(fault, Refused):
            raise
        raise Refused(f"文件「{name}」已损坏，打不开，请重新导出。") from fault


def _refuse_bombs(members, name):
    unpacked = sum(member.file_size for member in members)
    swollen = any(m.file_size > RATIO_FROM and m.file_size > RATIO * m.compress_size for m in members)
    if len(members) > MEMBERS or unpacked > UNPACKED or swollen:
        raise Refused(f"文件「{name}」解开后异常庞大，不能接收。请另存一份只含所需内容的文件。")
    if any(member.flag_bits & 1 for member in members):
        raise Refused(f"文件「{name}」加了密码，请去掉密码后再上传。")


def _kind(package, name):
    names = package.namelist()
    if TYPES not in names:
        raise Refused(f"文件「{name}」是压缩包，不是 Word 或 Excel 文件，请解开后逐个上传。")
    for part in names:
        if part.endswith((".xml", ".rels")):
            _refuse_document_type(package, part, name)
    types = _content_types(package, name)
    if any("macroenabled" in kind.lower() for kind in types.values()) or any(map(_is_macro, names)):
        raise Refused(f"文件「{name}」带有宏，不能接收，请另存为不带宏的 .docx 或 .xlsx 后再上传。")
    for part, kind in types.items():
        if kind in MAIN and part.lstrip("/") in names:
            return MAIN[kind]
    raise Refused(f"文件「{name}」不是 Word 文档（.docx）或 Excel 表格（.xlsx），请另存为这两种格式。")


def _is_macro(part):
    part = part.lower()
    return "vbaproject" in part or part.startswith("xl/macrosheets/")


def _refuse_document_type(package, part, name):
    """An entity can only be declared before the root element, so nothing after it need be read."""
    try:
        with package.open(part) as stream:
            defusedxml.sax.parse(stream, _Prolog(), forbid_dtd=True)
    except _PrologRead:
        return
    except DefusedXmlException as fault:
        raise Refused(f"文件「{name}」里含有不允许的实体声明，不能接收。") from fault
    except SAXException as fault:
        raise Refused(f"文件「{name}」已损坏，打不开，请重新导出。") from fault


def _content_types(package, name):
    try:
        root = defusedxml.ElementTree.fromstring(package.read(TYPES), forbid_dtd=True)
    except (defusedxml.ElementTree.ParseError, DefusedXmlException) as fault:
        raise Refused(f"文件「{name}」已损坏，打不开，请重新导出。") from fault
    return {
        node.get("PartName") or f"*.{node.get('Extension')}": node.get("ContentType") or "" for node in root
    }
