"""The steps of an assignment and of a reply: shared by every room."""

from bureau.matters import asks
from bureau.matters.deadlines import dues
from bureau.matters.flow import Flow, Move, Step
from bureau.matters.parts import extensions, rules, taken_back
from bureau.matters.parts.states import (
    ACCEPTED,
    DONE,
    DRAFTED,
    PENDING,
    PLANNED,
    RELEASED,
    REPORTED,
    RETURNED,
    SENT,
    WITHDRAWN,
    WORKING,
)
from bureau.matters.policy import desk, every, of_unit
from bureau.pages.asks import Colleague, Day, OneUnit, Percent, Shares, Text

SHARES = Shares("shares", "分解")
SIGN = Step(
    "assignment.sign",
    "签收",
    frm=(PENDING,),
    to=WORKING,
    rule=every(rules.running, of_unit),
    sentence="{actor} 签收",
    tone="primary",
    does=(dues.SIGN,),
)
REPLY = Step(
    "assignment.reply",
    "反馈进展",
    frm=(WORKING,),
    to=None,
    rule=every(rules.running, rules.replied, of_unit, rules.not_reported),
    initial=taken_back.progress,
    sentence="{actor} 反馈进展：{measured}{text}",
    asks=(
        Text("text", "内容", limit=4000, rows=6),
        Percent("percent", "完成进度（%）", "大致完成了百分之多少，可以不填。", required=False),
        asks.FILES,
    ),
    audience="unit",
    tone="primary",
    hint="写清做了什么、到了哪一步、还差什么。附件可以不传。",
    does=(dues.PROGRESS,),
    measured=dues.PROGRESS,
)
FINISH = Step(
    "assignment.finish",
    "报协办完成",
    frm=(WORKING,),
    to=REPORTED,
    rule=every(rules.running, rules.replied, of_unit, rules.co_only),
    initial=taken_back.final,
    sentence="{actor} 报告协办部分已完成：{text}",
    asks=(Text("text", "内容", limit=4000, rows=6), asks.FILES),
    audience="unit",
    hint="本单位承担的部分已经做完时使用；整件事项由牵头单位报送办结报告。",
    does=(dues.FINAL,),
)
ASK_EXTENSION = Step(
    "assignment.ask_extension",
    "申请延期",
    frm=(PENDING, WORKING),
    to=None,
    rule=every(rules.running, of_unit, rules.not_reported, rules.may_extend),
    sentence="{actor} 申请延期至{until}。原因：{text} 目前进展：{progress}",
    initial=lambda part: extensions.suggested(part) | taken_back.extension(part),
    asks=(
        Text("text", "延期原因", limit=4000),
        Text("progress", "目前进展", "已经做了什么、到了哪一步、还差什么。", limit=2000),
        Day("until", "申请延至"),
        asks.FILES,
    ),
    audience="unit",
    hint="须在时限之前提出，写明原因、目前进展和新的日期。批准之前仍按原时限计算。",
)
DISPUTE = Step(
    "assignment.dispute",
    "退单（职责异议）",
    frm=(PENDING, WORKING),
    to=None,
    rule=every(rules.running, rules.replied, of_unit, rules.not_reported, rules.may_dispute),
    initial=taken_back.dispute,
    sentence="{actor} 提出职责异议{instead}：{text}",
    asks=(
        Text(
            "text",
            "退单理由",
            "写明依据哪项职责分工（“三定”规定、文件文号）。",
            limit=4000,
            rows=6,
        ),
        OneUnit("proposed", "建议改由哪家承办", "只填一家：全称、简称或拼音首字母。"),
        asks.FILES,
    ),
    audience="unit",
    hint="认为本单位承担的任务应由别的单位办理时使用，只能提出一次，由督查局裁定。退单不停止计时："
    "裁定之前仍按时签收、反馈、办理；裁定维持的，不能再退。",
    within=(dues.DISPUTE,),
)
BREAK_DOWN = Step(
    "assignment.break_down",
    "内部分解",
    frm=(PENDING, WORKING),
    to=None,
    rule=every(rules.running, rules.replied, of_unit, rules.not_reported),
    sentence="{actor} 在本单位内部分解任务，共{count}项",
    asks=(SHARES,),
    audience="unit",
    hint="把本单位的任务分给本单位的人，各写任务和完成日期；他们的工作台上随即看到，到期由系统提醒，办完向您报告。"
    "督查局只看到分解了几项，看不到内容，内部的日期也不影响亮灯。",
)
HAND_ON = Step(
    "assignment.hand_on",
    "内部转办",
    frm=(PENDING, WORKING),
    to=None,
    rule=every(rules.running, rules.replied, of_unit, rules.not_reported),
    sentence="{actor} 将本单位的任务转由本单位人员办理",
    asks=(
        Colleague("person", "转给谁"),
        Day("due", "完成日期", "不晚于本单位的时限。"),
        Text("text", "交代的话", "可以不填。", required=False, limit=500),
    ),
    audience="unit",
    hint="把本单位的任务整个交给本单位一个人办，由这个人负责；办完向您报告，您据此反馈、报送。",
)
URGE = Step(
    "assignment.urge",
    "口头催办",
    frm=(PENDING, WORKING),
    to=None,
    rule=every(rules.running, desk, rules.not_reported),
    sentence="{actor} 口头催办{unit}：{remark}",
    asks=(asks.REMARK,),
    audience="unit",
    tells=True,
    hint="电话或当面催办后记一笔：记入动态，承办单位的工作台上随即看到。须书面回复的，发催办单。",
)
# Moves that come along with another step's line.
SENT_OUT = Move("assignment.sent_out", "交办", frm=(PLANNED,), to=PENDING)
ASKED_AGAIN = Move("assignment.asked_again", "再次交办", frm=(DONE, RELEASED), to=PENDING)
RELEASE = Move("assignment.release", "改由其他单位承办", frm=(PENDING, WORKING), to=RELEASED)
TAKE_LEAD = Move(
    "assignment.take_lead", "改为牵头单位", frm=(PENDING, WORKING, REPORTED, DONE, RELEASED), to=PENDING
)
PART_DONE = Move("assignment.part_done", "审核通过", frm=(REPORTED,), to=DONE)
PART_REOPENED = Move("assignment.part_reopened", "退回补报", frm=(REPORTED,), to=WORKING)
CLOSED = Move("assignment.closed", "销号", frm=(PENDING, WORKING, REPORTED, DONE), to=DONE)
REOPENED = Move("assignment.reopened", "重新办理", frm=(DONE,), to=WORKING)

