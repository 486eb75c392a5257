"""The steps of a unit in a period, and of what is added to or taken from its score."""

from appraisal import asked, policy
from appraisal.dues import ANSWER_ADJUSTMENT, APPROVE_ADJUSTMENT, SELF_REPORT
from appraisal.models import Adjustment
from appraisal.states import EXPECTED, REPORTED, TOLD_RESULT
from bureau.matters.flow import Flow, Step
from bureau.matters.models import Audience
from bureau.matters.policy import by_the_system, every

ITS_OWN, ABOVE = Audience.UNIT, Audience.ABOVE
State = Adjustment.State

FILL_IN = Step(
    "appraisal.fill_in",
    "填写自评",
    frm=(EXPECTED,),
    to=None,
    rule=every(policy.of_its_unit, policy.collecting),
    offered=False,
    sentence="{actor} 填写自评{count}项：{told}",
    audience=ITS_OWN,
)
REPORT = Step(
    "appraisal.report",
    "报送自评",
    frm=(EXPECTED,),
    to=REPORTED,
    rule=every(policy.of_its_unit, policy.collecting),
    asks=(asked.SUMMARY, asked.FILES),
    initial=lambda one: {"summary": one.summary},
    sentence="{actor} 报送自评{scored}",
    audience=ITS_OWN,
    tone="primary",
    hint="台账里已有的不用再报；报送以后、采集结束以前可以撤回修改。",
    does=(SELF_REPORT,),
    paper="自评表",
)
TAKE_BACK = Step(
    "appraisal.take_back_report",
    "撤回自评",
    frm=(REPORTED,),
    to=EXPECTED,
    rule=every(policy.of_its_unit, policy.collecting),
    sentence="{actor} 撤回自评",
    audience=ITS_OWN,
    hint="撤回以后可以修改，再报送一次；报送截止日期不变。",
    takes_back=(REPORT,),
)
TELL = Step(
    "appraisal.tell",
    "告知结果",
    frm=(EXPECTED, REPORTED, TOLD_RESULT),
    to=TOLD_RESULT,
    rule=by_the_system,
    offered=False,
    sentence="{unit}{told}，随告知书{number}告知",
    audience=ITS_OWN,
)
FOLLOW_OBJECTION = Step(
    "appraisal.follow_objection",
    "异议成立",
    frm=(TOLD_RESULT,),
    to=None,
    rule=by_the_system,
    offered=False,
    sentence="{unit}的异议成立，须重新评分",
    audience=ITS_OWN,
)
UNIT_FLOW = Flow("appraisal:unit_step", (FILL_IN, REPORT, TAKE_BACK, TELL, FOLLOW_OBJECTION))

PROPOSE = Step(
    "appraisal.adjust",
    "登记加减分",
    frm=(State.PROPOSED,),
    to=None,
    rule=policy.enters_adjustments,
    offered=False,
    sentence="{actor} 登记{unit}{rule}{points}分：{words}",
    audience=ABOVE,
)
CONFIRM = Step(
    "appraisal.confirm_adjustment",
    "确认",
    frm=(State.PROPOSED,),
    to=State.CONFIRMED,
    rule=policy.enters_adjustments,
    sentence="{actor} 确认{unit}{rule}{points}分",
    audience=ITS_OWN,
    tone="primary",
    hint="确认以后由局领导审批；单位从现在起看得到，可以提出一次异议。",
)
APPROVE_IT = Step(
    "appraisal.approve_adjustment",
    "审批通过",
    frm=(State.CONFIRMED,),
    to=State.APPROVED,
    rule=policy.approves_adjustment,
    sentence="{actor} 审批通过{unit}{rule}{points}分",
    audience=ITS_OWN,
    tone="primary",
    does=(APPROVE_ADJUSTMENT,),
)
DISMISS = Step(
    "appraisal.dismiss_adjustment",
    "不予采用",
    frm=(State.PROPOSED, State.CONFIRMED),
    to=State.DISMISSED,
    rule=policy.enters_adjustments,
    asks=(asked.WHY_NOT,),
    sentence="{actor} 不采用{unit}{rule}：{reason}",
    audience=ABOVE,
)
REVOKE = Step(
    "appraisal.revoke_adjustment",
    "撤销",
    frm=(State.APPROVED,),
    to=State.REVOKED,
    rule=policy.revokes_adjustment,
    asks=(asked.WHY_NOT,),
    sentence="{actor} 撤销{unit}{rule}{points}分：{reason}",
    audience=ITS_OWN,
    tone="danger",
)
OBJECT = Step(
    "appraisal.object",
    "提出异议",
    frm=(State.CONFIRMED, State.APPROVED),
    to=None,
    rule=every(policy.of_its_unit, policy.not_objected),
    asks=(asked.OBJECTION, asked.FILES),
    sentence="{actor} 对{rule}{points}分提出异议：{objection}",
    audience=ITS_OWN,
    hint="对每条加减分可以提出一次异议，由没有确认、审批它的人答复。",
)
UPHOLD = Step(
    "appraisal.uphold",
    "维持",
    frm=(State.CONFIRMED, State.APPROVED),
    to=None,
    rule=policy.answers_adjustment,
    asks=(asked.ANSWER,),
    sentence="{actor} 对异议答复，维持{rule}{points}分：{answer}",
    audience=ITS_OWN,
    does=(ANSWER_ADJUSTMENT,),
)
GRANT = Step(
    "appraisal.grant_objection",
    "异议成立，撤销这条",
    frm=(State.CONFIRMED, State.APPROVED),
    to=State.REVOKED,
    rule=policy.answers_adjustment,
    asks=(asked.ANSWER,),
    sentence="{actor} 异议成立，撤销{rule}{points}分：{answer}",
    audience=ITS_OWN,
    tone="primary",
    does=(ANSWER_ADJUSTMENT,),
)
ADJUSTMENT_FLOW = Flow(
    "appraisal:adjustment_step",
    (PROPOSE, CONFIRM, APPROVE_IT, DISMISS, REVOKE, OBJECT, UPHOLD, GRANT),
)
