"""The states of a directive (facts §11.1)."""

from bureau.matters.flow import State
from bureau.matters.models import Phase
from bureau.org.posts import Post

DRAFT, PROPOSED, APPROVED, RUNNING = "draft", "proposed", "approved", "running"
REVIEWING, CLOSED, SUSPENDED, VOID = "reviewing", "closed", "suspended", "void"

STATES = {
    DRAFT: State("已登记", Phase.PREPARING),
    PROPOSED: State("待审定", Phase.PREPARING, "yellow", waits_for=Post.DIRECTOR),
    APPROVED: State("待交办", Phase.PREPARING, "yellow", waits_for=Post.OFFICER),
    RUNNING: State("办理中", Phase.RUNNING, "blue"),
    REVIEWING: State("待审核", Phase.RUNNING, "yellow", waits_for=Post.OFFICER),
    SUSPENDED: State("已中止", Phase.SUSPENDED, "outline"),
    CLOSED: State("已销号", Phase.CLOSED),
    VOID: State("已作废", Phase.VOID, "outline"),
}
CHOICES = [(key, state.words) for key, state in STATES.items()]
