"""绩效考核: schemes, periods, values, adjustments, results."""

from appraisal.models.adjustment import Adjustment
from appraisal.models.period import Appraised, Evidence, Period, Value
from appraisal.models.result import Deliberation, Meeting, Result
from appraisal.models.scheme import AdjustmentRule, Indicator, Member, Scheme

__all__ = [
    "Adjustment",
    "AdjustmentRule",
    "Appraised",
    "Deliberation",
    "Evidence",
    "Indicator",
    "Meeting",
    "Member",
    "Period",
    "Result",
    "Scheme",
    "Value",
]
