"""The words of a kept file, read by a program of its own (`wording.py`)."""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from bureau.files.grids import Cell, Grid
from bureau.files.sniff import FileKind
from bureau.org.visible import visible

WORDED = (FileKind.DOCX, FileKind.XLSX, FileKind.PDF)
LONGEST = 30  # seconds
READING = Path(__file__).with_name("wording.py")


class Unreadable(Exception):
    """Its words cannot be read."""


def pages_of(file: BinaryIO) -> list[str | Grid | None]:
    """The lines and the ruled tables of a PDF as they stand on its pages; none where it has no text, as a scan has. None: it is
    longer than is read. Raises Unreadable."""
    found: list[str | Grid | None] = []
    for said in map(json.loads, words_of(file, "pages").splitlines()):
        if isinstance(said, list):
            name = f"表{1 + sum(isinstance(one, Grid) for one in found)}"
            rows = [
                [Cell(visible(words) or None, (place[0], place[1])) for words, place in row] for row in said
            ]
            found.append(Grid(name, rows, list(range(1, len(rows) + 1))))
        elif said is None or said.strip():
            found.append(said)
    return found


def words_of(file: BinaryIO, kind: str) -> str:
    """As one sees them; empty where it has none, as a scan has. Raises Unreadable."""
    program = [sys.executable, "-I", str(READING), kind]
    given: dict[str, Any] = {"input": file.read()} if isinstance(file, BytesIO) else {"stdin": file}
    try:
        done = subprocess.run(program, **given, capture_output=True, timeout=LONGEST, check=True)
    except subprocess.SubprocessError as fault:
        raise Unreadable from fault
    return visible(done.stdout.decode("utf-8", "ignore").replace("\0", ""))
