"""The verbs of a bulletin. Each asks the policy, changes, takes the step — in one transaction."""

from reports.actions.answering import answer
from reports.actions.arranging import keep_layout
from reports.actions.commenting import comment, settle
from reports.actions.correcting import draft_correction
from reports.actions.drafting import Marks, discard, edit, refresh, submit, take_back
from reports.actions.inserting import Given, add_insert, drop_insert, edit_insert
from reports.actions.mailing import apply_mailing, drop_mailing, keep_mailing
from reports.actions.objecting import decide_objection, enter_objection, object_to, withdraw_objection
from reports.actions.occasions import begun_for, draft_for
from reports.actions.opening import (
    FREELY,
    Start,
    draft_blank,
    draft_circular,
    draft_from_selection,
    draft_from_source,
    draft_text,
)
from reports.actions.reading import noting_unread, read
from reports.actions.restoring import restore
from reports.actions.signing import check, render_again, send_back, sign, take_back_check
from reports.actions.special import draft_answer, draft_survey

__all__ = [
    "FREELY",
    "Given",
    "Marks",
    "Start",
    "add_insert",
    "answer",
    "apply_mailing",
    "begun_for",
    "check",
    "comment",
    "decide_objection",
    "discard",
    "draft_answer",
    "draft_blank",
    "draft_circular",
    "draft_correction",
    "draft_for",
    "draft_from_selection",
    "draft_from_source",
    "draft_survey",
    "draft_text",
    "drop_insert",
    "drop_mailing",
    "edit",
    "edit_insert",
    "enter_objection",
    "keep_layout",
    "keep_mailing",
    "noting_unread",
    "object_to",
    "read",
    "refresh",
    "render_again",
    "restore",
    "send_back",
    "settle",
    "sign",
    "submit",
    "take_back",
    "take_back_check",
    "withdraw_objection",
]
