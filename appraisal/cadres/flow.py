"""The steps of a review of cadres, and of what is proposed because of a grade. Lines say how many, never who or which grade."""

from appraisal.asked import APPROVED_BY_PAPER
from appraisal.cadres import policy
from appraisal.cadres.dues import APPROVE_GRADES, APPROVE_USES
from appraisal.cadres.models import Use
from appraisal.cadres.states import (
    AGREED,
    APPROVED,
    ASKED,
    DONE,
    DROPPED,
    ENTERING,
    NOT_DONE,
    PROPOSED,
    SENT,
    TOLD,
)
from bureau.matters.flow import Flow, Step
from bureau.matters.models import Audience
from bureau.matters.policy import by_the_system, desk, every
from bureau.pages.asks import Choice, Day, Text

ABOVE = Audience.ABOVE
WHY = Text("reason", "理由", "不写干部的姓名。", limit=300, rows=2)

BEGIN = Step(
    "merits.begin",
    "启动干部考核",
    frm=(ENTERING,),
    to=None,
    rule=every(desk, policy.published),
    offered=False,
    sentence="{actor} 启动干部考核，列入{count}名干部",
    audience=ABOVE,
)
ENROL = Step(
    "merits.enrol",
    "按名册更新名单",
    frm=(ENTERING,),
    to=None,
    rule=desk,
    sentence="{actor} 按干部名册更新考核名单，共{count}名{more}",
    audience=ABOVE,
)
ENTER = Step(
    "merits.enter",
    "填写数值",
    frm=(ENTERING,),
    to=None,
    rule=desk,
    offered=False,
    sentence="{actor} 填写干部考核数值，{count}名",
    audience=ABOVE,
)
DELIBERATE = Step(
    "merits.deliberate",
    "登记集体研究",
    frm=(ENTERING,),
    to=PROPOSED,
    rule=desk,
    offered=False,
    sentence="{actor} 登记{held_on}集体研究干部等次：应到{expected}人，同意{ayes}、反对{noes}、弃权{abstentions}",
    audience=ABOVE,
)
APPROVE = Step(
    "merits.approve",
    "审定等次",
    frm=(PROPOSED,),
    to=APPROVED,
    rule=policy.approves_grades,
    asks=(APPROVED_BY_PAPER,),
    sentence="{actor} 审定干部等次，依据{paper}",
    audience=ABOVE,
    tone="primary",
    hint="审定以后通知本人；结果运用另行建议，由有权机关决定。",
    does=(APPROVE_GRADES,),
    paper="等次审批表",
)
DECLINE = Step(
    "merits.decline",
    "退回",
    frm=(PROPOSED,),
    to=ENTERING,
    rule=policy.approves_grades,
    asks=(WHY,),
    sentence="{actor} 退回干部等次：{reason}",
    audience=ABOVE,
    does=(APPROVE_GRADES,),
)
TELL = Step(
    "merits.tell",
    "通知本人",
    frm=(APPROVED,),
    to=TOLD,
    rule=desk,
    sentence="{actor} 向{count}名干部送达个人结果通知书",
    audience=ABOVE,
    tone="primary",
    hint="向每名定了等次的干部送达个人结果通知书；收到以后可以申请复核。已经通知过、结果没有变的不再送。",
    paper="个人结果通知书",
)
FOLLOW_REVIEW = Step(
    "merits.follow_review",
    "按复核决定重新研究",
    frm=(PROPOSED, APPROVED, TOLD),
    to=ENTERING,
    rule=by_the_system,
    offered=False,
    sentence="一份个人结果通知书的复核成立，重新研究等次",
    audience=ABOVE,
)
REVIEW_FLOW = Flow("merits:step", (BEGIN, ENROL, ENTER, DELIBERATE, APPROVE, TELL, DECLINE, FOLLOW_REVIEW))

PROPOSE_USE = Step(
    "merits.propose_use",
    "拟定结果运用建议",
    frm=(ASKED,),
    to=None,
    rule=every(desk, policy.decided),
    offered=False,
    sentence="{actor} 拟定结果运用建议{count}条",
    audience=ABOVE,
)
AGREE = Step(
    "merits.agree",
    "同意",
    frm=(ASKED,),
    to=AGREED,
    rule=every(policy.agrees, policy.decided, policy.of_this_grade),
    sentence="{actor} 同意一条结果运用建议",
    audience=ABOVE,
    tone="primary",
    does=(APPROVE_USES,),
)
SEND_USE = Step(
    "merits.send_use",
    "送决定机关",
    frm=(AGREED,),
    to=SENT,
    rule=every(desk, policy.decided, policy.of_this_grade),
    sentence="{actor} 送出结果运用建议书{number}",
    audience=ABOVE,
    tone="primary",
    hint="编号并送出；决定由有权机关按干部管理权限作出。",
    paper="结果运用建议书",
)
CLOSE_USE = Step(
    "merits.close_use",
    "登记决定",
    frm=(SENT,),
    to=None,
    rule=desk,
    asks=(
        Choice("came", "决定机关的意见", choices=((DONE, "已采纳，作出决定"), (NOT_DONE, "未采纳"))),
        Text(
            "document", "决定文号", "采纳的必填，如：桃组干〔2026〕12号。", required=False, limit=60, rows=1
        ),
        Day("decided_on", "决定日期"),
        Text("words", "情况", "不写干部的姓名。", required=False, limit=Use.LENGTHS["words"], rows=2),
    ),
    sentence="{actor} 登记结果运用建议书{number}的结果",
    audience=ABOVE,
    tone="primary",
    leads=(DONE, NOT_DONE),
)
DROP = Step(
    "merits.drop_use",
    "不再提出",
    frm=(ASKED, AGREED),
    to=DROPPED,
    rule=desk,
    asks=(WHY,),
    sentence="{actor} 不再提出一条结果运用建议",
    audience=ABOVE,
    does=(APPROVE_USES,),
)
USE_FLOW = Flow("merits:use_step", (PROPOSE_USE, AGREE, SEND_USE, CLOSE_USE, DROP))
