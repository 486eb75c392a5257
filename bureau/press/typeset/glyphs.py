"""Characters that no face has: an official paper is refused and says where they stand, a record names them in the text."""

import unicodedata
from collections import defaultdict
from dataclasses import fields, is_dataclass, replace
from typing import Any

from .metrics import Metrics, MissingGlyph
from .places import placed
from .sheets import Record, Sheet


def refuse_missing(sheet: Sheet, metrics: Metrics) -> None:
    """Raises MissingGlyph where a text of the sheet has a character that none of the faces has."""
    places: dict[str, list[str]] = defaultdict(list)
    for place, text in placed(sheet):
        for char in metrics.missing(text):
            places[char].append(place)
    if places:
        raise MissingGlyph(places)


def with_placeholders(record: Record, metrics: Metrics) -> Record:
    """The record with 「〔U+1F600〕」 for each such character: what was written cannot be mended any more, and one
    character must not keep all the others from being printed."""
    absent = metrics.missing("".join(text for _place, text in placed(record)))
    return _written({ord(char): f"〔U+{ord(char):04X}〕" for char in absent}, record) if absent else record


def _written(instead: dict[int, str], part: Any) -> Any:
    """A sheet, or a part of one, with other words for some characters."""
    if isinstance(part, str):
        return unicodedata.normalize("NFC", part).translate(instead)
    if isinstance(part, tuple):
        return tuple(_written(instead, inner) for inner in part)
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{one.name: _written(instead, getattr(part, one.name)) for one in fields(part)})
    return part
