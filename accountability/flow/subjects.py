"""The life of one subject: found, told, heard, decided on, served, contested, carried out, lifted."""

from accountability import asked, policy
from accountability.dues import (
    AWAIT_ORGAN,
)
from accountability.dues import (
    DECIDE as DECIDED_IN_TIME,
)
from accountability.dues import LIFT as LIFTED_IN_TIME
from accountability.dues import SET_ANEW as SET_IN_TIME
from accountability.flow.explaining import ASK, EXPLAINS
from accountability.models import Organ
from accountability.states import (
    CHANGED,
    DECIDED,
    DECIDING,
    DONE,
    ENDED,
    EXEMPTED,
    HANDED,
    IN_EFFECT,
    INVESTIGATING,
    INVOLVED,
    LIFTED,
    NOT_HELD,
    NOTIFIED,
    NOTIFYING,
    OPEN_TO_SUBJECTS,
    RECOMMENDED,
    REPORTED,
    RESOLVED,
    REVOKED,
    UNDECIDED,
    UNDER_WAY,
)
from accountability.unnamed import Nameless
from bureau.matters import asks
from bureau.matters.flow import Step
from bureau.matters.models import Audience
from bureau.matters.policy import by_the_system, every

ABOVE = Audience.ABOVE

LEAVE_OUT = Step(
    "subject.leave_out",
    "不再作为对象",
    frm=(INVOLVED,),
    to=NOT_HELD,
    rule=every(policy.handles, policy.in_case(*OPEN_TO_SUBJECTS)),
    asks=(asked.NOT_HELD,),
    sentence="{actor} 不再将{subject}作为问责对象",
    audience=ABOVE,
    hint="查明没有责任的，写明理由。",
)
FIND = Step(
    "subject.find",
    "认定事实和责任",
    frm=(INVOLVED,),
    to=None,
    rule=every(policy.investigates, policy.in_case(INVESTIGATING)),
    asks=(asked.SUBJECT_FINDINGS, asked.RESPONSIBILITY, asked.MEASURES, asked.DOUBLE),
    initial=lambda subject: found_before(subject),
    sentence="{actor} 认定{subject}的事实和责任：{responsibility}",
    audience=ABOVE,
    tone="primary",
    hint="同类案件的处理列在旁边，轻重要相当。拟采取的方式写进告知书；申辩以后只能减轻，不能加重。",
)
NOTIFY = Step(
    "subject.notify",
    "告知",
    frm=(INVOLVED,),
    to=NOTIFIED,
    rule=every(policy.directs, policy.four_eyes_report, policy.in_case(NOTIFYING), policy.is_alive),
    sentence="{actor} 向{subject}告知拟问责的事实、依据和方式，{number}",
    audience=ABOVE,
    tone="primary",
    hint="告知书随即送达；签收以后开始计算申辩的期限。",
    confirm="告知书随即送达，不能修改。确定告知吗？",
    paper="拟问责告知书",
)
WAIVE = Step(
    "subject.waive",
    "登记放弃申辩",
    frm=(NOTIFIED,),
    to=None,
    rule=every(policy.handles, policy.in_case(NOTIFYING), policy.notice_received, policy.not_waived),
    asks=(asks.FILES,),
    sentence="{actor} 登记{subject}书面放弃申辩",
    audience=ABOVE,
    hint="本人书面写明放弃的才登记，书面材料传到附件。期满没有申辩的不用登记。",
)
FOLLOW_CASE = Step(
    "subject.follow_case",
    "随案件终结",
    frm=(INVOLVED,),
    to=None,
    leads=(NOT_HELD, HANDED, ENDED),
    rule=by_the_system,
    offered=False,
    sentence="{subject}随案件{how}",
    audience=ABOVE,
)
FOLLOW_PLEA = Step(
    "subject.follow_plea",
    "申辩成立",
    frm=(INVOLVED, NOTIFIED),
    to=NOT_HELD,
    rule=by_the_system,
    offered=False,
    sentence="{subject}的申辩成立，不予问责",
    audience=ABOVE,
)
RESOLVE = Step(
    "subject.resolve",
    "登记研究结果",
    frm=(NOTIFIED,),
    to=RESOLVED,
    rule=every(policy.handles, policy.in_case(DECIDING), policy.nothing_waits),
    asks=(asked.MEASURES,),
    initial=lambda subject: {"measures": [str(one.measure_id) for one in subject.sanctions.all()]},
    sentence="{actor} 登记对{subject}的研究结果：{measures}",
    audience=ABOVE,
    tone="primary",
    hint="按集体研究的结论登记；只能与告知的一样或者更轻。",
)
SPARE = Step(
    "subject.spare",
    "研究不予问责",
    frm=(NOTIFIED,),
    to=NOT_HELD,
    rule=every(policy.handles, policy.in_case(DECIDING)),
    asks=(asked.NOT_HELD,),
    sentence="{actor} 登记对{subject}研究不予问责",
    audience=ABOVE,
)
DECIDE = Step(
    "subject.decide",
    "签发决定",
    frm=(RESOLVED,),
    to=DECIDED,
    rule=every(
        policy.directs,
        policy.four_eyes_report,
        policy.bureau_decides,
        policy.nothing_waits,
        policy.is_alive,
    ),
    asks=(asked.BASIS,),
    sentence="{actor} 签发对{subject}的问责决定{number}",
    audience=ABOVE,
    tone="primary",
    hint="决定书随即送达；申诉的途径和期限按所选依据印在决定书上。影响期从今天起算。",
    confirm="决定书随即送达，不能修改。确定签发吗？",
    does=(DECIDED_IN_TIME,),
    paper="问责决定书",
)
RECOMMEND = Step(
    "subject.recommend",
    "发出问责建议书",
    frm=(RESOLVED,),
    to=RECOMMENDED,
    rule=every(
        policy.directs,
        policy.four_eyes_report,
        policy.another_organ_decides,
        policy.nothing_waits,
        policy.is_alive,
    ),
    asks=(asked.ANSWER_BY,),
    sentence="{actor} 向{organs}发出对{subject}的问责建议书{number}",
    audience=ABOVE,
    tone="primary",
    hint="按干部管理权限由有权机关决定的，发出建议书，附事实和证据目录。",
    does=(DECIDED_IN_TIME,),
    paper="问责建议书",
)
ENTER_DECISION = Step(
    "subject.enter_decision",
    "登记有权机关的决定",
    frm=(RECOMMENDED,),
    to=DECIDED,
    rule=policy.handles,
    asks=(
        asked.TO_ORGAN,
        asked.ORGANS_NUMBER,
        asked.ORGANS_DAY,
        asked.MEASURES,
        asked.BASIS,
        asks.FILES,
    ),
    initial=lambda subject: recommended_before(subject),
    sentence="{actor} 登记{organ}对{subject}的决定{decision_number}：{measures}",
    audience=ABOVE,
    tone="primary",
    hint="决定送到以后登记，决定原件传到附件；随即向对象送达。",
    does=(AWAIT_ORGAN,),
)
ENTER_NONE = Step(
    "subject.enter_none",
    "登记有权机关不予问责",
    frm=(RECOMMENDED,),
    to=NOT_HELD,
    rule=policy.handles,
    asks=(asked.NOT_HELD, asks.FILES),
    sentence="{actor} 登记有权机关对{subject}不予问责",
    audience=ABOVE,
    does=(AWAIT_ORGAN,),
)
FOLLOW_APPEAL = Step(
    "subject.follow_appeal",
    "申诉改变决定",
    frm=(DECIDED, CHANGED, IN_EFFECT, DONE, LIFTED, ENDED),
    to=None,
    leads=(CHANGED, REVOKED),
    rule=by_the_system,
    offered=False,
    sentence="对{subject}的决定经申诉{outcome}",
    audience=ABOVE,
)
SET_ANEW = Step(
    "subject.set_anew",
    "按变更决定登记方式",
    frm=(CHANGED,),
    to=DECIDED,
    rule=policy.handles,
    asks=(asked.MEASURES,),
    sentence="{actor} 按申诉结果登记对{subject}的方式：{measures}",
    audience=ABOVE,
    tone="primary",
    hint="只能比原来的轻；影响期仍从原决定之日起算，原来的方式作为已撤销留存。",
    does=(SET_IN_TIME,),
)
CARRIED_OUT = Step(
    "subject.carried_out",
    "执行完毕",
    frm=(DECIDED,),
    to=None,
    leads=(IN_EFFECT, DONE),
    rule=by_the_system,
    offered=False,
    sentence="对{subject}的问责决定执行完毕",
    audience=ABOVE,
)
LIFT = Step(
    "subject.lift",
    "解除",
    frm=(IN_EFFECT,),
    to=LIFTED,
    rule=every(policy.directs, policy.has_run_out),
    asks=(asked.IMPROVEMENT,),
    sentence="{actor} 解除对{subject}的影响期，{number}",
    audience=ABOVE,
    tone="primary",
    hint="核实改正情况以后解除；解除通知随即送达。",
    does=(LIFTED_IN_TIME,),
    paper="解除通知",
)
EXEMPT = Step(
    "subject.exempt",
    "容错免予问责",
    frm=UNDECIDED,
    to=EXEMPTED,
    rule=by_the_system,
    offered=False,
    sentence="对{subject}予以容错，免予问责",
    audience=ABOVE,
)
HAND_OVER = Step(
    "subject.hand_over",
    "移送",
    frm=UNDECIDED,
    to=HANDED,
    rule=every(
        policy.directs,
        policy.four_eyes_report,
        policy.in_case(INVESTIGATING, REPORTED, NOTIFYING, DECIDING),
    ),
    asks=(asked.TO_ORGAN, asked.NOT_HELD, asks.FILES),
    sentence="{actor} 将{subject}移送{organ}",
    audience=ABOVE,
    hint="只移送这一个对象；其他对象照常办理。",
)
END = Step(
    "subject.end",
    "终止",
    frm=(INVOLVED, NOTIFIED, RESOLVED, RECOMMENDED, DECIDED, CHANGED, IN_EFFECT),
    to=ENDED,
    rule=every(policy.directs, policy.in_case(*UNDER_WAY)),
    asks=(asked.NOT_HELD,),
    sentence="{actor} 终止对{subject}的办理",
    audience=ABOVE,
    hint="去世、单位撤销等不能再办的，写明原因；已经作出的决定照样留存。",
)
APPLY_TOLERANCE = Step(
    "subject.apply_tolerance",
    "登记容错申请",
    frm=UNDECIDED,
    to=None,
    rule=every(policy.handles, policy.in_case(*UNDER_WAY)),
    asks=(asked.APPLICATION, asked.APPLIED_ON, asks.FILES),
    sentence="{actor} 登记{subject}的容错申请",
    audience=ABOVE,
    hint="谁问责谁负责容错：逐项认定，符合全部条件的免予问责。",
)
SUBJECT_FLOW = Nameless(
    "accountability:subject_step",
    (
        ASK,
        EXPLAINS,
        FIND,
        NOTIFY,
        RESOLVE,
        DECIDE,
        RECOMMEND,
        ENTER_DECISION,
        SET_ANEW,
        LIFT,
        WAIVE,
        SPARE,
        ENTER_NONE,
        APPLY_TOLERANCE,
        HAND_OVER,
        LEAVE_OUT,
        END,
        FOLLOW_CASE,
        FOLLOW_PLEA,
        FOLLOW_APPEAL,
        CARRIED_OUT,
        EXEMPT,
    ),
)


def found_before(subject: object) -> dict:
    """What the form begins with: what was found before."""
    sanctions = subject.sanctions.all()  # type: ignore[attr-defined]
    return {
        "findings": subject.findings,  # type: ignore[attr-defined]
        "responsibility": subject.responsibility,  # type: ignore[attr-defined]
        "double_reason": subject.double_reason,  # type: ignore[attr-defined]
        "measures": [str(one.measure_id) for one in sanctions],
    }


def recommended_before(subject: object) -> dict:
    """Likewise: what was recommended, and to whom."""
    sanctions = list(subject.sanctions.all())  # type: ignore[attr-defined]
    organs = [one.measure.organ for one in sanctions if one.measure.organ != Organ.BUREAU]
    return {"measures": [str(one.measure_id) for one in sanctions], "organ": next(iter(organs), "")}
