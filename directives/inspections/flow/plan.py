"""The life of an inspection: planned, approved, carried out, concluded (政府督查工作条例 第11–18条)."""

from bureau.matters import asks
from bureau.matters.flow import Flow, Step
from bureau.matters.models import Audience
from bureau.matters.policy import desk, every, who_took
from directives.inspections import asked, policy
from directives.inspections.dues import APPROVE_PLAN as PLAN_APPROVED
from directives.inspections.dues import CLOSE_VISIT, VISIT
from directives.inspections.states import (
    APPROVED,
    CLOSED,
    CONCLUDING,
    DRAFT,
    PROPOSED,
    RUNNING,
    STATES,
    VOID,
)

REGISTER = Step(
    "inspections.register",
    "拟定方案",
    frm=(DRAFT,),
    to=None,
    rule=desk,
    offered=False,
    sentence="{actor} 拟定督查方案，督查对象：{targets}",
    audience=Audience.ABOVE,
)
EDIT = Step(
    "inspections.edit",
    "修改方案",
    frm=(DRAFT,),
    to=None,
    rule=desk,
    offered=False,
    sentence="{actor} 修改督查方案：{changed}",
    audience=Audience.ABOVE,
)
PROPOSE = Step(
    "inspections.propose",
    "提请审批方案",
    frm=(DRAFT,),
    to=PROPOSED,
    rule=desk,
    sentence="{actor} 提请审批督查方案",
    audience=Audience.ABOVE,
    tone="primary",
    hint="由方案写明的审批人审批；批准以后编号，才能开始督查。",
)
TAKE_BACK = Step(
    "inspections.take_back",
    "撤回",
    frm=(PROPOSED,),
    to=DRAFT,
    rule=every(desk, who_took(PROPOSE)),
    sentence="{actor} 撤回督查方案",
    audience=Audience.ABOVE,
    hint="还没有审批，可以撤回修改后再提请。",
    takes_back=(PROPOSE,),
)
DECLINE = Step(
    "inspections.decline",
    "退回修改",
    frm=(PROPOSED,),
    to=DRAFT,
    rule=policy.approver,
    asks=(asks.REASON,),
    sentence="{actor} 退回督查方案：{reason}",
    audience=Audience.ABOVE,
)
APPROVE_PLAN = Step(
    "inspections.approve",
    "批准方案",
    frm=(PROPOSED,),
    to=APPROVED,
    rule=every(policy.approver, policy.four_eyes_plan),
    asks=(asks.REMARK_IF_ANY,),
    sentence="{actor} 批准督查方案，编号{number}。{remark}",
    audience=Audience.ABOVE,
    tone="primary",
    hint="批准以后不得随意扩大督查范围、变更督查对象和内容。",
    does=(PLAN_APPROVED,),
    paper="督查方案",
)
BEGIN = Step(
    "inspections.begin",
    "开始督查",
    frm=(APPROVED,),
    to=RUNNING,
    rule=policy.team,
    sentence="{actor} 开始实地督查",
    audience=Audience.ABOVE,
    tone="primary",
    hint="开始以后，督查组在手机上逐个对象记录现场情况；没有信号时记录先留在手机里。",
    confirm="开始以后不能再取消活动。确定开始督查吗？",
)
FINISH = Step(
    "inspections.finish",
    "结束实地督查",
    frm=(RUNNING,),
    to=CONCLUDING,
    rule=policy.leads_it,
    sentence="{actor} 结束实地督查，转入作结论",
    audience=Audience.ABOVE,
    hint="转入作结论；暗访从此不再只限督查组知悉。还留在手机里的记录，活动结束以前都能补发。",
    confirm="结束以后转入作结论，暗访不再只限督查组知悉，不能恢复。确定结束实地督查吗？",
    does=(VISIT,),
)
CLOSE = Step(
    "inspections.close",
    "结束活动",
    frm=(CONCLUDING,),
    to=CLOSED,
    rule=every(policy.leads_it, policy.all_settled),
    asks=(asked.RESULT,),
    sentence="{actor} 结束督查活动：{result}",
    audience=Audience.ABOVE,
    tone="primary",
    does=(CLOSE_VISIT,),
)
CANCEL = Step(
    "inspections.void",
    "取消活动",
    frm=(DRAFT, PROPOSED, APPROVED),
    to=VOID,
    rule=every(desk, policy.cancels),
    asks=(asks.REASON,),
    sentence="{actor} 取消督查活动：{reason}",
    audience=Audience.ABOVE,
    tone="danger",
    hint="还没有开始实地督查的可以取消；开始以后，没有结论的对象写明原因。",
)
FLOW = Flow(
    "inspections:step",
    (
        REGISTER,
        EDIT,
        PROPOSE,
        APPROVE_PLAN,
        DECLINE,
        TAKE_BACK,
        BEGIN,
        FINISH,
        CLOSE,
        CANCEL,
    ),
    STATES,
)
