"""What is owed of the cadres of a period."""

from bureau.matters.deadlines.dues import READ_ABOVE, Due
from bureau.org.limited import ANY, WORKDAYS

APPROVE_GRADES = Due(
    "approve_grades", "审定干部等次", limits={ANY: (5, WORKDAYS)}, read_by=READ_ABOVE, judged=True
)
APPROVE_USES = Due(
    "approve_uses", "审批结果运用建议", limits={ANY: (3, WORKDAYS)}, read_by=READ_ABOVE, judged=True
)
