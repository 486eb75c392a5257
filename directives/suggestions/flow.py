"""The life of a suggestion: written, approved, sent, answered, taken up by a paper or not."""

from typing import Any

from bureau.matters import asks
from bureau.matters.deadlines import dues
from bureau.matters.flow import Flow, Step
from bureau.matters.parts.turning import turning_steps
from bureau.matters.policy import desk, director, every, lines_of_matter, who_took
from bureau.matters.saying import Said, says
from bureau.org.posts import Post
from directives.policy import four_eyes_approval, voids
from directives.suggestions import asked, policy
from directives.suggestions.dues import FOLLOW_UP, NOTE_DOWN, RESPOND, TAKE_UP
from directives.suggestions.models import Verdict
from directives.suggestions.states import (
    ADOPTED,
    ANSWERED,
    CLOSED,
    DRAFT,
    PROPOSED,
    SENT,
    STATES,
    SUSPENDED,
    VOID,
)


def answered_before(record: Any) -> dict:
    """What was answered and taken back, and not answered again."""
    steps = [one.key for one in (ANSWER, NOTE_ANSWER, TAKE_BACK_ANSWER)]
    lines = list(lines_of_matter(record).filter(step__in=steps).order_by("-pk")[:2])
    if not lines or lines[0].step != TAKE_BACK_ANSWER.key:
        return {}
    said, labels = lines[1].facts, dict(zip(Verdict.labels, Verdict.values, strict=True))
    return {"text": said["text"], "verdict": labels[said["verdict"]]}


REGISTER = Step(
    "suggestions.register",
    "登记",
    frm=(DRAFT,),
    to=None,
    rule=desk,
    offered=False,
    sentence="{actor} 登记督查建议，提给{addressee}",
    audience="desk",
)
EDIT = Step(
    "suggestions.edit",
    "修改",
    frm=(DRAFT,),
    to=None,
    rule=desk,
    offered=False,
    sentence="{actor} 修改督查建议：{changed}",
    audience="desk",
)
PROPOSE = Step(
    "suggestions.propose",
    "提请审定",
    frm=(DRAFT,),
    to=PROPOSED,
    rule=desk,
    batch=Post.OFFICER,
    sentence="{actor} 提请审定",
    audience="desk",
    tone="primary",
)
TAKE_BACK = Step(
    "suggestions.take_back",
    "撤回",
    frm=(PROPOSED,),
    to=DRAFT,
    rule=every(desk, who_took(PROPOSE)),
    sentence="{actor} 撤回提请审定",
    audience="desk",
    hint="还没有审定，可以撤回修改后再提请。",
    takes_back=(PROPOSE,),
)
DECLINE = Step(
    "suggestions.decline",
    "退回修改",
    frm=(PROPOSED,),
    to=DRAFT,
    rule=director,
    sentence="{actor} 退回修改：{reason}",
    asks=(asks.REASON,),
    audience="desk",
)
APPROVE = Step(
    "suggestions.approve",
    "审定并发出",
    frm=(PROPOSED,),
    to=SENT,
    rule=every(director, four_eyes_approval),
    batch=Post.DIRECTOR,
    sentence="{actor} 审定，{number}发给{addressee}。{remark}",
    asks=(asks.REMARK_IF_ANY,),
    tone="primary",
    hint="审定即编号发出，收文单位、领导随即看到，答复时限从现在起算。",
    does=(dues.APPROVE,),
    paper="督查建议书",
)
ANSWER = Step(
    "suggestions.answer",
    "答复建议",
    frm=(SENT,),
    to=ANSWERED,
    rule=policy.answers,
    sentence="{actor} 答复：{verdict}。{text}",
    initial=answered_before,
    asks=(asked.VERDICT, asked.ANSWER, asks.FILES),
    tone="primary",
    hint="写明采纳、部分采纳还是不采纳，以及理由。不采纳也要说明为什么。",
    does=(RESPOND, TAKE_UP),
)
NOTE_ANSWER = Step(
    "suggestions.note_answer",
    "登记答复",
    frm=(SENT,),
    to=ANSWERED,
    rule=every(desk, policy.not_to_a_unit),
    sentence="{actor} 登记答复：{verdict}。{text}",
    initial=answered_before,
    asks=(asked.VERDICT, asked.ANSWER, asks.FILES),
    hint="领导口头、纸上的答复，会议研究的结果，照原话登记，写明是哪一天、哪次会议。",
    does=(NOTE_DOWN,),
)
RETURN = Step(
    "suggestions.return",
    "退回重新答复",
    frm=(ANSWERED,),
    to=SENT,
    rule=every(desk, policy.to_a_unit),
    sentence="{actor} 退回，请重新答复：{reason}",
    asks=(asks.REASON,),
    tone="danger",
    hint="没有写明理由、没有正面回答的才退回；不采纳但说明了理由的，不退。原时限不变。",
)
TAKE_BACK_ANSWER = Step(
    "suggestions.take_back_answer",
    "撤回答复",
    frm=(ANSWERED,),
    to=SENT,
    rule=says(who_took(ANSWER, NOTE_ANSWER), Said("答复、登记答复的本人")),
    sentence="{actor} 撤回答复",
    hint="督查局还没有办结，可以撤回修改后再答复，原时限不变；动态里的记录保留。",
    takes_back=(ANSWER, NOTE_ANSWER),
)
ADOPT = Step(
    "suggestions.adopt",
    "登记采纳文件",
    frm=(ANSWERED, CLOSED),
    to=ADOPTED,
    rule=every(desk, policy.taken_up),
    sentence="{actor} 登记：建议已纳入{paper}",
    asks=(asked.PAPER_TITLE, asked.PAPER_NUMBER, asked.PAPER_DATE, asks.FILES),
    tone="primary",
    hint="建议写进了哪份文件、方案或者会议纪要。登记后办结。",
    does=(FOLLOW_UP,),
    tells=True,
)
CLOSE = Step(
    "suggestions.close",
    "办结",
    frm=(ANSWERED,),
    to=CLOSED,
    rule=desk,
    sentence="{actor} 办结：{remark}",
    asks=(asked.REMARK,),
    hint="没有采纳的，或者采纳了不另行文的。以后形成文件的，还可以登记采纳文件。",
    does=(FOLLOW_UP,),
    tells=True,
)
TURNING = turning_steps(
    "suggestions", SENT, SUSPENDED, VOID, voidable=(DRAFT, PROPOSED, SENT, SUSPENDED), voids=voids
)
SUSPEND, RESUME, VOID_IT = TURNING

FLOW = Flow(
    "suggestions:step",
    (
        REGISTER,
        EDIT,
        PROPOSE,
        APPROVE,
        DECLINE,
        TAKE_BACK,
        ANSWER,
        NOTE_ANSWER,
        TAKE_BACK_ANSWER,
        ADOPT,
        CLOSE,
        RETURN,
        SUSPEND,
        RESUME,
        VOID_IT,
    ),
    STATES,
)
