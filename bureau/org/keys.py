"""Keys of records and places in a list as they come in addresses and posts, where anything may stand."""

from collections.abc import Iterable


def key_of(text: str) -> int:
    """The key that is written there; 0, which no record has, for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0


def keys_of(texts: Iterable[str]) -> list[int]:
    """The keys among them, in their order."""
    return [key for text in texts if (key := key_of(text))]


def place_of(text: str) -> int | None:
    """The place, counted from 0, that is written there; None for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else None
