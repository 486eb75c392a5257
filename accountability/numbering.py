"""The numbers of cases and of their papers: each kind its own series, under the mark of the county's office of accountability (桃问决〔2026〕3号)."""

from datetime import datetime

from bureau.matters import numbers

PLATE = "accountability"
CASES = ""
NOTICES, DECISIONS, LIFTINGS, RECOMMENDATIONS, REFERRALS = "告", "决", "解", "建", "移"
PLEAS, ANSWERS, CLEARANCES, REPLIES, EXPLANATIONS = "辩", "复", "免", "函", "询"


def take(series: str, at: datetime | None = None) -> str:
    """The next of a series; inside a transaction."""
    return numbers.take(series, at, PLATE)
