from bureau.org.models.limit import Limit, LimitStep, Urgency
from bureau.org.models.person import Person, Posting
from bureau.org.models.portfolio import Portfolio
from bureau.org.models.unit import Unit
from bureau.org.models.workday import WorkdayException, WorkPeriod

__all__ = [
    "Limit",
    "LimitStep",
    "Person",
    "Portfolio",
    "Posting",
    "Unit",
    "Urgency",
    "WorkPeriod",
    "WorkdayException",
]
