"""The pages of a kept file as pictures, one by one, each drawn by a program of its own (`drawing.py`)."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from bureau.files.sniff import FileKind

SHOWN = (FileKind.PDF, FileKind.PNG, FileKind.JPEG)
"""Kinds that can be looked at; the others are opened by the programs that wrote them."""
LONGEST = 20  # seconds for a page; a scanned A3 takes one
DRAWING = Path(__file__).with_name("drawing.py")


class Unreadable(Exception):
    """The file, or this page of it, cannot be drawn."""


def count(file: BinaryIO | bytes, kind: str) -> int:
    """How many pages; a picture is one. Raises Unreadable."""
    return int(_drawn(file, "count", kind))


def leaf(file: BinaryIO | bytes, kind: str, number: int, width: int) -> bytes:
    """A page, counted from 1, as a JPEG at most this many pixels wide. Raises Unreadable."""
    return _drawn(file, "draw", kind, str(number), str(width))


def _drawn(file: BinaryIO | bytes, *asked: str) -> bytes:
    """Bytes go through a pipe: nothing of them lies on the disk."""
    try:
        program = [sys.executable, "-I", str(DRAWING), *asked]
        whole = file.getvalue() if isinstance(file, BytesIO) else file
        given: dict = {"input": whole} if isinstance(whole, bytes) else {"stdin": whole}
        done = subprocess.run(program, **given, capture_output=True, timeout=LONGEST, check=True)
    except subprocess.SubprocessError as fault:
        raise Unreadable from fault
    return done.stdout
