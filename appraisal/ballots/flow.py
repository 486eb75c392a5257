"""A poll is prepared, opened, closed, its count confirmed by another; codes are printed, slips handed out, paper is counted by two."""

from appraisal.ballots import policy
from appraisal.ballots.dues import CLOSE_POLL, CONFIRM_POLL
from appraisal.ballots.states import CLOSED, COUNTED, DRAFT, OPEN, VOID
from bureau.matters import asks
from bureau.matters.flow import Flow, Step
from bureau.matters.models import Audience
from bureau.matters.policy import desk, every

ABOVE = Audience.ABOVE

REGISTER = Step(
    "poll.register",
    "新建测评",
    frm=(DRAFT,),
    to=None,
    rule=policy.prepares,
    offered=False,
    sentence="{actor} 新建测评“{title}”，被测评对象{count}个，投票人{voters}",
    audience=ABOVE,
)
EDIT = Step(
    "poll.edit",
    "修改",
    frm=(DRAFT,),
    to=None,
    rule=policy.prepares,
    offered=False,
    sentence="{actor} 修改测评“{title}”，被测评对象{count}个，投票人{voters}",
    audience=ABOVE,
)
BEGIN = Step(
    "poll.open",
    "开始测评",
    frm=(DRAFT,),
    to=OPEN,
    rule=policy.prepares,
    sentence="{actor} 开始测评“{title}”，{opens}至{closes}投票",
    audience=ABOVE,
    tone="primary",
    hint="开始以后，对象、选项、权重和无效票的规定不再改变；可以印票码、印纸质票。",
    confirm="开始以后不能再修改。确定开始吗？",
)
PRINT_CODES = Step(
    "poll.print_codes",
    "印票码",
    frm=(OPEN,),
    to=None,
    rule=policy.prepares,
    offered=False,
    sentence="{actor} 为“{title}”的{group}印票码{count}张",
    audience=ABOVE,
)
CANCEL_CODES = Step(
    "poll.cancel_codes",
    "作废没有用的票码",
    frm=(OPEN,),
    to=None,
    rule=policy.prepares,
    offered=False,
    sentence="{actor} 作废“{title}”的{group}没有用的票码{count}张：{reason}",
    audience=ABOVE,
)
HAND_OUT = Step(
    "poll.hand_out",
    "登记发票",
    frm=(OPEN,),
    to=None,
    rule=policy.prepares,
    offered=False,
    sentence="{actor} 登记“{title}”发给{group}的票共{count}张",
    audience=ABOVE,
)
COUNT_PAPER = Step(
    "poll.count_paper",
    "录入计票",
    frm=(CLOSED,),
    to=None,
    rule=policy.prepares,
    offered=False,
    sentence="{actor} 录入“{title}”{group}的纸质票计票。{compared}",
    audience=ABOVE,
)
CLOSE = Step(
    "poll.close",
    "截止测评",
    frm=(OPEN,),
    to=CLOSED,
    rule=policy.prepares,
    sentence="{actor} 截止测评“{title}”，收到电子票{count}张",
    audience=ABOVE,
    tone="primary",
    hint="截止以后不再收票，没有用的票码全部失效；结果由另一人确认计票。",
    confirm="截止以后不能再投票。确定截止吗？",
    does=(CLOSE_POLL,),
)
CONFIRM = Step(
    "poll.confirm",
    "确认计票",
    frm=(CLOSED,),
    to=COUNTED,
    rule=every(policy.prepares, policy.another, policy.paper_counted),
    sentence="{actor} 确认测评“{title}”的计票：{told}",
    audience=ABOVE,
    tone="primary",
    hint="按选票重新计一遍，结果从此固定；随时可以重新计票核对。",
    does=(CONFIRM_POLL,),
    paper="计票表",
)
RECOUNT = Step(
    "poll.recount",
    "重新计票核对",
    frm=(COUNTED,),
    to=None,
    rule=desk,
    sentence="{actor} 重新计票核对“{title}”：{told}",
    audience=ABOVE,
)
CANCEL = Step(
    "poll.void",
    "作废",
    frm=(DRAFT, OPEN),
    to=VOID,
    rule=policy.prepares,
    asks=(asks.REASON_ALONE,),
    sentence="{actor} 作废测评“{title}”：{reason}",
    audience=ABOVE,
    tone="danger",
    hint="已经收到的票全部删除，不计票。",
)
FLOW = Flow(
    "ballots:step",
    (
        REGISTER,
        EDIT,
        BEGIN,
        PRINT_CODES,
        CANCEL_CODES,
        HAND_OUT,
        COUNT_PAPER,
        CLOSE,
        CONFIRM,
        RECOUNT,
        CANCEL,
    ),
)
