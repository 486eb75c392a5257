"""What an indicator takes from the ledgers: how a unit did as the lead of matters that came due in the period (facts §10). Nobody types it,
and it is counted anew as long as values are open."""

from collections import defaultdict
from datetime import date, datetime, time

from django.db.models import Count, F, Q
from django.utils import timezone

from appraisal.models import Appraised, Indicator, Period, Value
from bureau.matters.models import Assignment, Phase
from bureau.org.worktime import ZONE

COUNTED = (Phase.RUNNING, Phase.CLOSED)


def take_from_ledgers(period: Period) -> int:
    """Writes the values of every indicator that a ledger supplies, and how many matters each unit led; how many values."""
    counts, now, values = on_time(period.begins_on, period.ends_on), timezone.now(), []
    indicators = Indicator.objects.filter(
        scheme__in=period.schemes.all(), supplier=Indicator.Supplier.LEDGER, rule__isnull=False
    )
    by_scheme: dict[int, list[Indicator]] = defaultdict(list)
    for indicator in indicators:
        by_scheme[indicator.scheme_id].append(indicator)
    parts = list(period.appraised.select_related("assignment"))
    for one in parts:
        unit = one.assignment.unit_id
        one.tasks, kept = counts.get(unit, (0, 0))
        values += [
            value_of(one, indicator, kept, now)
            for indicator in by_scheme[one.scheme_id]
            if indicator.unit_id in (None, unit)
        ]
    Appraised.objects.bulk_update(parts, ["tasks"])
    Value.objects.bulk_create(
        values,
        update_conflicts=True,
        unique_fields=["appraised", "indicator"],
        update_fields=["status", "data", "words", "at"],
    )
    return len(values)


def value_of(one: Appraised, indicator: Indicator, kept: int, now: datetime) -> Value:
    """`kept`: how many of its tasks were finished by their date."""
    due = one.tasks
    return Value(
        appraised=one,
        indicator=indicator,
        status=Value.Status.GIVEN if due else Value.Status.NOT_APPLICABLE,
        data={"value": str(kept), "target": str(due)} if due else {},
        words=f"到期{due}件，按期办结{kept}件" if due else "考核期内没有到期的牵头事项",
        at=now,
    )


def on_time(since: date, until: date) -> dict[int, tuple[int, int]]:
    """unit → (matters that it led and that came due, those of them finished by their date). What is not due yet counts nowhere."""
    begin, end = (
        datetime.combine(day, clock, tzinfo=ZONE) for day, clock in ((since, time.min), (until, time.max))
    )
    led = Assignment.objects.filter(
        role=Assignment.Role.LEAD,
        matter__phase__in=COUNTED,
        matter__due_at__gte=begin,
        matter__due_at__lte=min(end, timezone.now()),
    )
    kept = Q(matter__finished_at__lte=F("matter__due_at"))
    rows = led.order_by().values("unit").annotate(due=Count("pk"), kept=Count("pk", filter=kept))
    return {row["unit"]: (row["due"], row["kept"]) for row in rows}
