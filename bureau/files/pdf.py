"""PDF: what acts by itself or carries other files is kept out, also where it lies packed in an object stream.

The bytes are searched for the names of such things instead of the tree for its nodes: a page's own content is packed and
holds none, a forged tree leads nobody astray, and 30 MB take a twentieth of a second."""

import re
from collections.abc import Iterator
from typing import IO

from pypdf import PdfReader
from pypdf.generic import StreamObject

from .refused import Refused

UNPACKED = 100 * 1024 * 1024
"""Bytes all object streams of a file may have together when unpacked; a bulletin of a hundred pages has about 2 MB."""
STREAMS = 20_000
HEADER = 40  # bytes that hold 「12 0 obj」

NAME = re.compile(rb"/([A-Za-z#][A-Za-z0-9#]{2,39})")
ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
CARRIES = re.compile(rb"/EF\s*(?:<<|\d+\s+\d+\s+R)")
LOCKED, CARRYING = "加了密码", "夹带着别的文件"
FAULTS = {
    b"JavaScript": "带有脚本",
    b"XFA": "带有脚本",
    b"Launch": "会启动程序",
    b"ImportData": "会打开别的文件",
    b"GoToE": CARRYING,
    b"EmbeddedFile": CARRYING,
    b"EmbeddedFiles": CARRYING,
    b"RichMedia": CARRYING,
}


def check_pdf(stream: IO[bytes], name: str) -> None:
    """Raises Refused where the PDF cannot be read, is locked, or would do more than be read."""
    try:
        fault = fault_of(stream)
    except Exception as broken:  # what a forged file does to its reader has no list
        raise Refused(f"文件「{name}」已损坏，打不开，请重新导出。") from broken
    if fault == LOCKED:
        raise Refused(f"文件「{name}」加了密码，请去掉密码后再上传。")
    if fault:
        todo = "请打开后用“打印”另存为 PDF 再上传，夹带的文件单独上传"
        raise Refused(f"文件「{name}」{fault}，不能接收。{todo}。")


def fault_of(stream: IO[bytes]) -> str:
    """What is wrong with it, in words; empty where it can only be read."""
    reader = PdfReader(stream)
    if reader.is_encrypted and not reader.decrypt(""):
        return LOCKED
    stream.seek(0)
    found = fault_in(stream.read())
    return found or next(filter(None, map(fault_in, unpacked(reader))), "")


def fault_in(content: bytes) -> str:
    """A name may be spelled with escapes: `/J#61vaScript`."""
    for match in NAME.finditer(content):
        name = ESCAPE.sub(lambda code: bytes([int(code[1], 16)]), match[1])
        if name in FAULTS:
            return FAULTS[name]
    return CARRYING if CARRIES.search(content) else ""


def unpacked(reader: PdfReader) -> Iterator[bytes]:
    """The contents of all object streams. Raises ValueError where they are too many, or not what or where the file says."""
    keys = {stream for stream, _place in reader.xref_objStm.values()}
    if len(keys) > STREAMS or not all(stands(reader, key) for key in keys):
        raise ValueError("object streams")
    left = UNPACKED
    for key in sorted(keys):
        stream = reader.get_object(key)
        if not isinstance(stream, StreamObject):
            raise ValueError("no stream")
        content = stream.get_data()
        left -= len(content)
        if left < 0:
            raise ValueError("a bomb")
        yield content


def stands(reader: PdfReader, key: int) -> bool:
    """Whether the object stands where the file says; else the whole file would be searched for each."""
    reader.stream.seek(reader.xref[0][key])
    return bool(re.match(rb"\s*%d\s+0\s+obj" % key, reader.stream.read(HEADER)))
