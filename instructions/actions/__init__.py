"""The verbs of an instruction. Each asks the policy, changes, settles duties, takes the step — in one transaction."""

from instructions.actions.answering import again, note, note_for, present
from instructions.actions.handling import (
    accept,
    close,
    countersign_report,
    draft_report,
    report,
    self_report,
    self_return,
    send_back,
)
from instructions.actions.registering import edit, instruct, register, transcribe
from instructions.actions.setting_up import approve, decline, file, propose, take_back
from instructions.actions.turning import resume, suspend, void
from instructions.actions.words import OnPaper, Plan, Word

__all__ = [
    "OnPaper",
    "Plan",
    "Word",
    "accept",
    "again",
    "approve",
    "close",
    "countersign_report",
    "decline",
    "draft_report",
    "edit",
    "file",
    "instruct",
    "note",
    "note_for",
    "present",
    "propose",
    "register",
    "report",
    "resume",
    "self_report",
    "self_return",
    "send_back",
    "suspend",
    "take_back",
    "transcribe",
    "void",
]
