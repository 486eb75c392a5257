"""The verbs of a paper. Each asks the policy, changes, settles duties, takes the step — in one transaction."""

from bureau.urging.actions.answering import answer, record_talk, take_back_answer, withdraw
from bureau.urging.actions.issuing import issue, waive

__all__ = ["answer", "issue", "record_talk", "take_back_answer", "waive", "withdraw"]
