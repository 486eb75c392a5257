"""The verbs of a suggestion. Each asks the policy, changes, settles duties, takes the step — in one transaction."""

from directives.suggestions.actions.answering import (
    adopt,
    answer,
    close,
    note_answer,
    send_back,
    take_back_answer,
)
from directives.suggestions.actions.raising import (
    Advice,
    approve,
    as_advice,
    decline,
    edit,
    propose,
    register,
    take_back,
)
from directives.suggestions.actions.turning import resume, suspend, void

__all__ = [
    "Advice",
    "adopt",
    "answer",
    "approve",
    "as_advice",
    "close",
    "decline",
    "edit",
    "note_answer",
    "propose",
    "register",
    "resume",
    "send_back",
    "suspend",
    "take_back",
    "take_back_answer",
    "void",
]
