"""The complainant is answered, called back, and content, or it is done once more."""

from bureau.matters import asks
from bureau.matters.flow import Step
from bureau.matters.policy import by_the_system, desk, director, every
from complaints import asked, policy
from complaints.dues import ANSWER as ANSWERING_IT
from complaints.dues import CALL_BACK as CALLING_BACK
from complaints.dues import JUDGE
from complaints.states import ANSWERED, ANSWERING, CLOSED, DISSATISFIED, RUNNING
from complaints.wording import first_answer

ANSWER = Step(
    "complaints.answer",
    "答复投诉人",
    frm=(ANSWERING,),
    to=ANSWERED,
    rule=every(desk, policy.whole_only, policy.parts_are_done, policy.answers),
    sentence="{actor} 已答复投诉人（{way}），{number}",
    asks=(asked.ANSWER, asked.ANSWER_WAY),
    initial=lambda record: {"text": record.answer or first_answer(record)},
    audience="above",
    tone="primary",
    hint="编号并出具答复书；电话答复的念给投诉人听。答复后由经办以外的人回访。",
    does=(ANSWERING_IT,),
    paper="答复书",
)
CLOSE = Step(
    "complaints.close",
    "办结（无须答复）",
    frm=(ANSWERING,),
    to=CLOSED,
    rule=every(desk, policy.whole_only, policy.parts_are_done, policy.answers_nobody),
    sentence="{actor} 予以办结（{why}）",
    tone="primary",
    does=(ANSWERING_IT,),
)
CALL_BACK = Step(
    "complaints.call_back",
    "登记回访",
    frm=(ANSWERED,),
    to=None,
    leads=(CLOSED, DISSATISFIED),
    rule=every(desk, policy.did_not_handle),
    sentence="{actor} 回访：{satisfaction}",
    asks=(asked.CONTACTED, asked.SOLVED, asked.SATISFACTION, asked.WHY),
    audience="above",
    tone="primary",
    hint="由没有经办、没有答复过本件的人回访；看不到投诉人电话的，请局领导授权查看。不满意的，由局领导甄别：重办一次，或者解释说明后办结。",
    does=(CALLING_BACK,),
    paper="回访记录",
)
SAY = Step(
    "complaints.say",
    "投诉人评价",
    frm=(ANSWERED,),
    to=None,
    rule=by_the_system,
    offered=False,
    sentence="投诉人凭查询码评价：{satisfaction}",
    audience="above",
    leads=(CLOSED, DISSATISFIED),
)
REDO = Step(
    "complaints.redo",
    "重办",
    frm=(DISSATISFIED,),
    to=RUNNING,
    rule=every(director, policy.handled_here, policy.not_redone),
    sentence="{actor} 因投诉人不满意退回重办：{reason}，新的时限{until}",
    asks=(asks.REASON, asks.UNTIL),
    tone="primary",
    tells=True,
    does=(JUDGE,),
)
EXPLAIN = Step(
    "complaints.explain",
    "解释说明后办结",
    frm=(DISSATISFIED,),
    to=CLOSED,
    rule=director,
    sentence="{actor} 甄别后予以办结：{reason}",
    asks=(asks.REASON, asked.UNLAWFUL),
    audience="above",
    does=(JUDGE,),
)
REOPEN = Step(
    "complaints.reopen",
    "重新办理",
    frm=(CLOSED,),
    to=RUNNING,
    rule=every(director, policy.whole_only, policy.handled_here),
    sentence="{actor} 重新办理（出现新的事实）：{reason}，新的时限{until}",
    asks=(asks.REASON, asks.UNTIL),
    tone="danger",
    tells=True,
)
ANSWERS = (ANSWER, CLOSE, CALL_BACK, SAY, REDO, EXPLAIN, REOPEN)
