"""The states of an inspection, and of each of its targets (facts §11.1)."""

from bureau.matters.flow import State
from bureau.matters.models import Phase
from bureau.org.posts import Post

DRAFT, PROPOSED, APPROVED, RUNNING = "draft", "proposed", "approved", "running"
CONCLUDING, CLOSED, VOID = "concluding", "closed", "void"

STATES = {
    DRAFT: State("拟定方案", Phase.PREPARING),
    PROPOSED: State("方案待审批", Phase.PREPARING, "yellow", waits_for=Post.DIRECTOR),
    APPROVED: State("待实施", Phase.PREPARING, "yellow", waits_for=Post.OFFICER),
    RUNNING: State("实地督查", Phase.RUNNING, "blue"),
    CONCLUDING: State("待作结论", Phase.RUNNING, "yellow", waits_for=Post.OFFICER),
    CLOSED: State("已结束", Phase.CLOSED),
    VOID: State("已取消", Phase.VOID, "outline"),
}
CHOICES = [(key, state.words) for key, state in STATES.items()]

PLANNED, DRAFTED, SERVED = "planned", "drafted", "served"
CHANGED, REVOKED, NONE = "changed", "revoked", "none"
TARGET_STATES = {
    PLANNED: "待作结论",
    DRAFTED: "结论待签发",
    SERVED: "结论已送达",
    CHANGED: "结论已变更",
    REVOKED: "结论已撤销",
    NONE: "不作结论",
}
SETTLED = (SERVED, CHANGED, REVOKED, NONE)
TONES = {DRAFTED: "yellow", SERVED: "blue", CHANGED: "blue", REVOKED: "red", NONE: "outline"}