COUNTERSIGN = Step(
    "reply.countersign",
    "审签报送",
    frm=(DRAFTED,),
    to=SENT,
    rule=every(rules.running, rules.not_final_of_lead, rules.of_replys_unit, rules.not_the_drafter),
    sentence="{actor} 审签并报送{kind}{instead}：{measured}{text}",
    audience="unit",
    tone="primary",
    within=(dues.COUNTERSIGN,),
)
HAND_BACK = Step(
    "reply.hand_back",
    "退回修改",
    frm=(DRAFTED,),
    to=RETURNED,
    rule=every(rules.running, rules.of_replys_unit),
    sentence="{actor} 审签未通过，退回修改",
    asks=(asks.REMARK,),
    audience="unit",
)
ACCEPT = Step(
    "reply.accept",
    "审核通过",
    frm=(SENT,),
    to=ACCEPTED,
    rule=rules.judged,
    sentence="{actor} 审核通过{unit}的{kind}。{remark}",
    asks=(asks.REMARK_IF_ANY,),
    audience="unit",
    tone="primary",
)
SEND_BACK = Step(
    "reply.send_back",
    "退回补报",
    frm=(SENT,),
    to=RETURNED,
    rule=every(rules.judged, rules.part_goes_on),
    sentence="{actor} 退回{unit}的{kind}，要求补报：{remark}",
    asks=(asks.REMARK,),
    audience="unit",
    tone="danger",
)
GRANT_EXTENSION = Step(
    "reply.grant_extension",
    "同意延期",
    frm=(SENT,),
    to=ACCEPTED,
    rule=rules.extension,
    sentence="{actor} 同意延期，新的时限为{until}（原时限{original}）。{remark}",
    initial=lambda reply: {"until": reply.until},
    asks=(asks.UNTIL, asks.REMARK_IF_ANY),
    tone="primary",
    tells=True,
    within=(dues.DECIDE_EXTENSION,),
)
REFUSE_EXTENSION = Step(
    "reply.refuse_extension",
    "不同意延期",
    frm=(SENT,),
    to=RETURNED,
    rule=rules.extension,
    sentence="{actor} 不同意延期，仍按原时限办理：{remark}",
    asks=(asks.REMARK,),
    tone="danger",
    tells=True,
    within=(dues.DECIDE_EXTENSION,),
)
UPHOLD = Step(
    "reply.uphold",
    "维持原交办",
    frm=(SENT,),
    to=RETURNED,
    rule=rules.dispute,
    sentence="{actor} 裁定职责异议：维持原交办，仍由{unit}{role}，时限不变。{remark}",
    asks=(
        Text(
            "remark",
            "裁定理由",
            chips=("按职责分工应由你单位办理，请抓紧办理。", "涉及多家单位的，由你单位牵头协调。"),
        ),
    ),
    audience="unit",
    tells=True,
    hint="写明维持的理由。承办单位和各项时限不变，该单位不能再次提出。",
    within=(dues.DECIDE_DISPUTE,),
)
REASSIGN = Step(
    "reply.reassign",
    "改由其他单位牵头",
    frm=(SENT,),
    to=ACCEPTED,
    rule=every(rules.dispute, rules.of_the_lead),
    sentence="{actor} 裁定职责异议：改由{lead}牵头，{unit}不再承办{due}。{remark}",
    initial=lambda reply: {"lead": reply.proposed},
    asks=(
        asks.LEAD,
        Day("until", "新的时限", "不填的，仍按现在的时限办理。", required=False),
        asks.REMARK_IF_ANY,
    ),
    tells=True,
    hint="原牵头单位不再承办；新的牵头单位重新签收、首次反馈。其他协办单位的任务和时限不变。",
    within=(dues.DECIDE_DISPUTE,),
)
LET_GO = Step(
    "reply.let_go",
    "同意退单",
    frm=(SENT,),
    to=ACCEPTED,
    rule=every(rules.dispute, rules.of_a_co_unit),
    sentence="{actor} 裁定职责异议：{unit}不再协办{instead}。{remark}",
    initial=lambda reply: {"co": reply.proposed},
    asks=(
        OneUnit("co", "改由哪家协办", "只填一家；不再安排协办单位的，不填。", required=False),
        asks.REMARK_IF_ANY,
    ),
    tells=True,
    hint="该单位不再承办。填了接替单位的，由它重新签收，协办的时限不变；其他单位的任务和时限不变。",
    within=(dues.DECIDE_DISPUTE,),
)
TAKE_BACK = Step(
    "reply.take_back",
    "撤回",
    frm=(DRAFTED, SENT),
    to=WITHDRAWN,
    rule=rules.withdrawal,
    sentence="{actor} 撤回{kind}",
    audience="unit",
    hint="还没有人审核、审批，可以撤回修改后再报送。撤回后恢复为没有报送，原时限不变；动态里的记录保留。",
    takes_back=(REPLY, FINISH, ASK_EXTENSION, DISPUTE, COUNTERSIGN),
)

ASSIGNMENT = Flow(
    "matters:assignment", (SIGN, REPLY, FINISH, ASK_EXTENSION, DISPUTE, BREAK_DOWN, HAND_ON, URGE)
)
REPLY_FLOW = Flow(
    "matters:reply",
    (
        COUNTERSIGN,
        HAND_BACK,
        ACCEPT,
        SEND_BACK,
        GRANT_EXTENSION,
        REFUSE_EXTENSION,
        UPHOLD,
        REASSIGN,
        LET_GO,
        TAKE_BACK,
    ),
)
