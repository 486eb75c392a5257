"""What an indicator takes from the ledgers: how a unit did as the lead of matters that came due in the period (facts §10). Nobody types it,
and it is counted anew as long as values are open."""

from datetime import date, datetime, time

from django.db.models import Count, F, Q
from django.utils import timezone

from appraisal.models import Indicator, Period, Value
from bureau.matters.models import Assignment, Phase
from bureau.org.worktime import ZONE

COUNTED = (Phase.RUNNING, Phase.CLOSED)


def take_from_ledgers(period: Period) -> int:
    """Writes the values of every indicator that a ledger supplies; how many."""
    indicators = list(
        Indicator.objects.filter(
            scheme__in=period.schemes.all(), supplier=Indicator.Supplier.LEDGER, rule__isnull=False
        )
    )
    if not indicators:
        return 0
    counts, now, values = on_time(period.begins_on, period.ends_on), timezone.now(), []
    for one in period.appraised.select_related("assignment"):
        for indicator in indicators:
            if indicator.scheme_id != one.scheme_id or indicator.unit_id not in (
                None,
                one.assignment.unit_id,
            ):
                continue
            due, kept = counts.get(one.assignment.unit_id, (0, 0))
            values.append(
                Value(
                    appraised=one,
                    indicator=indicator,
                    status=Value.Status.GIVEN if due else Value.Status.NOT_APPLICABLE,
                    data={"done": str(kept), "target": str(due)} if due else {},
                    words=f"到期{due}件，按期办结{kept}件" if due else "考核期内没有到期的牵头事项",
                    at=now,
                )
            )
    Value.objects.bulk_create(
        values,
        update_conflicts=True,
        unique_fields=["appraised", "indicator"],
        update_fields=["status", "data", "words", "at"],
    )
    return len(values)


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
