"""What is too long for a click: more than this goes to the worker. The one place that decides."""

from typing import BinaryIO
from zipfile import ZipFile

from bureau.files.store import Kept, path_of

EXPORTED_ROWS = 1_000
CHANGEABLE_ROWS = 300  # of a ledger with its sealed copy
PRINTED_ROWS = 200
REGISTERED_ITEMS = 30
RECORDS_AT_ONCE = 20
FILE_BYTES = 1024 * 1024
CONTENT_BYTES = 300_000  # of unpacked XML: about 500 rows of a task table, which take half a second to read
ENTERED_BYTES = 1_500_000  # of a table that is read while somebody waits: five times what its rows may hold
CHANGED_BYTES = (
    1_200_000  # of a ledger that comes back with its copy: about 300 rows, which take a second to read
)
CONTENT = ("word/document.xml", "xl/sharedStrings.xml", "xl/worksheets/")


def takes_long_to_read(kept: Kept) -> bool:
    """Whether an office file holds more than can be read while somebody waits."""
    return kept.size > FILE_BYTES or content_of(kept) > CONTENT_BYTES


def content_of(kept: Kept) -> int:
    """Bytes of what is written in a Word or Excel file, unpacked; 0 for other files."""
    if kept.kind not in ("docx", "xlsx"):
        return 0
    with path_of(kept.sha256).open("rb") as stream:
        return written_in(stream)


def written_in(package: BinaryIO) -> int:
    """Bytes of what is written in a Word or Excel package, unpacked; as it says itself, and no reader unpacks more."""
    with ZipFile(package) as members:
        return sum(part.file_size for part in members.infolist() if part.filename.startswith(CONTENT))
