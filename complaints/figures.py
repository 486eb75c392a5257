"""What the numbers of complaints mean (rooms §14.4), as conditions of the ledger: it shows the very complaints that were counted.

Registered and what became of it: of what was received in the period. 应办结, 按时, 逾期: of what came due in the period, carried over
or not. 结转: accepted before, and not ended when the period began. What was voided, and what is a part of another, counts
nowhere."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q, TextChoices

from bureau.matters.access.charged import within
from bureau.matters.access.rights import Charge
from bureau.matters.counting import readers
from bureau.matters.counting.figures import came_due, on_time
from bureau.matters.deadlines.lights import late_at
from bureau.org.models import Person
from bureau.org.posts import Function
from bureau.pages.period import Period
from complaints import states
from complaints.models import IdentityMode, Satisfaction
from complaints.models.kinds import SUBSTANTIATED

CONTENT = (Satisfaction.SATISFIED, Satisfaction.FAIRLY)


class Figure(TextChoices):
    """What is counted. In the ledger's address it asks for the very complaints that a figure counted."""

    REGISTERED = "registered", "登记"
    ACCEPTED = "accepted", "受理"
    REFUSED = "refused", "不予受理"
    ROUTED = "routed", "导入其他渠道"
    FILED = "filed", "存查"
    MERGED = "merged", "并案"
    WITHDRAWN = "withdrawn", "撤诉"
    SETTLED = "settled", "办结"
    CARRIED = "carried", "上期结转"
    DUE = "due", "应办结"
    ON_TIME = "on_time", "按时办结"
    OVERDUE = "overdue", "逾期"
    FOUND = "found", "已查核"
    SUBSTANTIATED = "substantiated", "属实"
    JUDGED = "judged", "有效评价"
    CONTENT = "content", "满意"
    UNLAWFUL = "unlawful", "诉求不合法"
    REPEATED = "repeated", "重复投诉"


SHARES = {  # label, part, whole, what the whole is
    "settled": ("办结率", Figure.SETTLED, Figure.ACCEPTED, "办结／受理"),
    "on_time": ("按时办结率", Figure.ON_TIME, Figure.DUE, "按时办结／应办结（含结转）"),
    "substantiated": ("属实率", Figure.SUBSTANTIATED, Figure.FOUND, "属实和部分属实／已查核"),
    "content": ("满意率", Figure.CONTENT, Figure.JUDGED, "满意和基本满意／有效评价"),
    "repeated": ("重复投诉率", Figure.REPEATED, Figure.REGISTERED, "90日内重复／登记"),
}


def conditions(period: Period, now: datetime) -> dict[str, Q]:
    """Each figure as a condition on complaints."""
    start, end = period.moments
    until = min(end, now)
    stands = ~Q(state=states.VOID) & Q(whole__isnull=True)
    came = stands & Q(received_at__range=(start, end))
    accepted = Q(accepted_at__isnull=False) & ~Q(state__in=[states.REFUSED, states.ROUTED])
    due = stands & Q(matter__due_at__gte=start) & came_due(until)
    judged = (
        came
        & ~Q(satisfaction__in=["", Satisfaction.NONE])
        & Q(unlawful_demand=False)
        & ~Q(identity_mode=IdentityMode.ANONYMOUS)
    )
    found = came & ~Q(finding="")
    open_then = Q(matter__closed_at__isnull=True) | Q(matter__closed_at__gte=start)
    return {
        Figure.REGISTERED: came,
        Figure.ACCEPTED: came & accepted,
        Figure.REFUSED: came & Q(state=states.REFUSED),
        Figure.ROUTED: came & Q(state=states.ROUTED),
        Figure.FILED: came & Q(state=states.FILED),
        Figure.MERGED: came & Q(merged_into__isnull=False),
        Figure.WITHDRAWN: came & Q(state=states.WITHDRAWN),
        Figure.SETTLED: came & Q(state=states.CLOSED),
        Figure.CARRIED: stands
        & accepted
        & Q(accepted_at__lt=start)
        & open_then
        & ~Q(state__in=[states.WITHDRAWN, states.MERGED]),
        Figure.DUE: due,
        Figure.ON_TIME: due & on_time(until),
        Figure.OVERDUE: due & late_at(until, "matter__"),
        Figure.FOUND: found,
        Figure.SUBSTANTIATED: found & Q(finding__in=SUBSTANTIATED),
        Figure.JUDGED: judged,
        Figure.CONTENT: judged & Q(satisfaction__in=CONTENT),
        Figure.UNLAWFUL: came & Q(unlawful_demand=True),
        Figure.REPEATED: came & Q(repeats=True),
    }


def about_units_of(found: Iterable[Charge]) -> Q:
    """Complaints about a unit in these charges; none where complaints are not among them."""
    return within(found, Function.COMPLAINTS, "respondent")


def sees_figures(person: Person) -> bool:
    return readers.sees_figures(person, Function.COMPLAINTS)
