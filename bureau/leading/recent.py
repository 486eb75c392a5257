"""The units that a leader names most often of late: offered before anything is typed."""

from collections import Counter

from bureau.leading.written import written_by
from bureau.org.models import Unit
from instructions.models import Instruction

LATE, OFFERED = 30, 6  # instructions looked at, units offered


def units_named(leader) -> list[str]:
    """Short names, the most frequent first. Four queries."""
    latest = list(written_by(leader).order_by("-pk").values_list("pk", flat=True)[:LATE])
    named = Counter(leads_and_others(latest))
    shorts = dict(Unit.objects.filter(pk__in=named, active=True).values_list("pk", "short"))
    return [shorts[key] for key, _times in named.most_common(OFFERED) if key in shorts]


def leads_and_others(keys):
    rows = Instruction.objects.filter(pk__in=keys)
    yield from rows.filter(lead_unit__isnull=False).values_list("lead_unit", flat=True)
    yield from rows.filter(co_units__isnull=False).values_list("co_units", flat=True)
