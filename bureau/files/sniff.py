"""What an uploaded file is, told by its structure and never by its name; nothing is unpacked to disk."""

import zipfile
from enum import StrEnum
from typing import IO

from PIL import Image, UnidentifiedImageError

from . import jpeg
from .office import office_kind
from .pdf import check_pdf
from .refused import Refused

LIMIT = 30 * 1024 * 1024
"""Bytes one upload may have unless the caller says otherwise."""
PIXELS = 60_000_000
"""A picture with more pixels than this (about 600 dpi on A3) is taken for a bomb."""

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")
MARKUP = (b"<html", b"<script", b"<!doctype", b"<svg", b"<?php")


class FileKind(StrEnum):
    """The kinds we keep; the value is the file extension."""

    DOCX = "docx"
    XLSX = "xlsx"
    PDF = "pdf"
    PNG = "png"
    JPEG = "jpg"


def sniff(stream: IO[bytes], name: str, limit: int = LIMIT) -> FileKind:
    """The kind of a seekable binary stream, or Refused with a sentence naming the file and the way out."""
    size = stream.seek(0, 2)
    if not size:
        raise Refused(f"文件「{name}」是空的，请重新选择。")
    if size > limit:
        raise Refused(
            f"文件「{name}」有 {size / 1048576:.1f} MB，超过 {limit / 1048576:g} MB 的上限，请压缩或拆分。"
        )
    stream.seek(0)
    head = stream.read(1024)
    kind = _kind(stream, name, head, size)
    stream.seek(0)
    return kind


def _kind(stream: IO[bytes], name: str, head: bytes, size: int) -> FileKind:
    if head.startswith(PROGRAMS):
        raise Refused(f"文件「{name}」是程序，不是文档，不能上传。")
    if head.startswith(OLE):
        raise Refused(_why_not_ole(stream, name))
    if head.startswith(b"PK"):
        return FileKind(office_kind(stream, name))
    if head.startswith(b"%PDF-"):
        return _pdf(stream, name, head, size)
    if head.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        return _picture(stream, name)
    raise Refused(f"文件「{name}」认不出是什么，只收 .docx、.xlsx、.pdf、.png、.jpg。")


def _why_not_ole(stream: IO[bytes], name: str) -> str:
    stream.seek(0)
    if "EncryptedPackage".encode("utf-16-le") in stream.read():
        return f"文件「{name}」加了密码，请去掉密码后再上传。"
    return f"文件「{name}」是旧格式（.doc、.xls），请在 Word 或 Excel 里另存为 .docx 或 .xlsx 后再上传。"


def _pdf(stream: IO[bytes], name: str, head: bytes, size: int) -> FileKind:
    stream.seek(max(0, size - 2048))
    if b"%%EOF" not in stream.read():
        raise Refused(f"文件「{name}」不完整，PDF 没有结尾，请重新导出。")
    if any(mark in head.lower() for mark in MARKUP) or zipfile.is_zipfile(stream):
        raise Refused(f"文件「{name}」里夹着别的内容，不是正常的 PDF，请重新导出。")
    stream.seek(0)
    check_pdf(stream, name)
    return FileKind.PDF


def _picture(stream: IO[bytes], name: str) -> FileKind:
    broken = Refused(f"图片「{name}」打不开或已损坏，请重新拍照或导出。")
    if zipfile.is_zipfile(stream):
        raise broken
    stream.seek(0)
    try:
        with Image.open(stream, formats=("PNG", "JPEG")) as picture:
            width, height, kind = *picture.size, picture.format
            picture.verify()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as fault:
        raise broken from fault
    if kind == "JPEG" and not jpeg.is_whole(stream):
        raise broken
    if width * height > PIXELS:
        raise Refused(f"图片「{name}」有 {width} × {height} 像素，太大，请缩小后再上传。")
    return FileKind[str(kind)]
