"""Wording rules of official documents over a draft: pure, no database. Each module is one family of rules."""

from . import (
    dates,
    documents,
    figures,
    grammar,
    homophones,
    ledger,
    levels,
    marks,
    mistyped,
    pairs,
    shares,
    sums,
    units,
    vague,
    whole,
)
from .finding import MUST, SHOULD, Draft, Finding
from .whole import length

__all__ = ["MOST", "MUST", "SHOULD", "Draft", "Finding", "check", "length"]

FAMILIES = (
    whole,
    dates,
    vague,
    documents,
    levels,
    marks,
    pairs,
    mistyped,
    homophones,
    grammar,
    figures,
    units,
    ledger,
    shares,
    sums,
)
MOST = 60  # findings that are shown; a text with more needs another reader first


def check(draft: Draft) -> list[Finding]:
    """What is to be mended, in the order of the text, one thing of the same words at a time. Takes time in proportion to the
    length of the text."""
    found: dict[tuple, Finding] = {}
    for finding in (finding for family in FAMILIES for finding in family.check(draft)):
        found.setdefault((finding.line, finding.quote), finding)
    return sorted(found.values(), key=lambda finding: finding.line)[:MOST]
