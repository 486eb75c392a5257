"""Off the straight road: suspend, resume, void."""

from bureau.matters.parts.turning import turning_verbs
from directives.suggestions import flow

suspend, resume, void = turning_verbs(flow.FLOW, flow.TURNING)
