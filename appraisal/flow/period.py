"""The year of an appraisal: values are collected, scored, summed up, deliberated, publicised, approved, published (facts §11.1)."""

from appraisal import asked, policy
from appraisal.dues import (
    APPROVE_RESULT,
    CLOSE_PUBLICITY,
    DELIBERATE_RESULT,
    OPEN_PERIOD,
    RESCORE,
    SCORE,
    SUPPLY,
)
from appraisal.states import (
    ARCHIVED,
    COLLECTING,
    DELIBERATING,
    DRAFT,
    PUBLICISED,
    PUBLISHED,
    SCORING,
    SETTLED,
    STATES,
    VOID,
)
from bureau.matters import asks
from bureau.matters.flow import Flow, Step
from bureau.matters.models import Audience
from bureau.matters.policy import desk, every

ABOVE = Audience.ABOVE

REGISTER = Step(
    "appraisal.register",
    "新建考核期",
    frm=(DRAFT,),
    to=None,
    rule=desk,
    offered=False,
    sentence="{actor} 新建考核期，参加考核的单位{count}个，方案：{schemes}",
    audience=ABOVE,
)
OPEN = Step(
    "appraisal.open",
    "启动采集",
    frm=(DRAFT,),
    to=COLLECTING,
    rule=desk,
    sentence="{actor} 启动采集，编号{number}，报送截止{until}",
    audience=ABOVE,
    tone="primary",
    hint="启动以后，被考核单位报送自评，主管部门提供数据，台账数据自动取得；方案在本考核期内不再改变。",
    confirm="启动以后通知全部单位。确定启动吗？",
    does=(OPEN_PERIOD,),
    paper="考核通知",
)
PROLONG = Step(
    "appraisal.prolong",
    "延长采集",
    frm=(COLLECTING,),
    to=None,
    rule=desk,
    asks=(asked.COLLECT_UNTIL, asks.REASON_ALONE),
    sentence="{actor} 把报送截止日期改为{until}：{reason}",
    tells=True,
)
CLOSE_COLLECTION = Step(
    "appraisal.close_collection",
    "结束采集，转入评分",
    frm=(COLLECTING,),
    to=SCORING,
    rule=desk,
    sentence="{actor} 结束采集，转入评分。{missing}",
    audience=ABOVE,
    tone="primary",
    hint="没有报送的单位不能再自行填报，由考核办补录或者按方案处理；缺的数值不会当作零分。",
)
VALUES = Step(
    "appraisal.values",
    "填写数值",
    frm=(COLLECTING, SCORING, PUBLISHED, ARCHIVED),
    to=None,
    rule=desk,
    offered=False,
    sentence="{actor} 填写{count}项数值：{told}",
    audience=ABOVE,
)
SUPPLIED = Step(
    "appraisal.supplied",
    "报送数据完毕",
    frm=(COLLECTING,),
    to=None,
    rule=policy.supplies,
    sentence="{unit} 报送数据完毕",
    audience=Audience.UNIT,
    tone="primary",
    hint="由你单位提供的各项数据都填好以后报送；采集结束以前还可以改。",
    does=(SUPPLY,),
)
RECKON = Step(
    "appraisal.reckon",
    "汇总得分",
    frm=(SCORING,),
    to=DELIBERATING,
    rule=every(desk, policy.adjustments_settled, policy.polls_settled),
    sentence="{actor} 汇总得分：{told}",
    audience=ABOVE,
    tone="primary",
    hint="按已公布的方案计算每个单位的得分、类内名次和建议等次，提交集体研究。",
    does=(SCORE, RESCORE),
)
REOPEN = Step(
    "appraisal.reopen",
    "退回评分",
    frm=(DELIBERATING, PUBLICISED, SETTLED),
    to=SCORING,
    rule=desk,
    asks=(asks.REASON_ALONE,),
    sentence="{actor} 退回评分：{reason}",
    audience=ABOVE,
    hint="改正数值或者加减分以后重新汇总、研究、公示；公示过的结果仍然保留。",
)
DELIBERATE = Step(
    "appraisal.deliberate",
    "登记集体研究",
    frm=(DELIBERATING,),
    to=None,
    rule=desk,
    offered=False,
    sentence="{actor} 登记{held_on}集体研究：应到{expected}人，同意{ayes}、反对{noes}、弃权{abstentions}",
    audience=ABOVE,
    does=(DELIBERATE_RESULT,),
    paper="集体研究记录",
)
PUBLICISE = Step(
    "appraisal.publicise",
    "公示",
    frm=(DELIBERATING,),
    to=PUBLICISED,
    rule=every(desk, policy.all_graded, policy.deliberated),
    sentence="{actor} 公示考核结果，{until}截止，向{count}个单位送达告知书",
    audience=ABOVE,
    tone="primary",
    hint="公示5个工作日；向每个单位送达考核结果告知书，单位收到以后可以提出异议。",
    paper="公示",
)
SETTLE = Step(
    "appraisal.settle",
    "提请审定",
    frm=(PUBLICISED,),
    to=SETTLED,
    rule=every(desk, policy.publicity_over, policy.adjustments_settled, policy.nothing_to_rescore),
    sentence="{actor} 公示期满，提请审定考核结果",
    audience=ABOVE,
    tone="primary",
    does=(CLOSE_PUBLICITY,),
)
APPROVE = Step(
    "appraisal.approve",
    "审定并公布",
    frm=(SETTLED,),
    to=PUBLISHED,
    rule=every(policy.approves_result, policy.adjustments_settled, policy.nothing_to_rescore),
    asks=(asked.APPROVED_BY_PAPER, asks.REMARK_IF_ANY),
    sentence="{actor} 审定考核结果并公布，{number}。{remark}",
    audience=ABOVE,
    tone="primary",
    hint="审定以后公布结果，不再改动；确有差错的，另行公布更正。",
    does=(APPROVE_RESULT,),
    paper="结果通报",
)
DECLINE = Step(
    "appraisal.decline",
    "退回",
    frm=(SETTLED,),
    to=SCORING,
    rule=policy.approves_result,
    asks=(asks.REASON_ALONE,),
    sentence="{actor} 退回考核结果：{reason}",
    audience=ABOVE,
    does=(APPROVE_RESULT,),
)
CORRECT = Step(
    "appraisal.correct",
    "公布更正",
    frm=(PUBLISHED, ARCHIVED),
    to=None,
    rule=policy.approves_result,
    asks=(asked.WHY_CORRECTED,),
    sentence="{actor} 公布更正{number}：{reason}",
    audience=ABOVE,
    hint="按现在生效的数值和加减分重新计算，另行公布，并告知结果有变化的单位；原来公布的结果保留。",
    does=(RESCORE,),
)
CLOSE_RESCORE = Step(
    "appraisal.close_rescore",
    "核定不需更正",
    frm=(PUBLISHED, ARCHIVED),
    to=None,
    rule=every(policy.approves_result, policy.something_to_rescore),
    asks=(asks.REASON_ALONE,),
    sentence="{actor} 核定不需更正：{reason}",
    audience=ABOVE,
    hint="异议成立、加减分撤销，但是不影响已公布结果的，写明理由，公布的结果不变。",
    does=(RESCORE,),
)
ARCHIVE = Step(
    "appraisal.archive",
    "归档",
    frm=(PUBLISHED,),
    to=ARCHIVED,
    rule=desk,
    sentence="{actor} 归档",
    audience=ABOVE,
)
CANCEL = Step(
    "appraisal.void",
    "取消考核期",
    frm=(DRAFT, COLLECTING),
    to=VOID,
    rule=policy.cancels,
    asks=(asks.REASON_ALONE,),
    sentence="{actor} 取消考核期：{reason}",
    audience=ABOVE,
    tone="danger",
)
FLOW = Flow(
    "appraisal:step",
    (
        REGISTER,
        OPEN,
        CLOSE_COLLECTION,
        SUPPLIED,
        VALUES,
        RECKON,
        DELIBERATE,
        PUBLICISE,
        SETTLE,
        APPROVE,
        CORRECT,
        CLOSE_RESCORE,
        ARCHIVE,
        PROLONG,
        REOPEN,
        DECLINE,
        CANCEL,
    ),
    STATES,
)
