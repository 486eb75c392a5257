from bureau.org.models.admin_entry import AdminEntry, AuditEnd
from bureau.org.models.appointment import Appointment
from bureau.org.models.cadre import Cadre, Part, Position, Rank
from bureau.org.models.deputy import Deputy
from bureau.org.models.entered_limits import EnteredLimits
from bureau.org.models.limit import Limit, Urgency
from bureau.org.models.past_password import PastPassword
from bureau.org.models.person import Person, Posting
from bureau.org.models.portfolio import Portfolio
from bureau.org.models.post_rule import PostRule
from bureau.org.models.regulation import Regulation
from bureau.org.models.second_factor import RecoveryCode, SecondFactor
from bureau.org.models.session import Session
from bureau.org.models.unit import Unit
from bureau.org.models.workday import WorkdayException, WorkPeriod

__all__ = [
    "AdminEntry",
    "Appointment",
    "AuditEnd",
    "Cadre",
    "Deputy",
    "EnteredLimits",
    "Limit",
    "Part",
    "PastPassword",
    "Person",
    "Portfolio",
    "Position",
    "PostRule",
    "Posting",
    "Rank",
    "RecoveryCode",
    "Regulation",
    "SecondFactor",
    "Session",
    "Unit",
    "Urgency",
    "WorkPeriod",
    "WorkdayException",
]
