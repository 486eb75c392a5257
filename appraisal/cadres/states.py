"""The states of a review of cadres, and of what is proposed because of a grade."""

ENTERING, PROPOSED, APPROVED, TOLD = "entering", "proposed", "approved", "told"
REVIEW_STATES = {ENTERING: "填写", PROPOSED: "待审定", APPROVED: "已审定", TOLD: "已通知本人"}
REVIEW_TONES = {ENTERING: "yellow", PROPOSED: "yellow", APPROVED: "blue", TOLD: "blue"}
DECIDED = (APPROVED, TOLD)  # the grades stand

ASKED, AGREED, SENT, DONE, NOT_DONE, DROPPED = "asked", "agreed", "sent", "done", "not_done", "dropped"
USE_STATES = {
    ASKED: "待审批",
    AGREED: "待送出",
    SENT: "已送决定机关",
    DONE: "已落实",
    NOT_DONE: "未采纳",
    DROPPED: "不再提出",
}
USE_TONES = {
    ASKED: "yellow",
    AGREED: "yellow",
    SENT: "blue",
    DONE: "blue",
    NOT_DONE: "red",
    DROPPED: "outline",
}
