"""The words of a kept file, read by a program of its own (`wording.py`)."""

import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

from bureau.files.sniff import FileKind
from bureau.org.visible import visible

WORDED = (FileKind.DOCX, FileKind.XLSX, FileKind.PDF)
LONGEST = 30  # seconds
READING = Path(__file__).with_name("wording.py")


class Unreadable(Exception):
    """Its words cannot be read."""


def words_of(file: BinaryIO, kind: str) -> str:
    """As one sees them; empty where it has none, as a scan has. Raises Unreadable."""
    program = [sys.executable, "-I", str(READING), kind]
    try:
        done = subprocess.run(program, stdin=file, capture_output=True, timeout=LONGEST, check=True)
    except subprocess.SubprocessError as fault:
        raise Unreadable from fault
    return visible(done.stdout.decode("utf-8", "ignore").replace("\0", ""))
