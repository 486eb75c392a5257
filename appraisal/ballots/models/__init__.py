"""测评: polls, who is voted on, groups of voters, codes, ballots, counts of paper."""

from appraisal.ballots.models.ballot import Ballot, Code, WrongCode
from appraisal.ballots.models.poll import Poll, Subject
from appraisal.ballots.models.voters import Group, PaperCount

__all__ = ["Ballot", "Code", "Group", "PaperCount", "Poll", "Subject", "WrongCode"]
