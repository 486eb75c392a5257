"""From receipt to the decision: accepted, refused, routed, filed, merged; and who must keep out."""

from bureau.matters import asks
from bureau.matters.deadlines.dues import APPROVE
from bureau.matters.flow import Step
from bureau.matters.policy import by_the_system, desk, director, every, who_took
from bureau.org.posts import Post
from complaints import asked, policy
from complaints.dues import ADDED, SCREEN, SUPPLEMENT, TELL
from complaints.models.kinds import Ground
from complaints.states import (
    ACCEPTED,
    ANSWERED,
    ANSWERING,
    CLOSED,
    DISSATISFIED,
    FILED,
    MERGED,
    OPEN,
    RECEIVED,
    REFUSED,
    REFUSING,
    REVIEWING,
    ROUTED,
    RUNNING,
    SUPPLEMENTING,
    UNDECIDED,
    WITHDRAWN,
)

REGISTER = Step(
    "complaints.register",
    "登记投诉",
    frm=(RECEIVED,),
    to=None,
    rule=desk,
    offered=False,
    sentence="{actor} 登记{channel}投诉，{mode}",
    audience="above",
    paper="投诉登记表",
)
RECEIVE = Step(
    "complaints.receive",
    "网上投诉",
    frm=(RECEIVED,),
    to=None,
    rule=by_the_system,
    offered=False,
    sentence="网上收到投诉，{mode}",
    audience="above",
)
ADD = Step(
    "complaints.add",
    "投诉人补充情况",
    frm=(RECEIVED, SUPPLEMENTING, REFUSING, ACCEPTED, RUNNING, REVIEWING),
    to=None,
    rule=by_the_system,
    offered=False,
    sentence="投诉人凭查询码补充了情况",
    audience="above",
    leads=(RECEIVED,),  # what was asked for is there
)
PASS_ON = Step(
    "complaints.pass_on",
    "转告补充情况",
    frm=(RUNNING, REVIEWING),
    to=None,
    rule=every(desk, policy.added_to),
    sentence="{actor} 转告投诉人补充的情况：{words}",
    asks=(asked.PASSED_ON,),
    tone="primary",
    hint="投诉人补充的内容在“反映的事实”末尾。承办单位看不到，需要它知道的，写在下面转告。",
    tells=True,
    does=(ADDED,),
)
NOTE_ADDED = Step(
    "complaints.note_added",
    "补充情况已看",
    frm=(RECEIVED, REFUSING, ACCEPTED, RUNNING, REVIEWING),
    to=None,
    rule=every(desk, policy.added_to),
    sentence="{actor} 已看投诉人补充的情况",
    audience="desk",
    does=(ADDED,),
)
EDIT = Step(
    "complaints.edit",
    "修改登记内容",
    frm=(RECEIVED, SUPPLEMENTING, ACCEPTED),
    to=None,
    rule=desk,
    offered=False,
    sentence="{actor} 修改登记内容：{changed}",
    audience="desk",
)
NAME_ANOTHER = Step(
    "complaints.name_another",
    "登记另一名代表",
    frm=OPEN,
    to=None,
    rule=every(desk, policy.may_name_another),
    offered=False,
    sentence="{actor} 登记了另一名代表",
    audience="desk",
)
ACCEPT = Step(
    "complaints.accept",
    "受理",
    frm=(RECEIVED,),
    to=None,
    leads=(ACCEPTED, RUNNING),  # given out next, or handled by the bureau itself at once
    rule=desk,
    sentence="{actor} 予以受理，{mode}（{urgency}）",
    asks=(asked.MODE, asked.CLASS),
    initial=lambda record: {"urgency": record.matter.urgency},
    audience="above",
    tone="primary",
    hint="受理后出具受理告知书；选转办、交办的，接着填写承办单位。",
    does=(SCREEN,),
    paper="受理告知书",
)
DEEM = Step(
    "complaints.deem",
    "视为受理",
    frm=UNDECIDED,
    to=ACCEPTED,
    rule=by_the_system,
    offered=False,
    sentence="受理审查期限已过，没有作出决定，视为受理",
    audience="above",
)
ASK_MORE = Step(
    "complaints.ask_more",
    "要求补正",
    frm=(RECEIVED,),
    to=SUPPLEMENTING,
    rule=every(desk, policy.once),
    sentence="{actor} 要求投诉人补正：{reason}",
    asks=(asked.WHAT_IS_MISSING,),
    audience="desk",
    hint="只能要求一次，给投诉人5个工作日；补正期间受理审查的时限停止计算。",
)
SUPPLIED = Step(
    "complaints.supplied",
    "登记补正内容",
    frm=(SUPPLEMENTING,),
    to=RECEIVED,
    rule=desk,
    sentence="{actor} 收到补正内容，继续审查",
    asks=(asked.SUPPLIED, asks.FILES),
    audience="desk",
    tone="primary",
    does=(SUPPLEMENT,),
)
GIVE_UP = Step(
    "complaints.give_up",
    "逾期未补正，继续审查",
    frm=(SUPPLEMENTING,),
    to=RECEIVED,
    rule=desk,
    sentence="{actor} 投诉人没有补正，继续审查",
    audience="desk",
    does=(SUPPLEMENT,),
)
PROPOSE_REFUSAL = Step(
    "complaints.propose_refusal",
    "拟不予受理或导入",
    frm=(RECEIVED,),
    to=REFUSING,
    rule=desk,
    sentence="{actor} 拟不予受理（{ground}）：{words}",
    asks=(asked.GROUND, asked.REFUSAL_WORDS, asked.ROUTE),
    initial=lambda record: {
        "ground": record.ground or Ground.NOT_OURS,
        "words": record.refusal_words,
        "route": record.route,
    },
    audience="desk",
    hint="由局领导审批。审批前受理审查的时限照常计算，过期没有决定的视为受理。",
)
TAKE_BACK_REFUSAL = Step(
    "complaints.take_back_refusal",
    "撤回",
    frm=(REFUSING,),
    to=RECEIVED,
    rule=every(desk, who_took(PROPOSE_REFUSAL)),
    sentence="{actor} 撤回不予受理的拟办意见",
    audience="desk",
    hint="还没有审批，可以撤回修改后再提出；受理审查的时限照常计算。",
    takes_back=(PROPOSE_REFUSAL,),
)
REFUSE = Step(
    "complaints.refuse",
    "同意不予受理",
    frm=(REFUSING,),
    to=None,
    leads=(REFUSED, ROUTED),
    rule=every(director, policy.four_eyes_refusal),
    batch=Post.DIRECTOR,
    sentence="{actor} 同意{decision}（{ground}），{number}。{remark}",
    asks=(asks.REMARK_IF_ANY,),
    audience="above",
    tone="primary",
    hint="同意后编号，出具不予受理告知书，写明理由和正确途径；须告知投诉人。",
    does=(APPROVE,),
    paper="不予受理告知书",
)
DECLINE_REFUSAL = Step(
    "complaints.decline_refusal",
    "退回重新审查",
    frm=(REFUSING,),
    to=RECEIVED,
    rule=director,
    batch=Post.DIRECTOR,
    sentence="{actor} 退回重新审查：{reason}",
    asks=(asks.REASON,),
    audience="desk",
)
FILE = Step(
    "complaints.file",
    "存查",
    frm=(RECEIVED,),
    to=FILED,
    rule=every(desk, policy.anonymous),
    sentence="{actor} 存查（匿名，没有可以核查的具体线索）：{reason}",
    asks=(asks.REASON,),
    audience="desk",
)
TAKE_BACK_FILE = Step(
    "complaints.take_back_file",
    "撤回存查",
    frm=(FILED,),
    to=RECEIVED,
    rule=every(desk, who_took(FILE)),
    sentence="{actor} 撤回存查，继续审查",
    audience="desk",
    hint="回到待受理审查，时限仍从收到之时起算。",
    takes_back=(FILE,),
)
MERGE = Step(
    "complaints.merge",
    "并案",
    frm=(RECEIVED, ACCEPTED),
    to=MERGED,
    rule=every(desk, policy.whole_only),
    sentence="{actor} 并入{into}一并办理",
    asks=(asked.INTO,),
    audience="above",
    hint="同一事项已有在办的投诉时使用：本件不再单独计时，跟随那一件办理；那一件有结论后，仍向本件的投诉人单独答复、回访。",
)
TELL_COMPLAINANT = Step(
    "complaints.tell",
    "登记已告知投诉人",
    frm=(
        ACCEPTED,
        RUNNING,
        REVIEWING,
        ANSWERING,
        ANSWERED,
        DISSATISFIED,
        CLOSED,
        REFUSED,
        ROUTED,
        MERGED,
        SUPPLEMENTING,
    ),
    to=None,
    rule=every(desk, policy.owed_a_word),
    sentence="{actor} 已告知投诉人（{way}）。{remark}",
    asks=(asked.WAY, asks.REMARK_IF_ANY),
    audience="desk",
    tone="primary",
    hint="把告知书念给投诉人听，或者送达、邮寄之后登记；时间以登记之时为准。",
    does=(TELL,),
)
RECUSE = Step(
    "complaints.recuse",
    "决定回避",
    frm=OPEN,
    to=None,
    rule=director,
    sentence="{actor} 决定：{decision}。理由：{reason}",
    asks=(asked.DECISION, asked.OFFICER, asks.REASON),
    audience="desk",
)
WITHDRAW = Step(
    "complaints.withdraw",
    "投诉人撤诉",
    frm=(RECEIVED, SUPPLEMENTING, ACCEPTED, RUNNING, REVIEWING, ANSWERING),
    to=WITHDRAWN,
    rule=every(desk, policy.whole_only),
    sentence="{actor} 投诉人撤回投诉：{reason}",
    asks=(asks.REASON,),
    tone="danger",
    hint="集体来访的须全体代表同意；撤诉后不再办理，已查实的问题可另立督查事项。",
    tells=True,
)
MARK_MALICIOUS = Step(
    "complaints.mark_malicious",
    "认定恶意投诉",
    frm=(ACCEPTED, RUNNING, REVIEWING, ANSWERING, ANSWERED, DISSATISFIED, CLOSED),
    to=None,
    rule=director,
    sentence="{actor} 认定为恶意投诉：{reason}",
    asks=(asks.REASON,),
    audience="above",
    tone="danger",
    hint="须写明证据。恶意投诉照常答复，不计入被投诉单位、承办单位的评分。",
)
SCREENING = (
    REGISTER,
    RECEIVE,
    ADD,
    PASS_ON,
    NOTE_ADDED,
    NAME_ANOTHER,
    EDIT,
    ACCEPT,
    ASK_MORE,
    SUPPLIED,
    GIVE_UP,
    PROPOSE_REFUSAL,
    REFUSE,
    DECLINE_REFUSAL,
    TAKE_BACK_REFUSAL,
    DEEM,
    TELL_COMPLAINANT,
    FILE,
    TAKE_BACK_FILE,
    MERGE,
)
BESIDE = (RECUSE, MARK_MALICIOUS, WITHDRAW)
