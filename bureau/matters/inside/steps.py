"""The steps of an inner task. Their lines say that something was done, never what: that stands on the task."""

from bureau.matters import asks
from bureau.matters.deadlines import dues
from bureau.matters.flow import Flow, Step
from bureau.matters.inside import rules
from bureau.matters.inside.states import OPEN, REPORTED, WITHDRAWN
from bureau.matters.parts.steps import BREAK_DOWN, HAND_ON
from bureau.matters.policy import every
from bureau.pages.asks import Colleague, Day, Text

REPORT = Step(
    "task.report",
    "报告办理情况",
    frm=(OPEN,),
    to=REPORTED,
    rule=every(rules.goes_on, rules.was_handed_it),
    sentence="{actor} 在单位内部报告任务办理情况",
    initial=lambda task: {"text": task.report},
    asks=(Text("text", "办理情况", "做了什么、到了哪一步、还差什么。", limit=2000, rows=6), asks.FILES),
    audience="unit",
    tone="primary",
    hint="报告只在本单位内部，督查局看不到；联络员据此反馈，您的附件可以直接用上。",
    tells=True,
    does=(dues.INSIDE,),
)
TAKE_BACK = Step(
    "task.take_back",
    "撤回报告",
    frm=(REPORTED,),
    to=OPEN,
    rule=every(rules.goes_on, rules.was_handed_it, rules.nothing_sent_since),
    sentence="{actor} 撤回单位内部的报告",
    audience="unit",
    hint="撤回后改好再报，原来写的和附件还在表单里。",
    takes_back=(REPORT,),
)
RETURN = Step(
    "task.return",
    "退回重报",
    frm=(REPORTED,),
    to=OPEN,
    rule=every(rules.goes_on, rules.of_its_unit, rules.of_another),
    sentence="{actor} 退回单位内部的报告",
    asks=(Text("remark", "退回意见", "写明还差什么。", limit=500),),
    audience="unit",
    tone="danger",
)
PASS_ON = Step(
    "task.pass_on",
    "改由他人办理",
    frm=(OPEN,),
    to=None,
    rule=every(rules.goes_on, rules.of_its_unit),
    sentence="{actor} 将单位内部的任务改由他人办理",
    initial=lambda task: {"due": task.due},
    asks=(Colleague("person", "改由谁办"), Day("due", "完成日期", "不晚于本单位的时限。")),
    audience="unit",
)
WITHDRAW = Step(
    "task.withdraw",
    "撤回任务",
    frm=(OPEN,),
    to=WITHDRAWN,
    rule=every(rules.goes_on, rules.of_its_unit),
    sentence="{actor} 撤回单位内部的任务",
    audience="unit",
    hint="还没有报告的任务可以撤回；撤回后不再是对方的待办，对方也不再看得到。",
    takes_back=(BREAK_DOWN, HAND_ON),
)

TASK = Flow("matters:task", (REPORT, TAKE_BACK, RETURN, PASS_ON, WITHDRAW))
