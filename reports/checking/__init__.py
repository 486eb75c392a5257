"""Wording rules of official documents over a draft: pure, no database. Each module is one family of rules."""

from . import dates, documents, ledger, levels, marks, units, whole
from .finding import MUST, SHOULD, Draft, Finding

__all__ = ["MUST", "SHOULD", "Draft", "Finding", "check"]

FAMILIES = (whole, dates, documents, levels, marks, units, ledger)
MOST = 60  # findings that are shown; a text with more needs another reader first


def check(draft: Draft) -> list[Finding]:
    """What is to be mended, in the order of the text."""
    found = [finding for family in FAMILIES for finding in family.check(draft)]
    return sorted(found, key=lambda finding: finding.line)[:MOST]
