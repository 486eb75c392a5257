"""The words of a kept file, read by a program of its own (`wording.py`)."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from bureau.files.sniff import FileKind
from bureau.org.visible import visible

WORDED = (FileKind.DOCX, FileKind.XLSX, FileKind.PDF)
LONGEST = 30  # seconds
READING = Path(__file__).with_name("wording.py")


class Unreadable(Exception):
    """Its words cannot be read."""


def lines_of(file: BinaryIO) -> list[str]:
    """The lines of a PDF as they stand on its pages; none where it has no text, as a scan has. Raises Unreadable."""
    return [line for line in words_of(file, "lines").splitlines() if line.strip()]


def words_of(file: BinaryIO, kind: str) -> str:
    """As one sees them; empty where it has none, as a scan has. Raises Unreadable."""
    program = [sys.executable, "-I", str(READING), kind]
    given: dict[str, Any] = {"input": file.read()} if isinstance(file, BytesIO) else {"stdin": file}
    try:
        done = subprocess.run(program, **given, capture_output=True, timeout=LONGEST, check=True)
    except subprocess.SubprocessError as fault:
        raise Unreadable from fault
    return visible(done.stdout.decode("utf-8", "ignore").replace("\0", ""))
