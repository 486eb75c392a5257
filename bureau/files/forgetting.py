"""Sealed uploads of forms that were not sent again: nobody can, and nobody else opens them."""

from datetime import datetime

from bureau.files import store


def forget_waiting(before: datetime) -> int:
    """Those that arrived before this moment. Returns how many; safe to repeat."""
    old = [mark for mark in store.waiting().glob("*") if mark.stat().st_mtime < before.timestamp()]
    for mark in old:
        store.drop_sealed(mark.name)
    return len(old)
