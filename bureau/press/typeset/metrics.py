"""Advance widths and coverage of the built faces: measured once at set-up, read in milliseconds afterwards."""

import json
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from .faces import FACES, STACKS, lean_name

_WIDTHS = "widths.json"
MOST_PLACES = 3  # of one character; a sentence that names more is not read


class MissingGlyph(ValueError):
    """Some characters of a document are in none of our faces; `places` says of each where it stands."""

    def __init__(self, places: dict[str, list[str]]):
        self.characters = "".join(places)
        named = "；".join(
            f"「{char}」（U+{ord(char):04X}）{_seen_at(found)}" for char, found in places.items()
        )
        super().__init__(f"字库里没有这些字：{named}。请换用通行写法，或安装含有这些字的字体。")


def _seen_at(places: list[str]) -> str:
    """「，见标题、正文第2段」; of many places the first ones and how many there are."""
    more = f"等{len(places)}处" if len(places) > MOST_PLACES else ""
    return f"，见{'、'.join(places[:MOST_PLACES])}{more}"


def record_widths(folder: Path) -> None:
    """Measure the built faces of a folder and lay the widths beside them."""
    measured = {face.family: _measure(folder / lean_name(face.family)) for face in FACES}
    (folder / _WIDTHS).write_text(json.dumps(measured, ensure_ascii=False))


def _measure(path: Path) -> dict:
    """The characters one em wide in one string, and the widths of the others in em."""
    font = TTFont(path, lazy=True)
    em, advances = font["head"].unitsPerEm, font["hmtx"].metrics
    widths = {chr(code): advances[glyph][0] / em for code, glyph in sorted(font.getBestCmap().items())}
    full = "".join(char for char, width in widths.items() if width == 1)
    return {"full": full, "others": {char: width for char, width in widths.items() if width != 1}}


class Metrics:
    """Widths in em by role, of the face that the role's stack would choose."""

    def __init__(self, folder: Path):
        measured = json.loads((folder / _WIDTHS).read_text())
        self._widths = {
            family: dict.fromkeys(face["full"], 1.0) | face["others"] for family, face in measured.items()
        }
        self.width = cache(self._width)

    def _width(self, char: str, role: str) -> float:
        """Advance of one character in em; one em where no face of the stack has it."""
        return next((self._widths[face][char] for face in STACKS[role] if char in self._widths[face]), 1.0)

    def text_width(self, text: str, role: str) -> float:
        """Advance of a text in em, set solid."""
        return sum(self.width(char, role) for char in text)

    def missing(self, text: str) -> str:
        """The characters of `text` that no face has, each once, in the order met."""
        absent = (char for char in text if not any(char in face for face in self._widths.values()))
        return "".join(dict.fromkeys(absent))
