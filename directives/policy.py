"""Who may take which step of a directive."""

from bureau.matters.access.behalf import same_hand
from bureau.matters.parts.result_rules import four_eyes_review, result_rules
from bureau.matters.policy import (
    No,
    Refused,
    Yes,
    desk,
    director,
    every,
    register,
)
from bureau.org.posts import Function
from directives import flow


def require_desk(person) -> None:
    """Registering and importing need no record to ask about."""
    if Function.DIRECTIVES not in person.functions:
        raise Refused("登记督查事项由督查局办理。")


def four_eyes_approval(person, record):
    """Who put it up cannot be who approves it."""
    if same_hand(person, record.matter, record.matter.officer_id):
        return No("须由登记人以外的局领导审定。", shown=True)
    return Yes()


def voids(person, record):
    """Before it is numbered the desk may drop it; afterwards a bureau leader."""
    return director(person, record) if record.matter.number else desk(person, record)


register(
    {
        flow.REGISTER: desk,
        flow.EDIT: desk,
        flow.PROPOSE: desk,
        flow.DECLINE: director,
        flow.APPROVE: every(director, four_eyes_approval),
        flow.DISPATCH: desk,
        flow.CLOSE: every(desk, four_eyes_review),
        flow.SUSPEND: director,
        flow.RESUME: director,
        flow.VOID_IT: voids,
        flow.REOPEN: director,
    }
    | result_rules(flow.RESULT)
)
