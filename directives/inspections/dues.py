"""What this room owes besides what every room does. 复核: 政府督查工作条例 第17条, applied for and decided within 30 日 each."""

from bureau.matters.deadlines.dues import READ_ABOVE, READ_BY_ITS_UNIT, Due
from bureau.org.limited import ANY, DAYS, WORKDAYS

APPROVE_PLAN = Due("approve_plan", "审批督查方案", measured_by="approve", read_by=READ_ABOVE, judged=True)
AMEND_PLAN = Due("amend_plan", "修改方案", measured_by="approve", read_by=READ_ABOVE)
VISIT = Due("visit_targets", "实地督查", sets_cover=True, read_by=READ_ABOVE)
JOIN_VISIT = Due("join_visit", "参加实地督查", read_by=READ_ABOVE, each=True)  # of each member of the team
CONCLUDE = Due("conclude", "作出督查结论", limits={ANY: (10, WORKDAYS)}, sets_cover=True, read_by=READ_ABOVE)
SIGN_CONCLUSION = Due("sign_conclusion", "签发督查结论", measured_by="approve", read_by=READ_ABOVE)
CLOSE_VISIT = Due("close_visit", "结束督查活动", read_by=READ_ABOVE)
APPLY_REVIEW = Due("apply_review", "申请复核", limits={ANY: (30, DAYS)})  # nobody owes it
DECIDE_USE = Due("decide_use", "审批结果运用建议", measured_by="approve", read_by=READ_ABOVE, judged=True)
CARRY_OUT_USE = Due("carry_out_use", "办理结果运用", read_by=READ_ABOVE)
DECIDE_REVIEW = Due(
    "decide_review", "复核决定", limits={ANY: (30, DAYS)}, read_by=READ_BY_ITS_UNIT, judged=True
)
