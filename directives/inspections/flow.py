"""The life of an inspection — planned, approved, carried out, concluded (政府督查工作条例 第11–18条) — and of each of its
targets, and of what is proposed to be made of a result."""

from bureau.matters import asks
from bureau.matters.flow import Flow, Step
from bureau.matters.models import Audience
from bureau.matters.policy import by_the_system, desk, director, every, who_took
from directives.inspections import asked, policy
from directives.inspections.dues import APPROVE_PLAN as PLAN_APPROVED
from directives.inspections.dues import CARRY_OUT_USE as USE_CARRIED_OUT
from directives.inspections.dues import CLOSE_VISIT, SIGN_CONCLUSION, VISIT
from directives.inspections.models import Use
from directives.inspections.states import (
    APPROVED,
    CHANGED,
    CLOSED,
    CONCLUDING,
    DRAFT,
    DRAFTED,
    NONE,
    PLANNED,
    PROPOSED,
    REVOKED,
    RUNNING,
    SERVED,
    STATES,
    TARGET_STATES,
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

ANY_STATE = tuple(TARGET_STATES)
RECORD = Step(
    "target.record",
    "记录现场情况",
    frm=ANY_STATE,
    to=None,
    rule=every(policy.team, policy.on_site),
    offered=False,
    sentence="{actor} 在{unit}记录{kind}：{words}",
    audience=Audience.ABOVE,
)
SIGN_RECORD = Step(
    "target.sign_record",
    "现场签字",
    frm=ANY_STATE,
    to=None,
    rule=every(policy.team, policy.on_site),
    offered=False,
    sentence="{actor} 请{signer}在{unit}的现场记录上签字。{remark}",
    audience=Audience.ABOVE,
)
SUPERVISE = Step(
    "target.supervise",
    "转为督查事项",
    frm=ANY_STATE,
    to=None,
    rule=every(desk, policy.revealed),
    offered=False,
    sentence="{actor} 将{unit}的问题转为督查事项“{title}”",
    audience=Audience.ABOVE,
)
VERIFY = Step(
    "target.verify",
    "现场核查",
    frm=ANY_STATE,
    to=None,
    rule=every(policy.team, policy.went),
    offered=False,
    sentence="{actor} 现场核查{unit}的问题“{finding}”：{outcome}。{words}",
    audience=Audience.ABOVE,
)
DRAFT_CONCLUSION = Step(
    "target.draft",
    "起草结论",
    frm=(PLANNED,),
    to=DRAFTED,
    rule=every(policy.team, policy.is_over),
    asks=(asked.FACTS, asked.EVIDENCE, asked.OPINION),
    initial=lambda target: asked.drafted(target),
    sentence="{actor} 起草对{unit}的督查结论，送签发",
    audience=Audience.ABOVE,
    tone="primary",
    hint="事实清楚、证据充分、客观公正；只写这一个对象的部分。签发以后送达。",
)
TAKE_BACK_DRAFT = Step(
    "target.take_back",
    "撤回",
    frm=(DRAFTED,),
    to=PLANNED,
    rule=policy.drafted_it,
    sentence="{actor} 撤回对{unit}的督查结论",
    audience=Audience.ABOVE,
    hint="还没有签发，可以撤回修改后再送签发；写过的内容还在。",
    takes_back=(DRAFT_CONCLUSION,),
)
RETURN_DRAFT = Step(
    "target.return",
    "退回修改",
    frm=(DRAFTED,),
    to=PLANNED,
    rule=director,
    asks=(asks.REASON,),
    sentence="{actor} 退回对{unit}的督查结论：{reason}",
    audience=Audience.ABOVE,
)
SIGN_CONCLUSION_STEP = Step(
    "target.sign",
    "签发并送达",
    frm=(DRAFTED,),
    to=SERVED,
    rule=policy.signs,
    sentence="{actor} 签发对{unit}的督查结论{number}",
    audience=Audience.ABOVE,
    tone="primary",
    hint="签发以后编号、送达督查对象，不能修改；对方签收以后30日内可以申请复核。",
    confirm="签发以后随即送达，不能修改。确定签发吗？",
    does=(SIGN_CONCLUSION,),
    paper="督查结论",
)
NO_CONCLUSION = Step(
    "target.no_conclusion",
    "不作结论",
    frm=(PLANNED,),
    to=NONE,
    rule=every(policy.leads_it, policy.is_over),
    asks=(asked.WHY_NONE,),
    sentence="{actor} 对{unit}不作结论：{why_none}",
    audience=Audience.ABOVE,
)
FOLLOW_DECISION = Step(
    "target.follow_decision",
    "复核改变结论",
    frm=(SERVED, CHANGED),
    to=None,
    leads=(CHANGED, REVOKED),
    rule=by_the_system,
    offered=False,
    sentence="对{unit}的督查结论经复核{outcome}",
    audience=Audience.ABOVE,
)
PROPOSE_USE = Step(
    "target.propose_use",
    "提出结果运用建议",
    frm=(SERVED, CHANGED),
    to=None,
    rule=policy.leads_it,
    offered=False,
    sentence="{actor} 建议对{unit}{use}：{reason}",
    audience=Audience.ABOVE,
)
TARGET_FLOW = Flow(
    "inspections:target_step",
    (
        RECORD,
        SIGN_RECORD,
        SUPERVISE,
        VERIFY,
        DRAFT_CONCLUSION,
        SIGN_CONCLUSION_STEP,
        RETURN_DRAFT,
        TAKE_BACK_DRAFT,
        NO_CONCLUSION,
        FOLLOW_DECISION,
        PROPOSE_USE,
    ),
)

APPROVE_USE = Step(
    "use.approve",
    "同意",
    frm=(Use.State.PROPOSED,),
    to=Use.State.APPROVED,
    rule=every(policy.approver, policy.four_eyes_use),
    asks=(asks.REMARK_IF_ANY,),
    sentence="{actor} 同意对{unit}{use}。{remark}",
    audience=Audience.ABOVE,
    tone="primary",
    hint="同意以后由督查局办理：表扬、批评的起草通报，追究责任的移交有权机关。",
)
DECLINE_USE = Step(
    "use.decline",
    "不同意",
    frm=(Use.State.PROPOSED,),
    to=Use.State.DECLINED,
    rule=policy.approver,
    asks=(asks.REASON,),
    sentence="{actor} 不同意对{unit}{use}：{reason}",
    audience=Audience.ABOVE,
)
CARRY_OUT_USE = Step(
    "use.carry_out",
    "登记办理结果",
    frm=(Use.State.APPROVED,),
    to=Use.State.CARRIED_OUT,
    rule=policy.leads_it,
    asks=(asked.CARRIED_OUT,),
    sentence="{actor} 登记对{unit}{use}的办理结果：{words}",
    audience=Audience.ABOVE,
    hint="登记以后，这条建议即办完。",
    does=(USE_CARRIED_OUT,),
)
USE_FLOW = Flow("inspections:use_step", (APPROVE_USE, DECLINE_USE, CARRY_OUT_USE))
