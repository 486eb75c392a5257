"""Finds faces by the names written inside font files, never by file name: a dropped-in file may be called anything."""

from dataclasses import dataclass
from pathlib import Path

from fontTools.ttLib import TTCollection, TTFont, TTLibError

SYSTEM = Path("/usr/share/fonts")
_SUFFIXES = {".ttf", ".otf", ".ttc", ".otc"}


@dataclass(frozen=True)
class Source:
    """Where a face lies: a file, and the number of the face in it."""

    path: Path
    number: int


def find_sources(folders: list[Path], skip: Path, wanted: set[str]) -> dict[str, Source]:
    """Name → source, for the wanted names; a file in an earlier folder wins. `skip` holds our own output."""
    found: dict[str, Source] = {}
    for folder in folders:
        for path in _font_files(folder, skip):
            for number, names in enumerate(_names(path)):
                for name in names & wanted:
                    found.setdefault(name, Source(path, number))
    return found


def _font_files(folder: Path, skip: Path) -> list[Path]:
    files = (path for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES)
    return sorted(path for path in files if not path.is_relative_to(skip))


def _names(path: Path) -> list[set[str]]:
    """The family, full and PostScript names of each face in a file, in every language; none if it is no font."""
    try:
        if path.suffix.lower() in {".ttc", ".otc"}:
            fonts = TTCollection(path, lazy=True).fonts
        else:
            fonts = [TTFont(path, lazy=True)]
        return [_face_names(font) for font in fonts]
    except (TTLibError, OSError):
        return []


def _face_names(font: TTFont) -> set[str]:
    return {str(record) for record in font["name"].names if record.nameID in (4, 6)}
