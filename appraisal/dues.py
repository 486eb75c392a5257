"""What this room owes, with the field's defaults (facts §5.3). `ASK_OBJECTION` is owed by nobody: until then a result may be objected to."""

from bureau.matters.deadlines.dues import READ_ABOVE, READ_BY_ITS_UNIT, Due
from bureau.org.limited import ANY, DAYS, WORKDAYS

OPEN_PERIOD = Due("open_period", "启动考核采集", limits={ANY: (10, WORKDAYS)}, read_by=READ_ABOVE)
SELF_REPORT = Due(
    "self_report",
    "报送自评",
    limits={ANY: (10, WORKDAYS)},
    read_by=READ_BY_ITS_UNIT,
    undone="尚未报送考核自评",
    counts=True,
)
SUPPLY = Due(
    "supply_values",
    "提供考核数据",
    limits={ANY: (10, WORKDAYS)},
    read_by=READ_BY_ITS_UNIT,
    undone="尚未提供考核数据",
    counts=True,
)
SCORE = Due("score_period", "评分汇总", limits={ANY: (10, WORKDAYS)}, sets_cover=True, read_by=READ_ABOVE)
APPROVE_ADJUSTMENT = Due(
    "approve_adjustment", "审批加减分", limits={ANY: (3, WORKDAYS)}, read_by=READ_ABOVE, judged=True
)
ANSWER_ADJUSTMENT = Due(
    "answer_adjustment", "答复加减分异议", limits={ANY: (15, DAYS)}, read_by=READ_ABOVE, judged=True
)
DELIBERATE_RESULT = Due(
    "deliberate_result", "集体研究考核结果", limits={ANY: (10, WORKDAYS)}, read_by=READ_ABOVE
)
CLOSE_PUBLICITY = Due("close_publicity", "公示期满提请审定", read_by=READ_ABOVE)
RESCORE = Due("rescore", "按异议决定重新评分", limits={ANY: (5, WORKDAYS)}, read_by=READ_ABOVE)
APPROVE_RESULT = Due(
    "approve_result", "审定考核结果", limits={ANY: (5, WORKDAYS)}, read_by=READ_ABOVE, judged=True
)
ASK_OBJECTION = Due("ask_objection", "对考核结果提出异议", limits={ANY: (10, DAYS)})
ANSWER_OBJECTION = Due(
    "answer_result", "答复考核结果异议", limits={ANY: (15, DAYS)}, read_by=READ_ABOVE, judged=True
)
