"""All units at a glance: matters and papers of each, counted at once for all."""

from django.db.models import Count, Q

from bureau.matters.access.visibility import seen_by
from bureau.matters.models import Assignment
from bureau.notices.ladder import PAPERS
from bureau.org.served import unserved
from bureau.urging.models import Urging
from bureau.urging.records import readable_units


def standing(person, since, lights) -> list[dict]:
    """`{unit, unserved, total, late, slip, letter, red}` of every active unit, in the customary order; four queries."""
    seen = seen_by(person, to="matter")
    parts = Assignment.objects.filter(seen, opened_at__isnull=False)
    late = Count("pk", filter=lights.condition("red", "matter__"))
    matters = by_unit(parts.values("unit").annotate(total=Count("pk"), late=late), "unit")
    papers = Urging.objects.visible_to(person).standing().filter(issued_at__gte=since)
    kinds = {kind: Count("pk", filter=Q(kind=kind)) for kind in PAPERS}
    issued = by_unit(papers.values("assignment__unit").annotate(**kinds), "assignment__unit")
    units = list(readable_units(person).filter(active=True))
    alone = unserved(units)
    none = dict.fromkeys(("total", "late", *PAPERS), 0)
    return [
        {"unit": unit, "unserved": unit in alone} | none | matters.get(unit.pk, {}) | issued.get(unit.pk, {})
        for unit in units
    ]


def by_unit(rows, key: str) -> dict[int, dict]:
    return {row[key]: {name: row[name] for name in row if name != key} for row in rows.order_by()}
