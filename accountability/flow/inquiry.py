"""From the filing to the decision: investigated by two, reported, told, heard, deliberated together."""

from accountability import asked, policy
from accountability.dues import DELIBERATE as DELIBERATED
from accountability.dues import INVESTIGATE, JUDGE_REPORT, NOTIFY
from accountability.states import (
    CLEARED,
    CLOSED,
    DECIDING,
    EFFECT,
    EXECUTING,
    INVESTIGATING,
    NOTIFYING,
    REPORTED,
)
from bureau.matters import asks
from bureau.matters.flow import Step
from bureau.matters.models import Audience
from bureau.matters.policy import by_the_system, every, who_took

ABOVE = Audience.ABOVE

APPOINT = Step(
    "accountability.appoint",
    "指定调查人员",
    frm=(INVESTIGATING,),
    to=None,
    rule=policy.directs,
    asks=(asked.INVESTIGATORS,),
    initial=lambda case: {"investigators": [one.pk for one in case.investigators.all()]},
    sentence="{actor} 指定{investigators}调查",
    audience=ABOVE,
    tone="primary",
    hint="至少两人。与问责对象任职、分管、申报过的利害关系相牵连的，经办过引起本案事项的，不能参加。",
)
GATHER = Step(
    "accountability.gather",
    "登记证据",
    frm=(INVESTIGATING,),
    to=None,
    rule=policy.investigates,
    offered=False,
    sentence="{actor} 登记证据{ordinal}",
    audience=ABOVE,
)
INTERVIEW = Step(
    "accountability.interview",
    "登记询问笔录",
    frm=(INVESTIGATING,),
    to=None,
    rule=policy.investigates,
    offered=False,
    sentence="{actor} 登记对{asked}的询问笔录",
    audience=ABOVE,
)
EXTEND = Step(
    "accountability.extend",
    "延长调查期限",
    frm=(INVESTIGATING,),
    to=None,
    rule=every(policy.directs, policy.not_extended),
    asks=(asks.REASON_ALONE,),
    sentence="{actor} 延长调查期限15日：{reason}",
    audience=ABOVE,
    hint="案情复杂的可以延长一次，15日。",
)
REPORT = Step(
    "accountability.report",
    "提交调查报告",
    frm=(INVESTIGATING,),
    to=REPORTED,
    rule=every(policy.investigates, policy.ready_to_report),
    asks=(
        asked.FACTS,
        asked.BREACH,
        asked.AGGRAVATING,
        asked.MITIGATING,
        asked.CONCLUSION,
        asks.FILES,
    ),
    initial=asked.reported_before,
    sentence="{actor} 提交调查报告",
    audience=ABOVE,
    tone="primary",
    hint="事实逐条对应证据；责任分清直接、主要领导、重要领导，不能只追到末端。",
    does=(INVESTIGATE,),
    paper="调查报告",
)
TAKE_BACK_REPORT = Step(
    "accountability.take_back_report",
    "撤回调查报告",
    frm=(REPORTED,),
    to=INVESTIGATING,
    rule=every(policy.investigates, who_took(REPORT)),
    sentence="{actor} 撤回调查报告",
    audience=ABOVE,
    hint="还没有审定，可以撤回修改后再提交；写过的内容还在。",
    takes_back=(REPORT,),
)
RETURN_REPORT = Step(
    "accountability.return_report",
    "退回补充调查",
    frm=(REPORTED, NOTIFYING),
    to=INVESTIGATING,
    rule=every(policy.directs, policy.four_eyes_report),
    asks=(asks.REASON_ALONE,),
    sentence="{actor} 退回补充调查：{reason}",
    audience=ABOVE,
    hint="申辩提出新的事实、证据的，也退回补充调查，查清以后重新告知。",
    does=(JUDGE_REPORT,),
)
ACCEPT_REPORT = Step(
    "accountability.accept_report",
    "审定调查报告",
    frm=(REPORTED,),
    to=NOTIFYING,
    rule=every(policy.directs, policy.four_eyes_report),
    asks=(asks.REMARK_IF_ANY,),
    sentence="{actor} 审定调查报告。{remark}",
    audience=ABOVE,
    tone="primary",
    hint="审定以后逐个对象告知事实、依据和拟采取的方式，听取申辩。",
    does=(JUDGE_REPORT,),
)
DELIBERATE = Step(
    "accountability.deliberate",
    "登记集体研究",
    frm=(NOTIFYING,),
    to=DECIDING,
    rule=every(policy.handles, policy.everybody_was_heard),
    offered=False,
    sentence="{actor} 登记{held_on}集体研究：应到{expected}人，同意{ayes}、反对{noes}、弃权{abstentions}",
    audience=ABOVE,
    does=(NOTIFY, DELIBERATED),
    paper="集体研究记录",
)
FOLLOW = Step(
    "accountability.follow",
    "随各对象推进",
    frm=(NOTIFYING, DECIDING, EXECUTING, EFFECT, CLOSED),
    to=None,
    leads=(DECIDING, EXECUTING, EFFECT, CLOSED, CLEARED),
    rule=by_the_system,
    offered=False,
    sentence="案件转入“{stage}”",
    audience=ABOVE,
)
