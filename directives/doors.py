"""The doors of a directive: each step with the verb behind it."""

from bureau.matters.doors import Door, Doors
from directives import actions, flow

DOORS = Doors(
    "directives:step",
    Door(flow.PROPOSE, actions.propose),
    Door(flow.APPROVE, actions.approve),
    Door(flow.DECLINE, actions.decline),
    Door(flow.DISPATCH, actions.dispatch),
    Door(flow.DRAFT_REPORT, actions.draft_report),
    Door(flow.REPORT, actions.report),
    Door(flow.COUNTERSIGN_REPORT, actions.countersign_report),
    Door(flow.CLOSE, actions.close),
    Door(flow.RETURN, actions.send_back),
    Door(flow.SUSPEND, actions.suspend),
    Door(flow.RESUME, actions.resume),
    Door(flow.REOPEN, actions.reopen),
    Door(flow.VOID_IT, actions.void),
)
BATCHES = tuple(step.name for step in (flow.PROPOSE, flow.APPROVE, flow.DECLINE, flow.DISPATCH, flow.CLOSE))
