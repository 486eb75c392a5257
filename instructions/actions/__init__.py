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
    take_back_report,
    take_back_self,
)
from instructions.actions.proposal import Proposal
from instructions.actions.registering import edit, instruct, register, transcribe
from instructions.actions.setting_up import approve, decline, file, propose, take_back, take_back_file
from instructions.actions.turning import resume, suspend, void
from instructions.actions.withdrawing import take_back_note, withdraw, withdraw_again
from instructions.actions.words import OnPaper, Plan, Word

__all__ = [
    "OnPaper",
    "Plan",
    "Proposal",
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
    "take_back_file",
    "take_back_note",
    "take_back_report",
    "take_back_self",
    "transcribe",
    "void",
    "withdraw",
    "withdraw_again",
]
