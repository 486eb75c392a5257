"""投诉: complaints about the units in a leader's charge, as far as the reader sees them; nobody who complained is told."""

from typing import Any

from django.db.models import Count, F, Q

from bureau.leading.cockpit.scope import Figure, Scope
from bureau.matters.filters import RUNNING, standing
from bureau.org.posts import Function
from complaints.figures import Figure as Counted
from complaints.figures import about_units_of, conditions
from complaints.models import Complaint

TOLD = (Counted.REGISTERED, Counted.SETTLED, Counted.OVERDUE, Counted.SUBSTANTIATED, Counted.REPEATED)
TONES = {Counted.OVERDUE: "red", Counted.REPEATED: "yellow"}


def about(scope: Scope) -> tuple[list[Figure], list[Figure]]:
    """Of the period and, in hand, of any time; and by unit what was registered, in the customary order. One statement."""
    where: dict[str, Q] = {RUNNING: standing(RUNNING, "matter__") & Q(whole__isnull=True)}
    asked = conditions(scope.period, scope.lights.now)
    where |= {str(name): asked[name] for name in TOLD}
    found = Complaint.objects.filter(scope.seen("matter"), about_units_of(scope.charges))
    counts = {name: Count("pk", filter=condition) for name, condition in where.items()}
    named = found.order_by("respondent__order", "respondent")
    rows = list(named.values("respondent", short=F("respondent__short")).annotate(**counts))
    if not rows:
        return [], []
    return whole(scope, rows), by_unit(scope, rows)


def whole(scope: Scope, rows: list[dict[str, Any]]) -> list[Figure]:
    counts = {name: sum(row[name] for row in rows) for name in (RUNNING, *TOLD)}
    under = {"under": scope.leader.pk}
    told = [
        scope.figure(
            name.label,
            counts[name],
            Function.COMPLAINTS,
            TONES.get(name, ""),
            **under,
            **scope.days,
            figure=str(name),
        )
        for name in TOLD
    ]
    return [scope.figure("在办", counts[RUNNING], Function.COMPLAINTS, **under, stands=RUNNING), *told]


def by_unit(scope: Scope, rows: list[dict[str, Any]]) -> list[Figure]:
    asks = {**scope.days, "figure": str(Counted.REGISTERED), "under": scope.leader.pk}
    return [
        scope.figure(row["short"], row[Counted.REGISTERED], Function.COMPLAINTS, accused=row["short"], **asks)
        for row in rows
        if row[Counted.REGISTERED]
    ]
