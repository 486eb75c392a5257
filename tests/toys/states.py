"""The states of a walk."""

from bureau.matters.flow import State
from bureau.matters.models import Phase
from bureau.org.posts import Post

FRESH, RUNNING, REVIEWING = "fresh", "running", "reviewing"
CLOSED, PRESENTED = "closed", "presented"
STATES = {
    FRESH: State("待派河", Phase.PREPARING, "yellow", waits_for=Post.OFFICER),
    RUNNING: State("巡河中", Phase.RUNNING, "blue"),
    REVIEWING: State("待验河", Phase.RUNNING, "yellow", waits_for=Post.OFFICER),
    CLOSED: State("已巡毕", Phase.CLOSED),
    PRESENTED: State("已呈报", Phase.CLOSED),
}
CHOICES = [(key, state.words) for key, state in STATES.items()]
