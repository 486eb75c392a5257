"""What this room owes, with the field's defaults (facts §4.3, rooms §15.4). Windows (`ask_…`) are owed by nobody: they say until
when a paper may be contested, by the legal basis that was chosen with the decision."""

from bureau.matters.deadlines.dues import READ_ABOVE, Due
from bureau.org.limited import ANY, DAYS, MONTHS, WORKDAYS

DISPOSE = Due("dispose_clue", "处置线索", limits={ANY: (15, DAYS)}, read_by=READ_ABOVE)
EXPLAIN = Due("await_explanation", "谈话函询", limits={ANY: (30, DAYS)}, sets_cover=True, read_by=READ_ABOVE)
CHECK = Due(
    "check_clue", "初核", limits={ANY: (15, WORKDAYS)}, sets_cover=True, read_by=READ_ABOVE, each=True
)
JUDGE_CHECK = Due("judge_check", "审核初核报告", limits={ANY: (3, WORKDAYS)}, read_by=READ_ABOVE, judged=True)
PROPOSE_FILING = Due("propose_filing", "提请立案", limits={ANY: (3, WORKDAYS)}, read_by=READ_ABOVE)
APPROVE_FILING = Due(
    "approve_filing", "审批立案", limits={ANY: (3, WORKDAYS)}, read_by=READ_ABOVE, judged=True
)
INVESTIGATE = Due(
    "investigate", "调查", limits={ANY: (30, DAYS)}, sets_cover=True, read_by=READ_ABOVE, each=True
)
JUDGE_REPORT = Due(
    "judge_report", "审定调查报告", limits={ANY: (3, WORKDAYS)}, read_by=READ_ABOVE, judged=True
)
NOTIFY = Due("notify_subjects", "告知问责对象", limits={ANY: (10, WORKDAYS)}, read_by=READ_ABOVE)
DELIBERATE = Due("deliberate", "听取申辩，集体研究", limits={ANY: (10, WORKDAYS)}, read_by=READ_ABOVE)
DECIDE = Due("decide_case", "作出问责决定", limits={ANY: (15, DAYS)}, sets_cover=True, read_by=READ_ABOVE)
AWAIT_ORGAN = Due("await_organ", "催问有权机关的决定", limits={ANY: (30, DAYS)}, read_by=READ_ABOVE)
EXECUTE = Due("execute_decision", "执行问责决定", limits={ANY: (15, DAYS)}, read_by=READ_ABOVE)
SET_ANEW = Due("set_anew", "按申诉结果重新登记问责方式", limits={ANY: (5, WORKDAYS)}, read_by=READ_ABOVE)
LIFT = Due("lift_effect", "影响期满解除", read_by=READ_ABOVE)
WEIGH = Due("weigh_tolerance", "认定容错申请", limits={ANY: (10, WORKDAYS)}, read_by=READ_ABOVE, judged=True)

ASK_EXPLANATION = Due("ask_explanation", "函询说明", limits={ANY: (15, WORKDAYS)})
PLEAD = Due("ask_plea", "陈述申辩", limits={ANY: (5, WORKDAYS)})
ANSWER_PLEA = Due("answer_plea", "答复申辩", limits={ANY: (5, WORKDAYS)}, read_by=READ_ABOVE, judged=True)
ASK_LOCAL = Due("ask_local", "申请复核（地方行政问责）", limits={ANY: (15, WORKDAYS)})
ANSWER_LOCAL = Due(
    "answer_local", "复核决定（地方行政问责）", limits={ANY: (30, DAYS)}, read_by=READ_ABOVE, judged=True
)
ASK_LEADING = Due("ask_leading", "申诉（党政领导干部问责）", limits={ANY: (15, DAYS)})
ANSWER_LEADING = Due(
    "answer_leading",
    "申诉处理（党政领导干部问责）",
    limits={ANY: (30, DAYS)},
    read_by=READ_ABOVE,
    judged=True,
)
ASK_PARTY = Due("ask_party", "申诉（党的问责）", limits={ANY: (1, MONTHS)})
ANSWER_PARTY = Due(
    "answer_party", "申诉处理（党的问责）", limits={ANY: (1, MONTHS)}, read_by=READ_ABOVE, judged=True
)
ASK_SUPERVISION = Due("ask_supervision", "申请复审（监察）", limits={ANY: (1, MONTHS)})
ANSWER_SUPERVISION = Due(
    "answer_supervision", "复审决定（监察）", limits={ANY: (1, MONTHS)}, read_by=READ_ABOVE, judged=True
)
ASK_SERVANT = Due("ask_servant", "申请复核（公务员）", limits={ANY: (30, DAYS)})
ANSWER_SERVANT = Due(
    "answer_servant", "复核决定（公务员）", limits={ANY: (30, DAYS)}, read_by=READ_ABOVE, judged=True
)
APPEAL_SERVANT = Due("appeal_servant", "申诉（公务员）", limits={ANY: (30, DAYS)})
ANSWER_APPEAL = Due(
    "answer_appeal", "申诉处理（公务员）", limits={ANY: (60, DAYS)}, read_by=READ_ABOVE, judged=True
)
WINDOWS = (
    ASK_EXPLANATION,
    PLEAD,
    ASK_LOCAL,
    ASK_LEADING,
    ASK_PARTY,
    ASK_SUPERVISION,
    ASK_SERVANT,
    APPEAL_SERVANT,
)
ANSWERS = (
    ANSWER_PLEA,
    ANSWER_LOCAL,
    ANSWER_LEADING,
    ANSWER_PARTY,
    ANSWER_SUPERVISION,
    ANSWER_SERVANT,
    ANSWER_APPEAL,
)
