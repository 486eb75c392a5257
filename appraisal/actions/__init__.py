"""The verbs of schemes, of periods, of units in them, of what is added and taken."""

from appraisal.actions import (
    adjusting,
    deliberating,
    periods,
    publicising,
    publishing,
    schemes,
    scoring,
    valuing,
)

__all__ = [
    "adjusting",
    "deliberating",
    "periods",
    "publicising",
    "publishing",
    "schemes",
    "scoring",
    "valuing",
]
