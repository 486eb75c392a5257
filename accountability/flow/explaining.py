"""谈话函询: a subject of a clue is asked to explain, in a talk or by letter; the clue is disposed of by what they said (rooms §15.1,
监督执纪工作规则 第27–31条)."""

from accountability import asked, policy
from accountability.dues import DISPOSE, EXPLAIN
from accountability.states import EXPLAINED, EXPLAINING, INVOLVED, UNDISPOSED
from bureau.matters import asks
from bureau.matters.flow import Step
from bureau.matters.models import Audience
from bureau.matters.policy import by_the_system, every

ASK = Step(
    "subject.ask",
    "谈话函询",
    frm=(INVOLVED,),
    to=None,
    rule=every(
        policy.directs, policy.in_case(*UNDISPOSED, EXPLAINING), policy.is_alive, policy.nothing_asked
    ),
    asks=(asked.WAY, asked.TOPICS),
    sentence="{actor} 对{subject}{way}",
    audience=Audience.ABOVE,
    hint="反映笼统、可查性不强的，请本人说明。函询的，函询通知书随即送达；谈话的，打印谈话函询记录，两人谈话。",
    does=(DISPOSE,),
    paper="函询通知书",
)
EXPLAINS = Step(
    "subject.explain",
    "登记说明",
    frm=(INVOLVED,),
    to=None,
    rule=every(policy.handles, policy.in_case(EXPLAINING), policy.something_asked),
    asks=(asked.ANSWERED_ON, asked.WORDS, asks.FILES),
    sentence="{actor} 登记{subject}的说明（{way}）",
    audience=Audience.ABOVE,
    tone="primary",
    hint="函询的，说明由所在单位主要负责人签署意见；谈话的，附双方签字的记录。都说明以后再处置：采信的予以了结，说不清的再次谈话函询或者初核。",
    does=(EXPLAIN,),
    paper="谈话函询记录",
)
FOLLOW_EXPLANATIONS = Step(
    "accountability.follow_explanations",
    "随谈话函询推进",
    frm=(*UNDISPOSED, EXPLAINING),
    to=None,
    leads=(EXPLAINING, EXPLAINED),
    rule=by_the_system,
    offered=False,
    sentence="线索转入“{stage}”",
    audience=Audience.ABOVE,
)
