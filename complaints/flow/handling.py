"""Given out, split, coordinated on the spot, reported, and what is found."""

from bureau.matters import asks
from bureau.matters.deadlines.dues import DISPATCH as DISPATCHING
from bureau.matters.deadlines.dues import REVIEW
from bureau.matters.flow import Step
from bureau.matters.parts.own_results import by_units, own_steps, review
from bureau.matters.parts.results import result_steps
from bureau.matters.parts.turning import turning_steps
from bureau.matters.policy import desk, director, every
from complaints import asked, policy
from complaints.dues import HEARING
from complaints.states import (
    ACCEPTED,
    ANSWERED,
    ANSWERING,
    CLOSED,
    KEPT_OF_VOID,
    RECEIVED,
    REFUSING,
    REVIEWING,
    RUNNING,
    SUPPLEMENTING,
    SUSPENDED,
    VOID,
)
from complaints.wording import supervised

DISPATCH = Step(
    "complaints.dispatch",
    "转办",
    frm=(ACCEPTED,),
    to=RUNNING,
    rule=every(desk, policy.to_units),
    sentence="{actor} {mode}，牵头单位{lead}，办理时限{due}",
    asks=asked.HANDOUT,
    initial=lambda record: {
        "urgency": record.matter.urgency,
        "summary": record.summary or record.facts,
    },
    tone="primary",
    hint="承办单位只看到编号、摘要、事由、地点、时间、诉求和时限；签收、反馈、办结的时限从现在起算。",
    does=(DISPATCHING,),
    paper="转办单",
)
REDISPATCH = Step(
    "complaints.redispatch",
    "改派",
    frm=(RUNNING,),
    to=None,
    rule=every(policy.gives_to_another, by_units),
    sentence="{actor} 改由{lead}承办：{reason}",
    asks=(asks.LEAD, asks.REASON),
    hint="由督查局指定，新的承办单位不得退回；原承办单位不再承办，时限不变。",
    tells=True,
    does=(DISPATCHING,),
)
ESCALATE = Step(
    "complaints.escalate",
    "提级自办",
    frm=(RUNNING,),
    to=None,
    rule=every(director, by_units),
    sentence="{actor} 提级由督查局直接办理：{reason}",
    asks=(asks.REASON,),
    tone="danger",
    hint="承办单位拖延、推诿时使用：承办单位不再承办，由经办人直接核查协调，时限不变。",
    tells=True,
)
SPLIT = Step(
    "complaints.split",
    "拆分",
    frm=(ACCEPTED, RUNNING),
    to=None,
    rule=every(desk, policy.whole_only),
    sentence="{actor} 拆分出{number}：{title}",
    asks=(asked.PART_TITLE, asked.SUMMARY),
    audience="above",
    hint="涉及几家单位的，把其中一部分拆出来单独交办、单独计时；全部办结后一并答复投诉人。",
)
COORDINATE = Step(
    "complaints.coordinate",
    "现场协调",
    frm=(RUNNING,),
    to=None,
    rule=desk,
    offered=False,
    sentence="{actor} 到{place}现场协调，议定{count}项（{number}）",
    audience="above",
    paper="现场协调记录",
)
CARRY_OUT = Step(
    "complaints.carry_out",
    "登记落实情况",
    frm=(RUNNING, REVIEWING),
    to=None,
    rule=desk,
    offered=False,
    sentence="{actor} 登记议定事项“{what}”的落实情况：{words}",
    audience="above",
)
ASK_EXPLANATION = Step(
    "complaints.ask_explanation",
    "听取说明",
    frm=(ACCEPTED, RUNNING),
    to=None,
    rule=every(desk, policy.accuses_a_unit, policy.nothing_asked),
    sentence="{actor} 通知被投诉单位说明情况（{number}），期限{until}",
    asks=(asked.QUESTIONS, asked.EXPLAIN_UNTIL),
    audience="above",
    hint="出具说明通知，只有问题，没有投诉的内容和编号；打印后送达被投诉单位。",
    paper="说明通知",
)
HEAR = Step(
    "complaints.hear",
    "登记说明",
    frm=(ACCEPTED, RUNNING, REVIEWING),
    to=None,
    rule=every(desk, policy.something_asked),
    sentence="{actor} 收到被投诉单位的说明（{number}）",
    asks=(asked.EXPLANATION, asks.FILES),
    audience="above",
    does=(HEARING,),
)
RESULT = result_steps("complaints", RUNNING, REVIEWING, also=by_units)
DRAFT_REPORT, REPORT, COUNTERSIGN_REPORT, RETURN, TAKE_BACK_REPORT = RESULT
OWN = own_steps("complaints", RUNNING, REVIEWING)
SELF_REPORT, TAKE_BACK_SELF, SELF_RETURN = OWN
CONCLUDE = Step(
    "complaints.conclude",
    "审核认定",
    frm=(REVIEWING,),
    to=None,
    leads=(ANSWERING, CLOSED),  # the complainant is answered next; what was split off ends here
    rule=every(review, policy.agreed_is_done),
    sentence="{actor} 审核认定：{finding}",
    asks=(asked.FINDING, asked.REMEDY, asked.REFUNDED),
    initial=lambda record: {"remedy": record.result[:500]} if record.self_handled else {},
    tone="primary",
    hint="认定后在5个工作日内答复投诉人；承办单位读到结论，读不到答复意见。",
    tells=True,
    does=(REVIEW,),
)
SUPERVISE = Step(
    "complaints.supervise",
    "另行立项督查",
    frm=(RUNNING, REVIEWING, ANSWERING, ANSWERED, CLOSED),
    to=None,
    rule=director,
    sentence="{actor} 另行立项：{title}（{room}），由{lead}承办",
    asks=(
        asked.ROOM,
        asks.LEAD,
        asked.SUPERVISED_TITLE,
        asked.SUPERVISED_WORDS,
        asked.SUPERVISED_DUE,
    ),
    initial=supervised,
    audience="above",
    hint="责令限期整改、书面检查，或者带普遍性的问题，另立一件并与本件关联；投诉人的身份不带过去。",
)
TURNING = turning_steps(
    "complaints",
    RUNNING,
    SUSPENDED,
    VOID,
    voidable=(RECEIVED, SUPPLEMENTING, REFUSING, ACCEPTED, RUNNING, SUSPENDED),
    voids=policy.voids,
    lost=f"来信和证据材料的扫描件{KEPT_OF_VOID}日后清除。",
)
SUSPEND, RESUME, VOID_IT = TURNING
HANDLING = (
    DISPATCH,
    SPLIT,
    ASK_EXPLANATION,
    HEAR,
    COORDINATE,
    CARRY_OUT,
    DRAFT_REPORT,
    REPORT,
    COUNTERSIGN_REPORT,
    TAKE_BACK_REPORT,
    SELF_REPORT,
    TAKE_BACK_SELF,
    CONCLUDE,
    RETURN,
    SELF_RETURN,
    REDISPATCH,
    ESCALATE,
    SUPERVISE,
)
OFF_THE_ROAD = (SUSPEND, RESUME, VOID_IT)
