"""What an import looked like before: each change is kept as what it replaced, and taken back from the newest on."""

from typing import Any

MOST = 50
"""Changes that can be taken back."""


def difference(before: list, after: list) -> dict[str, Any] | None:
    """Where two lists differ: `at`, how many there are `now`, and what stood there `before`. None where they do not."""
    if before == after:
        return None
    shorter = min(len(before), len(after))
    head = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    tail = next((n for n in range(shorter - head) if before[-1 - n] != after[-1 - n]), shorter - head)
    return {"at": head, "now": len(after) - head - tail, "before": before[head : len(before) - tail]}


def taken_back(change: dict[str, Any] | None, now: list) -> list:
    """The list as it was before the change."""
    if change is None:
        return now
    at = change["at"]
    return [*now[:at], *change["before"], *now[at + change["now"] :]]
