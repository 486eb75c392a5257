"""The room of inspections, declared."""

from bureau.matters.deadlines import dues
from bureau.matters.layout import Layout
from bureau.matters.lineage.nodes import Part
from bureau.matters.rooms import TO_LEADERS, Place, Room
from bureau.matters.service.dues import RECEIVE_PAPER
from bureau.org.posts import Function
from directives.inspections import actions, flow  # noqa: F401 the actions bind the verbs
from directives.inspections.dues import (
    AMEND_PLAN,
    APPLY_REVIEW,
    APPROVE_PLAN,
    CARRY_OUT_USE,
    CLOSE_VISIT,
    CONCLUDE,
    DECIDE_REVIEW,
    DECIDE_USE,
    JOIN_VISIT,
    SIGN_CONCLUSION,
    VISIT,
)
from directives.inspections.facts import origin
from directives.inspections.happened import happenings
from directives.inspections.in_excel import ADDED, CHANGES
from directives.inspections.models import Inspection
from directives.inspections.signs import signs
from directives.inspections.telling import problems_of, tells
from directives.inspections.views.ledger import Ledger
from directives.inspections.waiting import where

ROOM = Room(
    kind=Function.INSPECTIONS,
    label=Function.INSPECTIONS.label,
    record=Inspection,
    flow=flow.FLOW,
    owes=(
        AMEND_PLAN,
        APPROVE_PLAN,
        VISIT,
        JOIN_VISIT,
        CONCLUDE,
        SIGN_CONCLUSION,
        CLOSE_VISIT,
        RECEIVE_PAPER,
        APPLY_REVIEW,
        DECIDE_REVIEW,
        DECIDE_USE,
        CARRY_OUT_USE,
        dues.CONFIRM,
        dues.SETTLE_CHANGE,
    ),
    ledger=Ledger,
    layout=Layout(
        "督查活动台账",
        {
            "number": 0.12,
            "title": 0.22,
            "type": 0.08,
            "targets": 0.18,
            "period": 0.12,
            "head": 0.1,
            "findings": 0.08,
            "stage": 0.1,
        },
        {"title": 48},
    ),
    places=(Place("督查频次", "inspections:burden"),),
    quoted_to=TO_LEADERS,
    apart=True,
    origin=origin,
    problems=problems_of,
    tells=tells,
    replied=False,
    where=where,
    signs=signs,
    happenings=happenings,
    changes=CHANGES,
    added=ADDED,
    part=Part.INSPECT,
)
