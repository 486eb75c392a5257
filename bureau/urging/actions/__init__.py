"""The verbs of a paper. Each asks the policy, changes, settles duties, takes the step — in one transaction."""

from bureau.urging.actions.answering import answer, record_talk, withdraw
from bureau.urging.actions.issuing import issue, waive

__all__ = ["answer", "issue", "record_talk", "waive", "withdraw"]
