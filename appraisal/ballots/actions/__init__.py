"""The verbs of polls."""

from appraisal.ballots.actions import counting, preparing, printing, voting

__all__ = ["counting", "preparing", "printing", "voting"]
