"""The steps of an assignment and of a reply: shared by every room."""

from bureau.matters.flow import Flow, Step

PLANNED, PENDING, WORKING, REPORTED, DONE = "planned", "pending", "working", "reported", "done"
RELEASED = "released"
DRAFTED, SENT, ACCEPTED, RETURNED = "drafted", "sent", "accepted", "returned"

SIGN = Step("assignment.sign", "签收", frm=(PENDING,), to=WORKING, sentence="{actor} 签收", tone="primary")
REPLY = Step(
    "assignment.reply",
    "反馈进展",
    frm=(WORKING,),
    to=None,
    sentence="{actor} 反馈进展：{text}",
    asks=("text", "percent", "files"),
    audience="unit",
    tone="primary",
    hint="写清做了什么、到了哪一步、还差什么。附件可以不传。",
)
FINISH = Step(
    "assignment.finish",
    "报协办完成",
    frm=(WORKING,),
    to=REPORTED,
    sentence="{actor} 报告协办部分已完成：{text}",
    asks=("text", "files"),
    audience="unit",
    hint="本单位承担的部分已经做完时使用；整件事项由牵头单位报送办结报告。",
)
ASK_EXTENSION = Step(
    "assignment.ask_extension",
    "申请延期",
    frm=(PENDING, WORKING),
    to=None,
    sentence="{actor} 申请延期至{until}。原因：{text} 目前进展：{progress}",
    asks=("plea", "progress", "later", "files"),
    audience="unit",
    hint="须在时限之前提出，写明原因、目前进展和新的日期。批准之前仍按原时限计算。",
)
DISPUTE = Step(
    "assignment.dispute",
    "提出职责异议",
    frm=(PENDING, WORKING),
    to=None,
    sentence="{actor} 提出职责异议：{text}",
    asks=("grounds", "files"),
    audience="unit",
    hint="认为本事项不应由本单位牵头时使用，只能提出一次，由督查局裁定。提出异议不停止计时："
    "裁定之前仍按时签收、反馈、办理。",
)
URGE = Step(
    "assignment.urge",
    "口头催办",
    frm=(PENDING, WORKING),
    to=None,
    sentence="{actor} 口头催办{unit}：{remark}",
    asks=("remark",),
    audience="unit",
    tells=True,
    hint="电话或当面催办后记一笔：记入动态，承办单位的工作台上随即看到。须书面回复的，发催办单。",
)
ASSIGNMENT = Flow()
# Moves that come along with another step's line.
SENT_OUT = Step("assignment.sent_out", "交办", frm=(PLANNED,), to=PENDING, sentence="")
ASKED_AGAIN = Step("assignment.asked_again", "再次交办", frm=(DONE, RELEASED), to=PENDING, sentence="")
RELEASE = Step("assignment.release", "改由其他单位牵头", frm=(PENDING, WORKING), to=RELEASED, sentence="")
TAKE_LEAD = Step(
    "assignment.take_lead",
    "改为牵头单位",
    frm=(PENDING, WORKING, REPORTED, DONE, RELEASED),
    to=PENDING,
    sentence="",
)
PART_DONE = Step("assignment.part_done", "认可", frm=(REPORTED,), to=DONE, sentence="")
PART_REOPENED = Step("assignment.part_reopened", "退回补报", frm=(REPORTED,), to=WORKING, sentence="")
CLOSED = Step("assignment.closed", "销号", frm=(PENDING, WORKING, REPORTED, DONE), to=DONE, sentence="")
REOPENED = Step("assignment.reopened", "重新办理", frm=(DONE,), to=WORKING, sentence="")

COUNTERSIGN = Step(
    "reply.countersign",
    "审签报送",
    frm=(DRAFTED,),
    to=SENT,
    sentence="{actor} 审签并报送{kind}：{text}",
    audience="unit",
    tone="primary",
)
HAND_BACK = Step(
    "reply.hand_back",
    "退回修改",
    frm=(DRAFTED,),
    to=RETURNED,
    sentence="{actor} 审签未通过，退回修改",
    asks=("remark",),
    audience="unit",
)
ACCEPT = Step(
    "reply.accept",
    "认可",
    frm=(SENT,),
    to=ACCEPTED,
    sentence="{actor} 认可{unit}的{kind}。{remark}",
    asks=("remark_optional",),
    audience="unit",
    tone="primary",
)
SEND_BACK = Step(
    "reply.send_back",
    "退回补报",
    frm=(SENT,),
    to=RETURNED,
    sentence="{actor} 退回{unit}的{kind}，要求补报：{remark}",
    asks=("remark",),
    audience="unit",
    tone="danger",
)
GRANT_EXTENSION = Step(
    "reply.grant_extension",
    "同意延期",
    frm=(SENT,),
    to=ACCEPTED,
    sentence="{actor} 同意延期，新的时限为{until}（原时限{original}）。{remark}",
    asks=("until", "remark_optional"),
    tone="primary",
    tells=True,
)
REFUSE_EXTENSION = Step(
    "reply.refuse_extension",
    "不同意延期",
    frm=(SENT,),
    to=RETURNED,
    sentence="{actor} 不同意延期，仍按原时限办理：{remark}",
    asks=("remark",),
    tone="danger",
    tells=True,
)
UPHOLD = Step(
    "reply.uphold",
    "维持原交办",
    frm=(SENT,),
    to=RETURNED,
    sentence="{actor} 裁定职责异议：维持原交办，仍由{unit}牵头，时限不变。{remark}",
    asks=("ruling",),
    audience="unit",
    tells=True,
    hint="写明维持的理由。牵头单位和各项时限不变，该单位不能再次提出。",
)
REASSIGN = Step(
    "reply.reassign",
    "改由其他单位牵头",
    frm=(SENT,),
    to=ACCEPTED,
    sentence="{actor} 裁定职责异议：改由{lead}牵头，{unit}不再承办{due}。{remark}",
    asks=("lead", "until_optional", "remark_optional"),
    tells=True,
    hint="原牵头单位不再承办；新的牵头单位重新签收、首次反馈。其他协办单位的任务和时限不变。",
)
REPLY_FLOW = Flow()
