"""What is done at one target: written down, concluded, served, followed up (政府督查工作条例 第16–18条)."""

from bureau.matters import asks
from bureau.matters.flow import Flow, Step
from bureau.matters.models import Audience
from bureau.matters.policy import by_the_system, desk, director, every
from directives.inspections import asked, policy
from directives.inspections.dues import SIGN_CONCLUSION
from directives.inspections.states import (
    CHANGED,
    DRAFTED,
    NONE,
    PLANNED,
    REVOKED,
    SERVED,
    TARGET_STATES,
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
