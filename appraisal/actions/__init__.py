"""The verbs of schemes, of periods, of units in them, of what is added and taken."""

from appraisal.actions import adjusting, periods, publishing, schemes, valuing

__all__ = ["adjusting", "periods", "publishing", "schemes", "valuing"]
