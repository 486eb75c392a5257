"""The states of a leader's instruction (facts §11.1)."""

from bureau.matters.flow import State
from bureau.matters.models import Phase
from bureau.org.posts import Post

REGISTERED, PROPOSED, RUNNING, REVIEWING = "registered", "proposed", "running", "reviewing"
ACCEPTED, REPORTED, CLOSED, FILED = "accepted", "reported", "closed", "filed"
SUSPENDED, VOID = "suspended", "void"

STATES = {
    REGISTERED: State("待拟办", Phase.PREPARING, "yellow", waits_for=Post.OFFICER),
    PROPOSED: State("待审定", Phase.PREPARING, "yellow", waits_for=Post.DIRECTOR),
    RUNNING: State("办理中", Phase.RUNNING, "blue"),
    REVIEWING: State("待审核", Phase.RUNNING, "yellow", waits_for=Post.OFFICER),
    ACCEPTED: State("待呈报", Phase.RUNNING, "yellow", waits_for=Post.OFFICER),
    REPORTED: State("已呈报", Phase.RUNNING, "blue"),
    SUSPENDED: State("已中止", Phase.SUSPENDED, "outline"),
    CLOSED: State("已办结", Phase.CLOSED),
    FILED: State("存阅", Phase.FILED, "outline"),
    VOID: State("已作废", Phase.VOID, "outline"),
}
CHOICES = [(key, state.words) for key, state in STATES.items()]
PREPARED = (REGISTERED, PROPOSED)  # where a round is not given out yet
ANSWERED = (REPORTED, CLOSED)  # where the leader's word is asked for, or has been said
