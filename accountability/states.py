"""The states of a case, and of each of its subjects (facts §11.1)."""

from bureau.matters.flow import State
from bureau.matters.models import Phase
from bureau.org.posts import Post

CLUE, HELD, CHECKING, CHECKED, FILING = "clue", "held", "checking", "checked", "filing"
EXPLAINING, EXPLAINED = "explaining", "explained"
INVESTIGATING, REPORTED, NOTIFYING, DECIDING = "investigating", "reported", "notifying", "deciding"
EXECUTING, EFFECT, CLOSED = "executing", "effect", "closed"
DISMISSED, CLEARED, TRANSFERRED, REFERRED, VOID = "dismissed", "cleared", "transferred", "referred", "void"

STATES = {
    CLUE: State("线索待处置", Phase.PREPARING, "yellow", waits_for=Post.ACCOUNTABILITY),
    HELD: State("暂存待查", Phase.PREPARING, "outline"),
    EXPLAINING: State("谈话函询", Phase.PREPARING, "blue"),
    EXPLAINED: State("谈话函询后待处置", Phase.PREPARING, "yellow", waits_for=Post.ACCOUNTABILITY),
    CHECKING: State("初核", Phase.RUNNING, "blue"),
    CHECKED: State("初核待审", Phase.RUNNING, "yellow", waits_for=Post.DIRECTOR),
    FILING: State("立案待审批", Phase.RUNNING, "yellow"),
    INVESTIGATING: State("调查", Phase.RUNNING, "blue"),
    REPORTED: State("调查报告待审", Phase.RUNNING, "yellow", waits_for=Post.DIRECTOR),
    NOTIFYING: State("告知和申辩", Phase.RUNNING, "blue"),
    DECIDING: State("作出决定", Phase.RUNNING, "yellow", waits_for=Post.ACCOUNTABILITY),
    EXECUTING: State("执行", Phase.RUNNING, "blue"),
    EFFECT: State("影响期", Phase.RUNNING, "blue"),
    CLOSED: State("已办结", Phase.CLOSED),
    DISMISSED: State("予以了结", Phase.FILED, "outline"),
    CLEARED: State("不予问责", Phase.CLOSED, "outline"),
    TRANSFERRED: State("已转办", Phase.CLOSED, "outline"),
    REFERRED: State("已移送", Phase.CLOSED, "outline"),
    VOID: State("作废", Phase.VOID, "outline"),
}
CHOICES = [(key, state.words) for key, state in STATES.items()]
FILED = (INVESTIGATING, REPORTED, NOTIFYING, DECIDING, EXECUTING, EFFECT, CLOSED)  # was approved as a case
UNDER_WAY = (CLUE, HELD, EXPLAINING, EXPLAINED, CHECKING, CHECKED, FILING, *FILED[:-1])  # not over
UNDISPOSED = (CLUE, HELD, EXPLAINED)  # is still to be disposed of in one of the four ways
OPEN_TO_SUBJECTS = (
    *UNDISPOSED,
    EXPLAINING,
    CHECKING,
    CHECKED,
    FILING,
    INVESTIGATING,
)  # others may come under it

INVOLVED, NOTIFIED, RESOLVED, RECOMMENDED = "involved", "notified", "resolved", "recommended"
DECIDED, CHANGED, IN_EFFECT, LIFTED, DONE = "decided", "changed", "in_effect", "lifted", "done"
REVOKED, EXEMPTED, NOT_HELD, HANDED, ENDED = "revoked", "exempted", "not_held", "handed", "ended"
SUBJECT_STATES = {
    INVOLVED: "未告知",
    NOTIFIED: "已告知",
    RESOLVED: "已研究，待决定",
    RECOMMENDED: "已建议，待有权机关决定",
    DECIDED: "已决定，待执行",
    CHANGED: "申诉后变更，待重新登记",
    IN_EFFECT: "影响期",
    LIFTED: "已解除",
    DONE: "已执行",
    REVOKED: "申诉后撤销",
    EXEMPTED: "容错免予问责",
    NOT_HELD: "不予问责",
    HANDED: "已移送",
    ENDED: "终止",
}
SUBJECT_TONES = {
    NOTIFIED: "yellow",
    RESOLVED: "yellow",
    RECOMMENDED: "yellow",
    DECIDED: "blue",
    CHANGED: "red",
    IN_EFFECT: "blue",
    REVOKED: "outline",
    EXEMPTED: "outline",
    NOT_HELD: "outline",
    HANDED: "outline",
    ENDED: "outline",
}
IN_FORCE = (DECIDED, IN_EFFECT, LIFTED, DONE)  # was held to account
LET_GO = (REVOKED, EXEMPTED, NOT_HELD, HANDED, ENDED)  # nothing, or nothing any more, is held against it
SETTLED = (LIFTED, DONE, *LET_GO)  # nothing is left to be done
UNDECIDED = (INVOLVED, NOTIFIED, RESOLVED)  # may be exempted, handed over
