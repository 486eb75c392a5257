"""Off the straight road: suspend, resume, void."""

from bureau.matters.turning import Turning
from instructions import flow

TURNING = Turning(flow.FLOW, flow.TURNING)
suspend, resume, void = TURNING.suspend, TURNING.resume, TURNING.void
