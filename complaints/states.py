"""The states of a complaint (facts §11.1)."""

from bureau.matters.flow import State
from bureau.matters.models import Phase
from bureau.org.posts import Post

RECEIVED, SUPPLEMENTING, REFUSING, ACCEPTED = "received", "supplementing", "refusing", "accepted"
RUNNING, REVIEWING, SUSPENDED = "running", "reviewing", "suspended"
ANSWERING, ANSWERED, DISSATISFIED, CLOSED = "answering", "answered", "dissatisfied", "closed"
REFUSED, ROUTED, FILED, MERGED, WITHDRAWN, VOID = (
    "refused",
    "routed",
    "filed",
    "merged",
    "withdrawn",
    "void",
)

STATES = {
    RECEIVED: State("待受理审查", Phase.PREPARING, "yellow", waits_for=Post.INTAKE),
    SUPPLEMENTING: State("待补正", Phase.PREPARING, "outline"),
    REFUSING: State("待审批", Phase.PREPARING, "yellow", waits_for=Post.DIRECTOR),
    ACCEPTED: State("已受理待转办", Phase.PREPARING, "yellow", waits_for=Post.INTAKE),
    RUNNING: State("办理中", Phase.RUNNING, "blue"),
    REVIEWING: State("待审核", Phase.RUNNING, "yellow", waits_for=Post.INTAKE),
    SUSPENDED: State("已中止", Phase.SUSPENDED, "outline"),
    ANSWERING: State("待答复", Phase.RUNNING, "yellow", waits_for=Post.INTAKE),
    ANSWERED: State("待回访", Phase.RUNNING, "yellow", waits_for=Post.INTAKE),
    DISSATISFIED: State("不满意待甄别", Phase.RUNNING, "yellow", waits_for=Post.DIRECTOR),
    CLOSED: State("已办结", Phase.CLOSED),
    REFUSED: State("不予受理", Phase.FILED, "outline"),
    ROUTED: State("已导入其他渠道", Phase.FILED, "outline"),
    FILED: State("存查", Phase.FILED, "outline"),
    MERGED: State("已并案", Phase.FILED, "outline"),
    WITHDRAWN: State("已撤诉", Phase.FILED, "outline"),
    VOID: State("已作废", Phase.VOID, "outline"),
}
KEPT_OF_VOID = 30  # days that letters and evidence of a voided complaint stay
CHOICES = [(key, state.words) for key, state in STATES.items()]
UNDECIDED = (RECEIVED, REFUSING)  # the time for accepting runs
OPEN = (RECEIVED, SUPPLEMENTING, REFUSING, ACCEPTED, RUNNING, REVIEWING, ANSWERING, ANSWERED, DISSATISFIED)
HANDLED = (ACCEPTED, RUNNING, REVIEWING, ANSWERING, ANSWERED, DISSATISFIED, SUSPENDED, CLOSED)
