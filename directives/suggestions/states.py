"""The states of a suggestion."""

from bureau.matters.flow import State
from bureau.matters.models import Phase
from bureau.org.posts import Post

DRAFT, PROPOSED, SENT, ANSWERED = "draft", "proposed", "sent", "answered"
ADOPTED, CLOSED, SUSPENDED, VOID = "adopted", "closed", "suspended", "void"

STATES = {
    DRAFT: State("已登记", Phase.PREPARING),
    PROPOSED: State("待审定", Phase.PREPARING, "yellow", waits_for=Post.DIRECTOR),
    SENT: State("待答复", Phase.RUNNING, "blue"),
    ANSWERED: State("已答复", Phase.RUNNING, "yellow", waits_for=Post.OFFICER),
    SUSPENDED: State("已中止", Phase.SUSPENDED, "outline"),
    ADOPTED: State("已纳入决策", Phase.CLOSED),
    CLOSED: State("已办结", Phase.CLOSED),
    VOID: State("已作废", Phase.VOID, "outline"),
}
CHOICES = [(key, state.words) for key, state in STATES.items()]
