"""The verbs of an inspection, of its targets and of what is made of a result."""

from directives.inspections.actions.concluding import (
    close,
    conclude_without,
    draft,
    return_draft,
    sign,
    take_back_draft,
)
from directives.inspections.actions.following import (
    approve_use,
    carry_out_use,
    decline_use,
    propose_use,
    supervise,
    verify,
)
from directives.inspections.actions.planning import (
    approve,
    begin,
    cancel,
    decline,
    edit,
    propose,
    register,
    take_back,
)
from directives.inspections.actions.visiting import finish, record, sign_record
from directives.inspections.planned import Plan

__all__ = [
    "Plan",
    "approve",
    "approve_use",
    "begin",
    "cancel",
    "carry_out_use",
    "close",
    "conclude_without",
    "decline",
    "decline_use",
    "draft",
    "edit",
    "finish",
    "propose",
    "propose_use",
    "record",
    "register",
    "return_draft",
    "sign",
    "sign_record",
    "supervise",
    "take_back",
    "take_back_draft",
    "verify",
]
