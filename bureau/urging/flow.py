"""The life of a paper: issued, answered or followed by a sharper one, or withdrawn. It turns no cover."""

from bureau.matters import asks
from bureau.matters.flow import Flow, Move, Step
from bureau.matters.models import Audience
from bureau.matters.parts.rules import still_handles
from bureau.matters.policy import desk, director, every
from bureau.pages.asks import Text
from bureau.urging import policy
from bureau.urging.models import Urging

ISSUED, ANSWERED = Urging.State.ISSUED, Urging.State.ANSWERED
ESCALATED, WITHDRAWN = Urging.State.ESCALATED, Urging.State.WITHDRAWN

ISSUE = Step(
    "urging.issue",
    "发出",
    frm=(ISSUED,),
    to=None,
    rule=every(desk, policy.red_by_leaders),
    offered=False,
    sentence="{actor} 向{unit}发出{paper}{number}：{what}。请于{by}书面回复。{remark}",
    audience=Audience.UNIT,
    tone="primary",
    hint="发出即编号，记入动态；承办单位随即看到，须按时书面回复。",
)
WAIVE = Step(
    "urging.waive",
    "暂缓发出",
    frm=(ISSUED,),
    to=None,
    rule=every(desk, policy.red_by_leaders),
    offered=False,
    sentence="{actor} 暂不向{unit}发出{paper}（{what}）：{reason}",
    audience=Audience.DESK,
    hint="到下一级之前不再建议。理由只在督查局内部可见。",
)
ANSWER = Step(
    "urging.answer",
    "书面回复",
    frm=(ISSUED,),
    to=ANSWERED,
    rule=every(policy.of_its_unit, policy.matter_goes_on, policy.by_head),
    sentence="{actor} 回复{number}：{text}",
    asks=(asks.ANSWER, asks.FILES),
    audience=Audience.UNIT,
    tone="primary",
    hint="写明未按时限办理的原因、已经采取的措施、完成的时间。回复不代替签收、反馈和办结报告。",
)
TAKE_BACK_ANSWER = Step(
    "urging.take_back_answer",
    "撤回回复",
    frm=(ANSWERED,),
    to=ISSUED,
    rule=every(
        policy.of_its_unit,
        policy.matter_goes_on,
        still_handles,
        policy.answered_it,
        policy.nothing_followed,
    ),
    sentence="{actor} 撤回对{number}的回复",
    audience=Audience.UNIT,
    hint="撤回后恢复为没有回复，原来的回复时限不变，请修改后尽快再报送；动态里的记录保留。",
    takes_back=(ANSWER,),
)
RECORD_TALK = Step(
    "urging.record_talk",
    "登记约谈记录",
    frm=(ISSUED, ANSWERED, ESCALATED),
    to=None,
    rule=every(desk, policy.of_talk),
    sentence="{actor} 登记约谈记录（{number}）：{text}",
    asks=(
        Text(
            "text",
            "约谈记录",
            "时间、地点、参加人（写职务）、谈话要点、整改要求和承诺。",
            limit=4000,
            rows=8,
        ),
    ),
    audience=Audience.UNIT,
    tone="primary",
    hint="登记一次，不能修改；承办单位可以看到。",
)
WITHDRAW = Step(
    "urging.withdraw",
    "撤回",
    frm=(ISSUED, ANSWERED, ESCALATED),
    to=WITHDRAWN,
    rule=every(desk, director),
    sentence="{actor} 撤回{number}，文号作废：{reason}",
    asks=(Text("reason", "撤回理由", limit=500),),
    audience=Audience.UNIT,
    tone="danger",
    tells=True,
    takes_back=(ISSUE,),
    hint="文号保留并注明作废，承办单位不用再回复。仍然逾期的，会再次列入“待发催办”。",
)
# Comes along with the line of the sharper paper.
ESCALATE = Move("urging.escalate", "升级", frm=(ISSUED,), to=ESCALATED)
FLOW = Flow("urging:step", (ISSUE, WAIVE, ANSWER, TAKE_BACK_ANSWER, RECORD_TALK, WITHDRAW))
