"""From the clue to the case: registered, checked by two, ended with reasons or filed (facts §4.3, rooms §15.4)."""

from accountability import asked, policy
from accountability.dues import APPROVE_FILING as FILING_APPROVED
from accountability.dues import CHECK, DISPOSE, JUDGE_CHECK
from accountability.dues import PROPOSE_FILING as FILING_PROPOSED
from accountability.states import (
    CHECKED,
    CHECKING,
    CLEARED,
    CLUE,
    DISMISSED,
    FILING,
    HELD,
    INVESTIGATING,
    OPEN_TO_SUBJECTS,
    REFERRED,
    REPORTED,
    TRANSFERRED,
    UNDER_WAY,
    UNDISPOSED,
    VOID,
)
from bureau.matters import asks
from bureau.matters.flow import Step
from bureau.matters.models import Audience
from bureau.matters.policy import every, of_the_bureau, who_took

ABOVE = Audience.ABOVE

REGISTER = Step(
    "accountability.register",
    "登记线索",
    frm=(CLUE,),
    to=None,
    rule=of_the_bureau,
    offered=False,
    sentence="{actor} 登记问责线索，来源：{source}",
    audience=ABOVE,
)
EDIT = Step(
    "accountability.edit",
    "修改线索",
    frm=(CLUE, HELD),
    to=None,
    rule=policy.handles,
    offered=False,
    sentence="{actor} 修改线索：{changed}",
    audience=ABOVE,
)
INVOLVE = Step(
    "accountability.involve",
    "登记问责对象",
    frm=OPEN_TO_SUBJECTS,
    to=None,
    rule=policy.handles,
    offered=False,
    sentence="{actor} 登记问责对象{subject}",
    audience=ABOVE,
)
AVOID = Step(
    "accountability.avoid",
    "登记回避",
    frm=UNDER_WAY,
    to=None,
    rule=policy.decides_who_keeps_out,
    offered=False,
    sentence="{actor} 决定{person}回避：{ground}。{words}",
    audience=ABOVE,
)
START_CHECK = Step(
    "accountability.check",
    "受理并初核",
    frm=UNDISPOSED,
    to=CHECKING,
    rule=policy.handles,
    asks=(asked.CHECKERS, asked.PLAN),
    sentence="{actor} 受理线索，由{checkers}初核",
    audience=ABOVE,
    tone="primary",
    hint="初核至少两人。与问责对象任职、分管、申报过的利害关系相牵连的，不能参加。",
    does=(DISPOSE,),
)
REPLACE = Step(
    "accountability.replace",
    "改派初核人员",
    frm=(CHECKING,),
    to=None,
    rule=policy.handles,
    asks=(asked.CHECKERS,),
    initial=lambda case: {"checkers": [one.pk for one in case.checkers.all()]},
    sentence="{actor} 改由{checkers}初核",
    audience=ABOVE,
    hint="初核人员回避、调离的，另派；初核期限不变。",
)
HOLD = Step(
    "accountability.hold",
    "暂存待查",
    frm=(CLUE,),
    to=HELD,
    rule=policy.handles,
    asks=(asks.REASON_ALONE,),
    sentence="{actor} 将线索暂存待查：{reason}",
    audience=ABOVE,
    does=(DISPOSE,),
)
DISMISS = Step(
    "accountability.dismiss",
    "予以了结",
    frm=UNDISPOSED,
    to=DISMISSED,
    rule=policy.directs,
    asks=(asked.OUTCOME,),
    sentence="{actor} 对线索予以了结",
    audience=ABOVE,
    hint="线索不实、没有可查性的予以了结；说明属实、予以采信的，反馈函随即送达被函询人；实名反映的，把结果告诉反映人。",
    does=(DISPOSE,),
)
REPORT_CHECK = Step(
    "accountability.report_check",
    "提交初核报告",
    frm=(CHECKING,),
    to=CHECKED,
    rule=every(policy.checks, policy.enough_checkers),
    asks=(
        asked.FINDINGS,
        asked.UNPROVED,
        asked.RESPONSIBLE,
        asked.TOLERABLE,
        asked.OPINION,
        asks.FILES,
    ),
    initial=asked.checked_before,
    sentence="{actor} 提交初核报告，建议{opinion}",
    audience=ABOVE,
    tone="primary",
    hint="查明的、没有查实的分开写；尽职免责、容错的情形不能漏。",
    does=(CHECK,),
    paper="初核报告",
)
TAKE_BACK_CHECK = Step(
    "accountability.take_back_check",
    "撤回初核报告",
    frm=(CHECKED,),
    to=CHECKING,
    rule=every(policy.checks, who_took(REPORT_CHECK)),
    sentence="{actor} 撤回初核报告",
    audience=ABOVE,
    hint="还没有审核，可以撤回修改后再提交；写过的内容还在。",
    takes_back=(REPORT_CHECK,),
)
RETURN_CHECK = Step(
    "accountability.return_check",
    "退回补充初核",
    frm=(CHECKED,),
    to=CHECKING,
    rule=every(policy.directs, policy.four_eyes_check),
    asks=(asks.REASON_ALONE,),
    sentence="{actor} 退回补充初核：{reason}",
    audience=ABOVE,
    does=(JUDGE_CHECK,),
)
PROPOSE_FILING = Step(
    "accountability.propose_filing",
    "提请立案",
    frm=(CHECKED,),
    to=FILING,
    rule=policy.handles,
    asks=(asked.GROUNDS,),
    sentence="{actor} 提请立案，依据：{basis}",
    audience=ABOVE,
    tone="primary",
    hint="写明依据的条款；审批以后才能调查。同一事实已经办过的，系统会提醒。",
    does=(JUDGE_CHECK, FILING_PROPOSED),
    paper="立案审批表",
)
TAKE_BACK_FILING = Step(
    "accountability.take_back_filing",
    "撤回提请立案",
    frm=(FILING,),
    to=CHECKED,
    rule=every(policy.handles, who_took(PROPOSE_FILING)),
    sentence="{actor} 撤回提请立案",
    audience=ABOVE,
    hint="还没有审批，可以撤回修改后再提请。",
    takes_back=(PROPOSE_FILING,),
)
APPROVE_FILING = Step(
    "accountability.approve_filing",
    "批准立案",
    frm=(FILING,),
    to=INVESTIGATING,
    rule=policy.approves_filing,
    asks=(asks.REMARK_IF_ANY,),
    sentence="{actor} 批准立案。{remark}",
    audience=ABOVE,
    tone="primary",
    hint="批准以后指定调查人员；分管问责对象所在单位的县领导随即知悉。",
    does=(FILING_APPROVED,),
)
DECLINE_FILING = Step(
    "accountability.decline_filing",
    "不同意立案",
    frm=(FILING,),
    to=CHECKED,
    rule=policy.approves_filing,
    asks=(asks.REASON_ALONE,),
    sentence="{actor} 不同意立案：{reason}",
    audience=ABOVE,
    does=(FILING_APPROVED,),
)
CLEAR = Step(
    "accountability.clear",
    "不予问责",
    frm=(CHECKED, REPORTED),
    to=CLEARED,
    rule=every(policy.directs, policy.four_eyes_check, policy.four_eyes_report),
    asks=(asked.OUTCOME,),
    sentence="{actor} 决定不予问责",
    audience=ABOVE,
    hint="不予问责的，书面告诉所涉单位、人员和提出的单位；反映不实的，及时澄清。",
    does=(JUDGE_CHECK,),
    paper="不予问责告知书",
)
TRANSFER = Step(
    "accountability.transfer",
    "转办",
    frm=(CHECKED,),
    to=TRANSFERRED,
    rule=every(policy.directs, policy.four_eyes_check),
    asks=(asked.TO_UNIT, asked.TITLE, asked.OUTCOME),
    sentence="{actor} 转{unit}按职责办理",
    audience=ABOVE,
    hint="不够问责，但应当由单位自己处理的，转给它办理：在决策督查里立项，跟踪到办结。",
    does=(JUDGE_CHECK,),
)
REFER = Step(
    "accountability.refer",
    "移送",
    frm=(*UNDISPOSED, CHECKED, REPORTED),
    to=REFERRED,
    rule=every(policy.directs, policy.four_eyes_check, policy.four_eyes_report),
    asks=(asked.TO_ORGAN, asked.OUTCOME, asks.FILES),
    sentence="{actor} 移送{organ}，移送单{number}",
    audience=ABOVE,
    hint="涉嫌违纪违法、应当由有权机关处理的移送；材料随移送单一并移交。",
    does=(DISPOSE, JUDGE_CHECK),
    paper="问责线索移送单",
)
CANCEL = Step(
    "accountability.void",
    "作废",
    frm=(CLUE, HELD),
    to=VOID,
    rule=policy.handles,
    asks=(asks.REASON_ALONE,),
    sentence="{actor} 作废：{reason}",
    audience=ABOVE,
    tone="danger",
    hint="登记错的作废；有人反映的线索不能作废，予以了结。",
)
