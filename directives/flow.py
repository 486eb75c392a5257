"""The life of a directive: registered, approved, dispatched, reported, closed (facts §11.1)."""

from bureau.matters import asks
from bureau.matters.deadlines import dues
from bureau.matters.flow import Flow, Step
from bureau.matters.parts.result_rules import four_eyes_review
from bureau.matters.parts.results import result_steps
from bureau.matters.parts.turning import turning_steps
from bureau.matters.policy import desk, director, every, who_took
from bureau.org.posts import Post
from directives.asked import BESIDE, as_it_stands
from directives.goal_asks import GOAL, typed_goal
from directives.policy import four_eyes_approval, sets_goal, voids
from directives.states import (
    APPROVED,
    CHOICES,
    CLOSED,
    DRAFT,
    PROPOSED,
    REVIEWING,
    RUNNING,
    STATES,
    SUSPENDED,
    VOID,
)

REGISTER = Step(
    "directives.register",
    "登记",
    frm=(DRAFT,),
    to=None,
    rule=desk,
    offered=False,
    sentence="{actor} 登记，来源：{source}",
    audience="desk",
)
EDIT = Step(
    "directives.edit",
    "修改",
    frm=(DRAFT,),
    to=None,
    rule=desk,
    offered=False,
    sentence="{actor} 修改登记内容：{changed}",
    audience="desk",
)
PROPOSE = Step(
    "directives.propose",
    "提请审定",
    frm=(DRAFT,),
    to=PROPOSED,
    rule=desk,
    batch=Post.OFFICER,
    sentence="{actor} 提请审定",
    audience="desk",
    tone="primary",
)
TAKE_BACK = Step(
    "directives.take_back",
    "撤回",
    frm=(PROPOSED,),
    to=DRAFT,
    rule=every(desk, who_took(PROPOSE)),
    sentence="{actor} 撤回提请审定",
    audience="desk",
    hint="还没有审定，可以撤回修改后再提请。",
    takes_back=(PROPOSE,),
)
DECLINE = Step(
    "directives.decline",
    "退回修改",
    frm=(PROPOSED,),
    to=DRAFT,
    rule=director,
    batch=Post.DIRECTOR,
    sentence="{actor} 退回修改：{reason}",
    asks=(asks.REASON,),
    audience="desk",
)
APPROVE = Step(
    "directives.approve",
    "审定立项",
    frm=(PROPOSED,),
    to=APPROVED,
    rule=every(director, four_eyes_approval),
    batch=Post.DIRECTOR,
    sentence="{actor} 审定立项，编号{number}。{remark}",
    asks=(asks.REMARK_IF_ANY,),
    audience="desk",
    tone="primary",
    hint="审定后编号立项，由经办督查员交办。",
    does=(dues.APPROVE,),
)
DISPATCH = Step(
    "directives.dispatch",
    "交办",
    frm=(APPROVED,),
    to=RUNNING,
    rule=desk,
    batch=Post.OFFICER,
    sentence="{actor} 交办，牵头单位{lead}，办理时限{due}",
    tone="primary",
    hint="交办后承办单位即可看到本事项，签收、反馈、办结的时限从现在起算。",
    does=(dues.DISPATCH,),
    paper="督查通知单",
)
SET_GOAL = Step(
    "directives.set_goal",
    "调整目标、节点",
    frm=(APPROVED, RUNNING),
    to=None,
    rule=sets_goal,
    initial=typed_goal,
    sentence="{actor} 调整目标、节点：{before}→{after}。理由：{reason}",
    asks=(*GOAL, asks.REASON_ALONE),
    hint="目标、序时计划、阶段节点有变化时使用，承办单位随即知道；还没有定过目标的，按事项的文字先填上，请核对。以前报的数不变，亮灯按新的计划重新计算。",
    tells=True,
)
CORRECT = Step(
    "directives.correct",
    "更正台账信息",
    frm=(APPROVED, RUNNING, REVIEWING, SUSPENDED, CLOSED),
    to=None,
    rule=desk,
    initial=as_it_stands,
    sentence="{actor} 更正{changed}",
    asks=BESIDE,
    hint="立项以后类别、责任领导、备注有变化的，在这里改。事项、单位和时限不在这里改。",
)
RESULT = result_steps("directives", RUNNING, REVIEWING)
DRAFT_REPORT, REPORT, COUNTERSIGN_REPORT, RETURN, TAKE_BACK_REPORT = RESULT
CLOSE = Step(
    "directives.close",
    "审核通过并销号",
    frm=(REVIEWING,),
    to=CLOSED,
    rule=every(desk, four_eyes_review),
    batch=Post.OFFICER,
    sentence="{actor} 审核通过，予以销号。{remark}",
    asks=(asks.REMARK_IF_ANY,),
    tone="primary",
    hint="请核对：事实清楚、问题解决、任务落实、结论准确。完成时间以报送办结报告之时为准。",
    tells=True,
    does=(dues.REVIEW,),
)
TURNING = turning_steps(
    "directives",
    RUNNING,
    SUSPENDED,
    VOID,
    voidable=(DRAFT, PROPOSED, APPROVED, RUNNING, SUSPENDED),
    voids=voids,
)
SUSPEND, RESUME, VOID_IT = TURNING
REOPEN = Step(
    "directives.reopen",
    "重新办理",
    frm=(CLOSED,),
    to=RUNNING,
    rule=director,
    sentence="{actor} 重新办理（反弹回潮）：{reason}，新的时限{until}",
    asks=(asks.REASON, asks.UNTIL),
    tone="danger",
    hint="“回头看”发现问题反弹时使用：事项回到办理中，由原牵头单位继续办理。",
    tells=True,
)

FLOW = Flow(
    "directives:step",
    (
        REGISTER,
        EDIT,
        PROPOSE,
        APPROVE,
        DECLINE,
        TAKE_BACK,
        DISPATCH,
        SET_GOAL,
        CORRECT,
        DRAFT_REPORT,
        REPORT,
        COUNTERSIGN_REPORT,
        TAKE_BACK_REPORT,
        CLOSE,
        RETURN,
        SUSPEND,
        RESUME,
        REOPEN,
        VOID_IT,
    ),
    STATES,
)
__all__ = ["CHOICES", "FLOW", "STATES"]
