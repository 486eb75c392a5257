from complaints.models.cause import Cause
from complaints.models.complaint import Complaint
from complaints.models.coordination import AgreedItem, Coordination
from complaints.models.hearing import Hearing
from complaints.models.kinds import (
    AnswerWay,
    Channel,
    Complainant,
    Finding,
    Ground,
    IdentityMode,
    Mode,
    Satisfaction,
)
from complaints.models.reception import Reception
from complaints.models.use import PublicUse
from complaints.models.visit import Question, Visit

__all__ = [
    "AgreedItem",
    "AnswerWay",
    "Cause",
    "Channel",
    "Complainant",
    "Complaint",
    "Coordination",
    "Finding",
    "Ground",
    "Hearing",
    "IdentityMode",
    "Mode",
    "PublicUse",
    "Question",
    "Reception",
    "Satisfaction",
    "Visit",
]
