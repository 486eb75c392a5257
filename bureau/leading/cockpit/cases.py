"""问责: cases about the units in a leader's charge, as far as the reader reads them; nobody is named."""

from django.db.models import Count

from accountability.figures import Figure as Counted
from accountability.figures import conditions, having, of_units_of
from accountability.models import Case
from bureau.leading.cockpit.scope import Figure, Scope
from bureau.matters.filters import RUNNING, standing
from bureau.org.posts import Function

TOLD = {
    Counted.CASES: "立案",
    Counted.CLEARED: "不予问责",
    Counted.RUNNING: "影响期中",
}


def cases(scope: Scope) -> list[Figure]:
    """In hand now, and of the period. One statement; empty where nothing is read."""
    among = of_units_of(scope.charges)
    found = Case.objects.filter(scope.seen("matter"), having(among)).order_by()
    where = conditions(scope.period, among)
    counts = {str(name): Count("pk", filter=where[name]) for name in TOLD}
    counted = found.aggregate(
        all=Count("pk"), open=Count("pk", filter=standing(RUNNING, "matter__")), **counts
    )
    if not counted["all"]:
        return []
    charge = {"charge": scope.leader.pk}
    told = [
        scope.figure(label, counted[name], Function.ACCOUNTABILITY, **charge, **scope.days, figure=str(name))
        for name, label in TOLD.items()
    ]
    return [scope.figure("在办", counted["open"], Function.ACCOUNTABILITY, **charge, stands=RUNNING), *told]
