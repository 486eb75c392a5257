"""The life of a walk."""

from bureau.matters import asks
from bureau.matters.flow import Flow, Step
from bureau.matters.parts.result_rules import four_eyes_review
from bureau.matters.parts.results import result_steps
from bureau.matters.policy import by_the_system, desk, every
from bureau.org.posts import Post
from tests.toys.states import CLOSED, FRESH, PRESENTED, REVIEWING, RUNNING, STATES

REGISTER = Step(
    "toys.register", "登记", frm=(FRESH,), to=None, rule=desk, offered=False, sentence="{actor} 登记"
)
SEND = Step(
    "toys.send",
    "派河",
    frm=(FRESH,),
    to=RUNNING,
    rule=desk,
    batch=Post.OFFICER,
    sentence="{actor} 派河，办理时限{due}",
    asks=(asks.UNTIL,),
    tone="primary",
)
RESULT = result_steps("toys", RUNNING, REVIEWING)
CLOSE = Step(
    "toys.close",
    "验河",
    frm=(REVIEWING,),
    to=CLOSED,
    rule=every(desk, four_eyes_review),
    batch=Post.OFFICER,
    sentence="{actor} 验河，巡毕。{remark}",
    asks=(asks.REMARK_IF_ANY,),
)
PRESENT = Step(
    "toys.present",
    "呈报",
    frm=(CLOSED,),
    to=PRESENTED,
    rule=by_the_system,
    offered=False,
    sentence="{report}已呈报",
    audience="above",
)
FLOW = Flow("toys:step", (REGISTER, SEND, *RESULT, CLOSE, PRESENT), STATES)
