"""What is counted of suggestions, as conditions of the ledger: it shows the very suggestions that were counted. All of what was
sent in the period and is not void."""

from django.db.models import Q, TextChoices

from bureau.pages.period import Period
from directives.suggestions import states
from directives.suggestions.models import TAKEN_UP, Verdict


class Figure(TextChoices):
    SENT = "sent", "发出"
    ANSWERED = "answered", "已答复"
    ADOPTED = "adopted", "采纳"
    PARTLY = "partly", "部分采纳"
    DECLINED = "declined", "不采纳"
    OPEN = "open", "未答复"
    DECIDED = "decided", "纳入决策"


def conditions(period: Period) -> dict[str, Q]:
    """Each figure as a condition on suggestions."""
    sent = Q(matter__opened_at__range=period.moments) & ~Q(state=states.VOID)
    return {
        Figure.SENT: sent,
        Figure.ANSWERED: sent & ~Q(verdict=""),
        Figure.ADOPTED: sent & Q(verdict=Verdict.ADOPTED),
        Figure.PARTLY: sent & Q(verdict=Verdict.PARTLY),
        Figure.DECLINED: sent & Q(verdict=Verdict.DECLINED),
        Figure.OPEN: sent & Q(verdict=""),
        Figure.DECIDED: sent & Q(state=states.ADOPTED, verdict__in=TAKEN_UP),
    }
