from accountability.models.case import Case
from accountability.models.clearance import Asked, Clearance
from accountability.models.explanation import Explanation
from accountability.models.inquiry import Avoidance, Evidence, Interest, Interview
from accountability.models.kinds import (
    CONDITIONS,
    Carrying,
    Fault,
    Ground,
    Opinion,
    Organ,
    Responsibility,
    Source,
    Way,
)
from accountability.models.measure import Measure
from accountability.models.meeting import Meeting
from accountability.models.paper import Paper
from accountability.models.proposal import Answered, ClueRule
from accountability.models.subject import Sanction, Subject, Tolerance

__all__ = [
    "CONDITIONS",
    "Answered",
    "Asked",
    "Avoidance",
    "Carrying",
    "Case",
    "Clearance",
    "ClueRule",
    "Evidence",
    "Explanation",
    "Fault",
    "Ground",
    "Interest",
    "Interview",
    "Measure",
    "Meeting",
    "Opinion",
    "Organ",
    "Paper",
    "Responsibility",
    "Sanction",
    "Source",
    "Subject",
    "Tolerance",
    "Way",
]
