"""The verbs of a directive. Each asks the policy, changes, settles duties, takes the step — in one transaction."""

from directives.actions.correcting import correct
from directives.actions.goals import set_goal
from directives.actions.handling import (
    close,
    countersign_report,
    draft_report,
    report,
    send_back,
    take_back_report,
)
from directives.actions.nodes import open_nodes
from directives.actions.setting_up import (
    Decision,
    approve,
    as_decision,
    decline,
    dispatch,
    edit,
    propose,
    register,
    register_all,
    register_next,
    register_source,
    take_back,
)
from directives.actions.turning import reopen, resume, suspend, void

__all__ = [
    "Decision",
    "approve",
    "as_decision",
    "close",
    "correct",
    "countersign_report",
    "decline",
    "dispatch",
    "draft_report",
    "edit",
    "open_nodes",
    "propose",
    "register",
    "register_all",
    "register_next",
    "register_source",
    "reopen",
    "report",
    "resume",
    "send_back",
    "set_goal",
    "suspend",
    "take_back",
    "take_back_report",
    "void",
]
