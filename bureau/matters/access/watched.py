"""Looks at sealed matters are noted (`bureau.org.watching`), and their pages say who looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bureau.org import whence

if TYPE_CHECKING:
    from bureau.matters.models import Matter

SEALED = "sealed"  # Secrecy.SEALED, which stands above


def looked(matter: Matter) -> Matter:
    """It was found for the person who asks. Of one that was read without its secrecy nothing is shown."""
    if matter.__dict__.get("secrecy") == SEALED:
        whence.looked_at_sealed(matter.pk, matter.number or "")
    return matter
