"""The verbs of a bulletin. Each asks the policy, changes, takes the step — in one transaction."""

from reports.actions.drafting import Marks, discard, edit, refresh, submit
from reports.actions.opening import draft_from_selection, draft_from_source
from reports.actions.signing import render_again, send_back, sign

__all__ = [
    "Marks",
    "discard",
    "draft_from_selection",
    "draft_from_source",
    "edit",
    "refresh",
    "render_again",
    "send_back",
    "sign",
    "submit",
]
