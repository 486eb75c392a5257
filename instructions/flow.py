"""The life of a leader's instruction: registered, proposed, given out, reported, answered to the leader (facts §11.1).

What comes back on the answer begins the next round, from `registered` on.
"""

from bureau.matters.flow import Flow, State, Step
from bureau.matters.models import Phase
from bureau.matters.parts.results import result_steps
from bureau.matters.parts.turning import turning_steps

REGISTERED, PROPOSED, RUNNING, REVIEWING = "registered", "proposed", "running", "reviewing"
ACCEPTED, REPORTED, CLOSED, FILED = "accepted", "reported", "closed", "filed"
SUSPENDED, VOID = "suspended", "void"

STATES = {
    REGISTERED: State("待拟办", Phase.PREPARING),
    PROPOSED: State("待审定", Phase.PREPARING),
    RUNNING: State("办理中", Phase.RUNNING),
    REVIEWING: State("待审核", Phase.RUNNING),
    ACCEPTED: State("待呈报", Phase.RUNNING),
    REPORTED: State("已呈报", Phase.RUNNING),
    SUSPENDED: State("已中止", Phase.SUSPENDED),
    CLOSED: State("已办结", Phase.CLOSED),
    FILED: State("存阅", Phase.FILED),
    VOID: State("已作废", Phase.VOID),
}
CHOICES = [(key, state.words) for key, state in STATES.items()]
PREPARED = (REGISTERED, PROPOSED)  # where a round is not given out yet
ANSWERED = (REPORTED, CLOSED)  # where the leader's word is asked for, or has been said

REGISTER = Step(
    "instructions.register",
    "登记批示件",
    frm=(REGISTERED,),
    to=None,
    sentence="{actor} 登记{leader}{date}批示：{words}",
    audience="above",
)
INSTRUCT = Step(
    "instructions.instruct",
    "批示",
    frm=(REGISTERED,),
    to=None,
    sentence="{actor} 批示：{words}",
    audience="above",
)
EDIT = Step(
    "instructions.edit",
    "修改登记内容",
    frm=(REGISTERED,),
    to=None,
    sentence="{actor} 修改登记内容：{changed}",
    audience="desk",
)
TRANSCRIBE = Step(
    "instructions.transcribe",
    "转写手写批示",
    frm=(REGISTERED, PROPOSED, RUNNING, REVIEWING, ACCEPTED, REPORTED, CLOSED, FILED),
    to=None,
    sentence="{actor} 转写手写批示：{words}",
    asks=("transcript",),
    audience="above",
    tone="primary",
    hint="照手写原样录入，一字不改；认不准的字先问清再录。",
)
FILE = Step(
    "instructions.file",
    "存阅",
    frm=(REGISTERED,),
    to=FILED,
    sentence="{actor} 存阅（{meaning}，不立项）。{remark}",
    asks=("remark_optional",),
    audience="above",
    tone="primary",
    hint="批示只要求阅知、阅研的，登记后存阅，不交办、不催办。",
)
PROPOSE = Step(
    "instructions.propose",
    "拟办",
    frm=(REGISTERED,),
    to=PROPOSED,
    sentence="{actor} 提出拟办意见：{handling}。{opinion}",
    asks=("self_handled", "lead_optional", "co", "due_optional", "shown", "summary", "asked", "opinion"),
    audience="desk",
    tone="primary",
    hint="牵头单位只能有一家；也可以由督查局自办。审定后即交办。",
)
DECLINE = Step(
    "instructions.decline",
    "退回重拟",
    frm=(PROPOSED,),
    to=REGISTERED,
    sentence="{actor} 退回重新拟办：{reason}",
    asks=("reason",),
    audience="desk",
)
APPROVE = Step(
    "instructions.approve",
    "审定并交办",
    frm=(PROPOSED,),
    to=RUNNING,
    sentence="{actor} 审定并交办，{handling}，办理时限{due}",
    asks=("remark_optional",),
    tone="primary",
    hint="审定后承办单位即可看到，签收、反馈、办结的时限从现在起算；“意见”承办单位看不到。",
)
RESULT = result_steps("instructions", RUNNING, REVIEWING)
DRAFT_REPORT, REPORT, COUNTERSIGN_REPORT, RETURN = RESULT
SELF_REPORT = Step(
    "instructions.self_report",
    "提交自办结果",
    frm=(RUNNING,),
    to=REVIEWING,
    sentence="{actor} 提交自办结果：{text}",
    asks=("report", "files"),
    audience="above",
    tone="primary",
    hint="写明核查和办理的结果，由局领导或另一名督查员审核。",
)
SELF_RETURN = Step(
    "instructions.self_return",
    "退回重办",
    frm=(REVIEWING,),
    to=RUNNING,
    sentence="{actor} 退回自办结果：{reason}",
    asks=("reason",),
    audience="desk",
    tone="danger",
)
ACCEPT = Step(
    "instructions.accept",
    "审核通过，转呈报",
    frm=(REVIEWING,),
    to=ACCEPTED,
    sentence="{actor} 审核通过，转入呈报。{remark}",
    asks=("remark_optional",),
    tone="primary",
    hint="通过后据此起草《督查专报》，向批示领导反馈。",
)
CLOSE = Step(
    "instructions.close",
    "审核通过并办结",
    frm=(REVIEWING,),
    to=CLOSED,
    sentence="{actor} 审核通过，予以办结。{remark}",
    asks=("remark_optional",),
    tone="primary",
    hint="批示领导没有要求反馈的，审核通过即办结。",
    tells=True,
)
PRESENT = Step(
    "instructions.present",
    "呈报",
    frm=(ACCEPTED,),
    to=REPORTED,
    sentence="{report}已呈{leader}",
    audience="above",
)
NOTE = Step(
    "instructions.note",
    "圈阅",
    frm=(REPORTED,),
    to=CLOSED,
    sentence="{actor} 圈阅。{opinion}",
    asks=("leaders_opinion", "positive"),
    audience="above",
    tone="primary",
    hint="没有新的批示即办结；写有肯定意见的勾选“肯定性批示”。",
)
NOTE_FOR = Step(
    "instructions.note_for",
    "记录阅批结果",
    frm=(REPORTED,),
    to=CLOSED,
    sentence="{actor} 记录：{leader}已阅，没有新的批示。{opinion}",
    asks=("leaders_opinion", "positive", "files"),
    audience="above",
    hint="批示领导不在本系统里阅批的，纸质专报送阅后由督查局记录，可附批示扫描件。",
)
AGAIN = Step(
    "instructions.again",
    "新的批示",
    frm=ANSWERED,
    to=REGISTERED,
    sentence="{actor} 再次批示（第{round}轮）：{words}",
    audience="above",
    tone="danger",
    hint="在原批示件上开始新一轮办理，重新拟办、交办、计时。",
)
TURNING = turning_steps(
    "instructions", RUNNING, SUSPENDED, VOID, voidable=(REGISTERED, PROPOSED, RUNNING, SUSPENDED)
)
SUSPEND, RESUME, VOID_IT = TURNING

FLOW = Flow(STATES)
