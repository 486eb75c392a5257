"""What is counted of clues and cases, as conditions of the ledger: it shows the very cases that were counted. Persons and measures are
counted apart (人数, 人次); nothing ranks anybody, nothing is a number to be reached."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet, TextChoices
from django.utils import timezone

from accountability import states
from accountability.models import Explanation, Sanction, Subject, Tolerance
from bureau.matters.access.charged import within
from bureau.matters.access.rights import Charge
from bureau.matters.models import Contest
from bureau.org.posts import Function
from bureau.pages.period import Period


class Figure(TextChoices):
    CLUES = "clues", "线索"
    DISMISSED = "dismissed", "予以了结"
    EXPLAINED = "explained", "谈话函询"
    CASES = "cases", "立案"
    CLEARED = "cleared", "不予问责"
    TRANSFERRED = "transferred", "转办"
    REFERRED = "referred", "移送"
    EXEMPTED = "exempted", "容错免予"
    UNITS = "units", "问责单位"
    PERSONS = "persons", "问责人数"
    MEASURES = "measures", "问责人次"
    PLEAS = "pleas", "申辩"
    HEARD = "heard", "申辩采纳"
    APPEALS = "appeals", "申诉"
    CHANGED = "changed", "申诉改变"
    RUNNING = "running", "影响期中"
    ENDING = "ending", "影响期届满"


LIGHTER = (Contest.State.CHANGED, Contest.State.REVOKED)
TAKEN = (Sanction.State.IN_FORCE, Sanction.State.HANDED_IN, Sanction.State.EXECUTED)


def conditions(period: Period, among: Q | None = None) -> dict[str, Q]:
    """Each figure as a condition on cases; those that count subjects, among these."""
    closed = Q(matter__closed_at__range=period.moments)
    return {
        Figure.CLUES: Q(received_on__range=(period.start, period.end)) & ~Q(state=states.VOID),
        Figure.DISMISSED: Q(received_on__range=(period.start, period.end), state=states.DISMISSED),
        Figure.CASES: Q(filed_at__range=period.moments),
        Figure.CLEARED: closed & Q(state=states.CLEARED),
        Figure.TRANSFERRED: closed & Q(state=states.TRANSFERRED),
        Figure.REFERRED: closed & Q(state=states.REFERRED),
        **{name: having(where & (among or Q())) for name, where in of_subjects(period).items()},
    }


def of_subjects(period: Period) -> dict[str, Q]:
    """Those of them that count subjects, as conditions on subjects."""
    decided = Q(decided_on__range=(period.start, period.end), state__in=states.IN_FORCE)
    today = timezone.localdate()
    return {
        Figure.EXPLAINED: Q(Exists(asked_to_explain(period))),
        Figure.EXEMPTED: Q(Exists(tolerated(period)), state=states.EXEMPTED),
        Figure.UNITS: decided & Q(position=None),
        Figure.PERSONS: decided & Q(position__isnull=False),
        Figure.MEASURES: decided & Q(position__isnull=False),
        Figure.PLEAS: said("notice", period),
        Figure.HEARD: said("notice", period, state__in=LIGHTER),
        Figure.APPEALS: said("decision", period),
        Figure.CHANGED: said("decision", period, state__in=LIGHTER),
        Figure.RUNNING: Q(effect_from__lte=today, effect_until__gte=today, state__in=states.IN_FORCE),
        Figure.ENDING: Q(effect_until__range=(period.start, period.end), state__in=states.IN_FORCE),
    }


def asked_to_explain(period: Period) -> QuerySet[Explanation]:
    return Explanation.objects.filter(subject=OuterRef("pk"), at__range=period.moments)


def tolerated(period: Period) -> QuerySet[Tolerance]:
    return Tolerance.objects.filter(subject=OuterRef("pk"), decided_at__range=period.moments)


def said(paper: str, period: Period, **more: object) -> Q:
    """Something was said against that paper in the period."""
    found = Contest.objects.filter(service=OuterRef(paper), at__range=period.moments, **more)
    return Q(Exists(found.exclude(state=Contest.State.WITHDRAWN)))


def having(where: Q) -> Q:
    return Q(Exists(Subject.objects.filter(where, case=OuterRef("pk"))))


def of_units_of(found: Iterable[Charge]) -> Q:
    """Subjects of a unit in these charges; none where accountability is not among them."""
    return within(found, Function.ACCOUNTABILITY, "unit")
