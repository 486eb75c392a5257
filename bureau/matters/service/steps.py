"""The steps of a paper that was served, and of what is said against it."""

from bureau.matters import asks
from bureau.matters.flow import Flow, Step
from bureau.matters.models import Audience, Contest, Service
from bureau.matters.policy import desk, every
from bureau.matters.service import rules
from bureau.matters.service.dues import RECEIVE_PAPER
from bureau.pages.asks import Choice, Day, Text

SERVED, RECEIVED = Service.State.SERVED, Service.State.RECEIVED
WAITING, WITHDRAWN = Contest.State.WAITING, Contest.State.WITHDRAWN
ON_PAPER = [(way.value, way.label) for way in Service.Way if way != Service.Way.CLICK]
WHY = Text(
    "text",
    "事实和理由",
    "写明对哪一部分有异议、事实是什么、依据是什么。",
    limit=Contest.TEXT_LENGTH,
    rows=8,
    printed=True,  # in the decision
)

SERVE = Step(
    "service.serve",
    "送达",
    frm=(SERVED,),
    to=None,
    rule=desk,
    offered=False,
    sentence="{actor} 向{unit}送达{paper}{number}",
    audience=Audience.UNIT,
)
RECEIVE = Step(
    "service.receive",
    "签收",
    frm=(SERVED,),
    to=RECEIVED,
    rule=rules.addressee,
    sentence="{actor} 签收{paper}{number}",
    audience=Audience.UNIT,
    tone="primary",
    does=(RECEIVE_PAPER,),
    confirm="签收后开始计算提出救济的期限。确定签收吗？",
)
RECORD_RECEIPT = Step(
    "service.record_receipt",
    "登记送达回证",
    frm=(SERVED,),
    to=RECEIVED,
    rule=desk,
    asks=(
        Choice("way", "送达方式", choices=ON_PAPER, first=Service.Way.DIRECT),
        Day("on", "签收日期", "回证上的日期。"),
        Text("taker", "接收人", "职务，代收的写明与受送达单位的关系。", limit=Service.TAKER_LENGTH, rows=2),
        Text(
            "refusal",
            "拒收事由和见证人",
            "留置送达的必填：拒收事由，两名见证人和两名送达人的职务。",
            limit=Service.REFUSAL_LENGTH,
            rows=3,
            required=False,
        ),
        asks.FILES,
    ),
    sentence="{actor} 登记{paper}{number}的送达回证：{way}，{on}由{taker}接收。{refusal}",
    audience=Audience.UNIT,
    does=(RECEIVE_PAPER,),
    hint="文书用纸送达的，按送达回证登记一次；救济期限从回证上的日期起算。",
)


def contest_step(kind: Contest.Kind, label: str) -> Step:
    return Step(
        f"service.{kind.value}",
        label,
        frm=(RECEIVED,),
        to=None,
        rule=every(rules.addressee, rules.open_for(kind)),
        asks=(WHY, asks.FILES),
        sentence=f"{{actor}} 对{{paper}}{{number}}{label}：{{text}}",
        audience=Audience.UNIT,
        hint="在期限以内提出，只能提出一次。由没有参与作出这份文书的人决定，不会因此对你单位更加不利。",
    )


PLEAD = contest_step(Contest.Kind.PLEA, "提出申辩")
OBJECT = contest_step(Contest.Kind.OBJECTION, "提出异议")
APPLY_REVIEW = contest_step(Contest.Kind.REVIEW, "申请复核")
APPEAL = contest_step(Contest.Kind.APPEAL, "提出申诉")
CONTESTING = {
    Contest.Kind.PLEA: PLEAD,
    Contest.Kind.OBJECTION: OBJECT,
    Contest.Kind.REVIEW: APPLY_REVIEW,
    Contest.Kind.APPEAL: APPEAL,
}
ENTER = Step(
    "service.enter",
    "代录书面申请",
    frm=(RECEIVED,),
    to=None,
    rule=every(desk, rules.open_for_some),
    asks=(
        Choice("kind", "救济方式", choices=Contest.Kind.choices),
        Day("on", "收到日期", "收到书面申请的那一天；以它判断是否在期限以内。"),
        WHY,
        asks.FILES,
    ),
    sentence="{actor} 代录{unit}对{paper}{number}的{kind}（{on}收到）：{text}",
    audience=Audience.UNIT,
    hint="对方用纸提出的，照原文录入，扫描件传到附件。",
)
SERVICE = Flow(
    "matters:service_step",
    (SERVE, RECEIVE, RECORD_RECEIPT, PLEAD, OBJECT, APPLY_REVIEW, APPEAL, ENTER),
)

DECIDE = Step(
    "contest.decide",
    "作出决定",
    frm=(WAITING,),
    to=None,
    leads=Contest.DECIDED,
    rule=rules.decides,
    asks=(
        Choice(
            "outcome",
            "决定",
            "不会比原来的更不利：只有这三种。",
            choices=[(one.value, one.label) for one in Contest.DECIDED],
        ),
        Text(
            "reason",
            "决定和理由",
            "逐条写明采纳或者不采纳，以及理由。",
            limit=Contest.TEXT_LENGTH,
            rows=8,
            printed=True,
        ),
        asks.FILES,
    ),
    sentence="{actor} 对{unit}的{kind}作出决定，{outcome}：{reason}",
    audience=Audience.UNIT,
    tone="primary",
    hint="决定作出后随即送达，不能修改。",
    paper="决定书",
)
WITHDRAW = Step(
    "contest.withdraw",
    "撤回申请",
    frm=(WAITING,),
    to=WITHDRAWN,
    rule=every(rules.addressee, rules.wrote_it),
    sentence="{actor} 撤回对{paper}{number}的{kind}",
    audience=Audience.UNIT,
    hint="还没有决定的可以撤回；期限以内可以再提出。",
    takes_back=tuple(CONTESTING.values()),
)
CONTEST = Flow("matters:contest_step", (DECIDE, WITHDRAW))
