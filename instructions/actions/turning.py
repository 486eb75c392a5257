"""Off the straight road: suspend, resume, void."""

from bureau.matters.parts.turning import Turning
from instructions import flow

TURNING = Turning(flow.FLOW, flow.TURNING)
suspend, resume, void = TURNING.suspend, TURNING.resume, TURNING.void
