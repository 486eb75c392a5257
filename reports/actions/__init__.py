"""The verbs of a bulletin. Each asks the policy, changes, takes the step — in one transaction."""

from reports.actions.drafting import Marks, discard, edit, refresh, submit
from reports.actions.instructing import instruct_on
from reports.actions.opening import draft_from_selection, draft_from_source
from reports.actions.reading import read
from reports.actions.signing import check, render_again, send_back, sign
from reports.actions.special import draft_answer, draft_survey

__all__ = [
    "Marks",
    "check",
    "discard",
    "draft_answer",
    "draft_from_selection",
    "draft_from_source",
    "draft_survey",
    "edit",
    "instruct_on",
    "read",
    "refresh",
    "render_again",
    "send_back",
    "sign",
    "submit",
]
