"""A measure is carried out; and a request for tolerance is weighed."""

from accountability import asked, policy
from accountability.dues import EXECUTE as EXECUTED_IN_TIME
from accountability.dues import WEIGH as WEIGHED_IN_TIME
from accountability.models import Sanction, Tolerance
from accountability.unnamed import Nameless
from bureau.matters import asks
from bureau.matters.flow import Step
from bureau.matters.models import Audience
from bureau.matters.policy import by_the_system, every
from bureau.pages.asks import Day, Text

ABOVE = Audience.ABOVE
IN_FORCE, HANDED_IN, EXECUTED = Sanction.State.IN_FORCE, Sanction.State.HANDED_IN, Sanction.State.EXECUTED
HOW = Text(
    "words",
    "执行情况",
    "谈话：谈话人、记录人的职务，指出的问题，本人的态度和改正措施；通报：期号；检查：要点。不写姓名。",
    limit=Sanction.WORDS_LENGTH,
    rows=5,
    printed=True,
)

HAND_IN = Step(
    "sanction.hand_in",
    "登记已提交",
    frm=(IN_FORCE,),
    to=HANDED_IN,
    rule=every(policy.handles, policy.is_written),
    asks=(Day("executed_on", "提交日期"), HOW, asks.FILES),
    sentence="{actor} 登记{subject}提交{measure}",
    audience=ABOVE,
    tone="primary",
)
SEND_BACK = Step(
    "sanction.send_back",
    "退回重写",
    frm=(HANDED_IN,),
    to=IN_FORCE,
    rule=policy.directs,
    asks=(asks.REASON_ALONE,),
    sentence="{actor} 退回{subject}的{measure}：{reason}",
    audience=ABOVE,
)
ACCEPT = Step(
    "sanction.accept",
    "审核通过",
    frm=(HANDED_IN,),
    to=EXECUTED,
    rule=every(policy.directs, policy.four_eyes_handed_in),
    sentence="{actor} 审核通过{subject}的{measure}",
    audience=ABOVE,
    tone="primary",
    does=(EXECUTED_IN_TIME,),
)
EXECUTE = Step(
    "sanction.execute",
    "登记执行",
    frm=(IN_FORCE,),
    to=EXECUTED,
    rule=every(policy.handles, policy.is_not_written),
    asks=(Day("executed_on", "执行日期"), HOW, asks.FILES),
    sentence="{actor} 登记{subject}的{measure}执行情况",
    audience=ABOVE,
    tone="primary",
    does=(EXECUTED_IN_TIME,),
)
ANNOUNCED = Step(
    "sanction.announced",
    "通报印发",
    frm=(IN_FORCE,),
    to=EXECUTED,
    rule=by_the_system,
    offered=False,
    sentence="{subject}的{measure}以{number}印发",
    audience=ABOVE,
    does=(EXECUTED_IN_TIME,),
)
RECTIFY = Step(
    "sanction.rectify",
    "转为督查事项",
    frm=(IN_FORCE,),
    to=None,
    rule=every(policy.directs, policy.is_rectified),
    asks=(asked.TITLE, Day("due", "整改期限")),
    initial=lambda sanction: {"due": sanction.due_on},
    sentence="{actor} 将{subject}的整改转为督查事项“{title}”",
    audience=ABOVE,
    hint="整改在决策督查里立项、跟踪、核查；办结以后回到这里登记执行。",
)
SANCTION_FLOW = Nameless(
    "accountability:sanction_step", (HAND_IN, ACCEPT, SEND_BACK, RECTIFY, EXECUTE, ANNOUNCED)
)

WEIGH = Step(
    "tolerance.weigh",
    "逐项认定",
    frm=(Tolerance.State.WAITING,),
    to=None,
    leads=(Tolerance.State.GRANTED, Tolerance.State.REFUSED),
    rule=every(policy.directs, policy.did_not_investigate, policy.is_undecided),
    offered=False,
    sentence="{actor} 对{subject}的容错申请作出认定：{outcome}",
    audience=ABOVE,
    does=(WEIGHED_IN_TIME,),
)
TOLERANCE_FLOW = Nameless("accountability:weigh", (WEIGH,))
