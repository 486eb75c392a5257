"""Keys of records as they come in addresses and posts, where anything may stand."""

from collections.abc import Iterable


def key_of(text: str) -> int:
    """The key that is written there; 0, which no record has, for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0


def keys_of(texts: Iterable[str]) -> list[int]:
    """The keys among them, in their order."""
    return [key for text in texts if (key := key_of(text))]
