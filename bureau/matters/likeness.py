"""Whether two texts speak of like things."""

from itertools import pairwise


def shared(one: str, other: str) -> float:
    """The share of the shorter text's pairs of characters that stand in the other, 0 to 1."""
    first, second = pairs(one), pairs(other)
    return len(first & second) / max(1, min(len(first), len(second)))


def pairs(text: str) -> set[str]:
    words = [char for char in text if char.isalnum()]
    return set(map("".join, pairwise(words)))
