"""The life of a leader's instruction: registered, proposed, given out, reported, answered to the leader (facts §11.1).

What comes back on the answer begins the next round, from `registered` on.
"""

from bureau.matters import asks
from bureau.matters.deadlines.dues import APPROVE as APPROVAL
from bureau.matters.deadlines.dues import REVIEW
from bureau.matters.flow import Flow, Step
from bureau.matters.parts.own_results import by_units, own_steps, review
from bureau.matters.parts.results import result_steps
from bureau.matters.parts.turning import turning_steps
from bureau.matters.policy import (
    by_the_system,
    desk,
    director,
    every,
    who_took,
    who_took_last,
)
from bureau.org.posts import Post
from instructions import dues, policy
from instructions.asked import OPINION, POSITIVE, PROPOSAL, TRANSCRIPT, proposed
from instructions.states import (
    ACCEPTED,
    ANSWERED,
    CHOICES,
    CLOSED,
    FILED,
    PREPARED,
    PROPOSED,
    REGISTERED,
    REPORTED,
    REVIEWING,
    RUNNING,
    STATES,
    SUSPENDED,
    VOID,
)

REGISTER = Step(
    "instructions.register",
    "登记批示件",
    frm=(REGISTERED,),
    to=None,
    rule=desk,
    offered=False,
    sentence="{actor} 登记{leader}{date}批示：{words}",
    audience="above",
)
INSTRUCT = Step(
    "instructions.instruct",
    "批示",
    frm=(REGISTERED,),
    to=None,
    rule=policy.wrote,
    offered=False,
    sentence="{actor} 批示：{words}",
    audience="above",
)
EDIT = Step(
    "instructions.edit",
    "修改登记内容",
    frm=(REGISTERED,),
    to=None,
    rule=every(desk, policy.from_paper),
    offered=False,
    sentence="{actor} 修改登记内容：{changed}",
    audience="desk",
)
TRANSCRIBE = Step(
    "instructions.transcribe",
    "转写手写批示",
    frm=(REGISTERED, PROPOSED, RUNNING, REVIEWING, ACCEPTED, REPORTED, CLOSED, FILED),
    to=None,
    rule=policy.transcribes,
    sentence="{actor} 转写手写批示：{words}",
    asks=(TRANSCRIPT,),
    audience="above",
    tone="primary",
    hint="照手写原样录入，一字不改；认不准的字先问清再录。",
    does=(dues.TRANSCRIBE,),
)
FILE = Step(
    "instructions.file",
    "存阅",
    frm=(REGISTERED,),
    to=FILED,
    rule=every(desk, policy.not_pursued, policy.legible),
    batch=Post.OFFICER,
    sentence="{actor} 存阅（{meaning}，不立项）。{remark}",
    asks=(asks.REMARK_IF_ANY,),
    audience="above",
    tone="primary",
    hint="批示只要求阅知、阅研的，登记后存阅，不交办、不催办。",
)
TAKE_BACK_FILE = Step(
    "instructions.take_back_file",
    "撤回存阅",
    frm=(FILED,),
    to=REGISTERED,
    rule=every(desk, who_took(FILE)),
    sentence="{actor} 撤回存阅",
    audience="above",
    hint="回到待拟办：可以修改批示要求后拟办，或者重新存阅。",
    takes_back=(FILE,),
)
PROPOSE = Step(
    "instructions.propose",
    "拟办",
    frm=(REGISTERED,),
    to=PROPOSED,
    rule=every(desk, policy.pursued, policy.legible),
    initial=proposed,
    sentence="{actor} 提出拟办意见：{handling}。{opinion}",
    asks=PROPOSAL,
    audience="desk",
    tone="primary",
    hint="牵头单位只能有一家；也可以由督查局自办。审定后即交办。",
    does=(dues.PROPOSE,),
)
TAKE_BACK = Step(
    "instructions.take_back",
    "撤回",
    frm=(PROPOSED,),
    to=REGISTERED,
    rule=every(desk, who_took(PROPOSE)),
    sentence="{actor} 撤回拟办意见",
    audience="desk",
    hint="还没有审定，可以撤回修改后再提出。",
    takes_back=(PROPOSE,),
)
DECLINE = Step(
    "instructions.decline",
    "退回重拟",
    frm=(PROPOSED,),
    to=REGISTERED,
    rule=director,
    batch=Post.DIRECTOR,
    sentence="{actor} 退回重新拟办：{reason}",
    asks=(asks.REASON,),
    audience="desk",
)
APPROVE = Step(
    "instructions.approve",
    "审定并交办",
    frm=(PROPOSED,),
    to=RUNNING,
    rule=every(director, policy.four_eyes_approval),
    batch=Post.DIRECTOR,
    sentence="{actor} 审定并交办，{handling}，办理时限{due}",
    asks=(asks.REMARK_IF_ANY,),
    tone="primary",
    hint="审定后承办单位即可看到，签收、反馈、办结的时限从现在起算；“意见”承办单位看不到。",
    does=(APPROVAL,),
)
RESULT = result_steps("instructions", RUNNING, REVIEWING, also=by_units)
DRAFT_REPORT, REPORT, COUNTERSIGN_REPORT, RETURN, TAKE_BACK_REPORT = RESULT
OWN = own_steps("instructions", RUNNING, REVIEWING)
SELF_REPORT, TAKE_BACK_SELF, SELF_RETURN = OWN
ACCEPT = Step(
    "instructions.accept",
    "审核通过，呈报领导",
    frm=(REVIEWING,),
    to=ACCEPTED,
    rule=every(policy.answered, review),
    batch=Post.OFFICER,
    sentence="{actor} 审核通过，呈报领导。{remark}",
    asks=(asks.REMARK_IF_ANY,),
    tone="primary",
    hint="通过后据此起草《督查专报》，向批示领导反馈。",
    within=(REVIEW,),
)
CLOSE = Step(
    "instructions.close",
    "审核通过并办结",
    frm=(REVIEWING,),
    to=CLOSED,
    rule=every(policy.unanswered, review),
    batch=Post.OFFICER,
    sentence="{actor} 审核通过，予以办结。{remark}",
    asks=(asks.REMARK_IF_ANY,),
    tone="primary",
    hint="批示领导没有要求反馈的，审核通过即办结。",
    tells=True,
    within=(REVIEW,),
)
PRESENT = Step(
    "instructions.present",
    "呈报",
    frm=(ACCEPTED,),
    to=REPORTED,
    rule=by_the_system,
    offered=False,
    sentence="{report}已呈{leader}",
    audience="above",
    within=(dues.PRESENT,),
    paper="督查专报",
)
NOTE = Step(
    "instructions.note",
    "圈阅",
    frm=(REPORTED,),
    to=CLOSED,
    rule=policy.wrote,
    sentence="{actor} 圈阅。{opinion}",
    asks=(OPINION, POSITIVE),
    audience="above",
    tone="primary",
    hint="没有新的批示即办结；写有肯定意见的勾选“肯定性批示”。",
    within=(dues.READ,),
)
NOTE_FOR = Step(
    "instructions.note_for",
    "记录阅批结果",
    frm=(REPORTED,),
    to=CLOSED,
    rule=policy.elsewhere,
    sentence="{actor} 记录：{leader}已阅，没有新的批示。{opinion}",
    asks=(OPINION, POSITIVE, asks.FILES),
    audience="above",
    hint="批示领导不在本系统里阅批的，纸质专报送阅后由督查局记录，可附批示扫描件。",
    within=(dues.READ,),
)
AGAIN = Step(
    "instructions.again",
    "新的批示",
    frm=ANSWERED,
    to=REGISTERED,
    rule=policy.leader_or_desk,
    offered=False,
    sentence="{actor} 再次批示（第{round}轮）：{words}",
    audience="above",
    tone="danger",
    hint="在原批示件上开始新一轮办理，重新拟办、交办、计时。",
)
TAKE_BACK_NOTE = Step(
    "instructions.take_back_note",
    "撤回阅批",
    frm=(CLOSED,),
    to=REPORTED,
    rule=every(policy.leader_or_desk, who_took_last(NOTE, NOTE_FOR, among=lambda: FLOW.steps)),
    sentence="{actor} 撤回阅批，本件回到待阅批",
    audience="above",
    hint="还没有人接着办理，可以撤回。撤回后本件回到待阅批，可以重新圈阅或者作新的批示；动态里的记录保留。",
    takes_back=(NOTE, NOTE_FOR),
)
WITHDRAW = Step(
    "instructions.withdraw",
    "撤回批示",
    frm=(REGISTERED,),
    to=VOID,
    rule=every(policy.wrote, policy.first_word, who_took_last(INSTRUCT, among=lambda: FLOW.steps)),
    sentence="{actor} 撤回批示，编号作废",
    audience="above",
    tone="danger",
    hint="还没有人办理，可以撤回。编号保留、注明作废，不再转写、拟办；需要的，另写批示。",
    takes_back=(INSTRUCT,),
)
WITHDRAW_AGAIN = Step(
    "instructions.withdraw_again",
    "撤回新的批示",
    frm=(REGISTERED,),
    to=None,
    leads=ANSWERED,  # where the matter stood before
    rule=every(policy.leader_or_desk, policy.later_word, who_took_last(AGAIN, among=lambda: FLOW.steps)),
    sentence="{actor} 撤回第{round}轮批示，本件恢复原状",
    audience="above",
    tone="danger",
    hint="还没有人办理，可以撤回。撤回后本件回到这次批示以前的状态；动态里的记录保留。",
    takes_back=(AGAIN,),
)
TURNING = turning_steps(
    "instructions",
    RUNNING,
    SUSPENDED,
    VOID,
    voidable=(REGISTERED, PROPOSED, RUNNING, SUSPENDED),
    voids=policy.voids,
)
SUSPEND, RESUME, VOID_IT = TURNING

FLOW: Flow = Flow(
    "instructions:step",
    (
        REGISTER,
        INSTRUCT,
        EDIT,
        TRANSCRIBE,
        FILE,
        TAKE_BACK_FILE,
        PROPOSE,
        APPROVE,
        DECLINE,
        TAKE_BACK,
        DRAFT_REPORT,
        REPORT,
        COUNTERSIGN_REPORT,
        TAKE_BACK_REPORT,
        SELF_REPORT,
        TAKE_BACK_SELF,
        ACCEPT,
        CLOSE,
        RETURN,
        SELF_RETURN,
        PRESENT,
        NOTE,
        NOTE_FOR,
        AGAIN,
        TAKE_BACK_NOTE,
        WITHDRAW,
        WITHDRAW_AGAIN,
        SUSPEND,
        RESUME,
        VOID_IT,
    ),
    STATES,
)
__all__ = ["ANSWERED", "CHOICES", "FLOW", "PREPARED", "STATES"]
