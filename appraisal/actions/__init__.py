"""The verbs of schemes, of periods, of units in them, of what is added and taken."""

from appraisal.actions import (
    adjusting,
    adjustment_rules,
    deliberating,
    indicators,
    periods,
    publicising,
    publishing,
    schemes,
    scoring,
    valuing,
)

__all__ = [
    "adjusting",
    "adjustment_rules",
    "deliberating",
    "indicators",
    "periods",
    "publicising",
    "publishing",
    "schemes",
    "scoring",
    "valuing",
]
