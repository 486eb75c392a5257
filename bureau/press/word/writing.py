"""A sheet as the bytes of a .docx, the same for the same sheet and faces."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bureau.press.typeset.glyphs import refuse_missing
from bureau.press.typeset.metrics import Metrics
from bureau.press.typeset.sheets import Bulletin, Notice
from bureau.press.typeset.tidy import tidy, tidy_lines

from .bulletin import write_bulletin
from .document import bytes_of, empty
from .letter import write_letter


@dataclass(frozen=True)
class Press:
    """What the layout takes from the built faces: their widths, and where they lie."""

    folder: Path
    metrics: Metrics


@cache
def press(folder: Path) -> Press:
    return Press(folder, Metrics(folder))


def write(sheet: Bulletin | Notice, fonts_folder: Path) -> bytes:
    """Raises MissingGlyph where the press does: both files say the same."""
    setter = press(Path(fonts_folder).resolve())
    refuse_missing(sheet, setter.metrics)
    author = sheet.issuer if isinstance(sheet, Bulletin) else sheet.organ
    document = empty("".join(tidy_lines(sheet.title)), tidy(author), sheet.date)
    writer = write_bulletin if isinstance(sheet, Bulletin) else write_letter
    writer(document, sheet, setter)
    return bytes_of(document)
