"""结果运用: what is proposed to be made of a result (政府督查工作条例 第21条)."""

from bureau.matters import asks
from bureau.matters.flow import Flow, Step
from bureau.matters.models import Audience
from bureau.matters.policy import every
from directives.inspections import asked, policy
from directives.inspections.dues import CARRY_OUT_USE as USE_CARRIED_OUT
from directives.inspections.models import Use

APPROVE_USE = Step(
    "use.approve",
    "同意",
    frm=(Use.State.PROPOSED,),
    to=Use.State.APPROVED,
    rule=every(policy.approver, policy.four_eyes_use),
    asks=(asks.REMARK_IF_ANY,),
    sentence="{actor} 同意对{unit}{use}。{remark}",
    audience=Audience.ABOVE,
    tone="primary",
    hint="同意以后由督查局办理：表扬、批评的起草通报，追究责任的移交有权机关。",
)
DECLINE_USE = Step(
    "use.decline",
    "不同意",
    frm=(Use.State.PROPOSED,),
    to=Use.State.DECLINED,
    rule=policy.approver,
    asks=(asks.REASON,),
    sentence="{actor} 不同意对{unit}{use}：{reason}",
    audience=Audience.ABOVE,
)
CARRY_OUT_USE = Step(
    "use.carry_out",
    "登记办理结果",
    frm=(Use.State.APPROVED,),
    to=Use.State.CARRIED_OUT,
    rule=policy.leads_it,
    asks=(asked.CARRIED_OUT,),
    sentence="{actor} 登记对{unit}{use}的办理结果：{words}",
    audience=Audience.ABOVE,
    hint="登记以后，这条建议即办完。",
    does=(USE_CARRIED_OUT,),
)
USE_FLOW = Flow("inspections:use_step", (APPROVE_USE, DECLINE_USE, CARRY_OUT_USE))
