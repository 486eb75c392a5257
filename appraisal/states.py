"""The states of a scheme, of an appraisal period, and of each unit in it (facts §11.1)."""

from bureau.matters.flow import State
from bureau.matters.models import Phase
from bureau.org.posts import Post

DRAFT, COLLECTING, SCORING, DELIBERATING = "draft", "collecting", "scoring", "deliberating"
PUBLICISED, SETTLED, PUBLISHED, ARCHIVED, VOID = "publicised", "settled", "published", "archived", "void"

STATES = {
    DRAFT: State("筹备", Phase.PREPARING, "yellow", waits_for=Post.APPRAISAL),
    COLLECTING: State("采集", Phase.RUNNING, "blue"),
    SCORING: State("评分", Phase.RUNNING, "yellow", waits_for=Post.APPRAISAL),
    DELIBERATING: State("集体研究", Phase.RUNNING, "yellow", waits_for=Post.APPRAISAL),
    PUBLICISED: State("公示", Phase.RUNNING, "blue"),
    SETTLED: State("待审定", Phase.RUNNING, "yellow", waits_for=Post.DIRECTOR),
    PUBLISHED: State("已公布结果", Phase.RUNNING, "blue"),
    ARCHIVED: State("已归档", Phase.CLOSED),
    VOID: State("已取消", Phase.VOID, "outline"),
}
CHOICES = [(key, state.words) for key, state in STATES.items()]
OPEN = (COLLECTING, SCORING)  # values and adjustments may be entered
TOLD = (PUBLICISED, SETTLED, PUBLISHED, ARCHIVED)  # the units know their scores
FROZEN = (PUBLISHED, ARCHIVED)  # values are mended by the desk alone, for a correction

PROPOSED, APPROVED, IN_FORCE, REPLACED = "proposed", "approved", "in_force", "replaced"
SCHEME_STATES = {
    DRAFT: "拟定",
    PROPOSED: "待审定",
    APPROVED: "已审定，待公布",
    IN_FORCE: "已公布",
    REPLACED: "已被新版本替换",
}
SCHEME_TONES = {PROPOSED: "yellow", APPROVED: "yellow", IN_FORCE: "blue", REPLACED: "outline"}

EXPECTED, REPORTED, TOLD_RESULT = "expected", "reported", "told"
UNIT_STATES = {EXPECTED: "待自评", REPORTED: "已自评", TOLD_RESULT: "已告知结果"}
UNIT_TONES = {EXPECTED: "yellow", REPORTED: "blue", TOLD_RESULT: "blue"}

ADJUSTMENT_TONES = {
    "proposed": "yellow",
    "confirmed": "yellow",
    "approved": "blue",
    "dismissed": "outline",
    "revoked": "red",
}
