"""A unit's year, month by month."""

from collections import Counter
from datetime import date, datetime, time

from django.db.models import Count, Q
from django.db.models.functions import TruncMonth
from django.utils import timezone

from bureau.matters.models import Reply
from bureau.matters.parts.steps import ACCEPTED, RETURNED
from bureau.notices.ladder import PAPERS
from bureau.urging.records import papers_of, parts_of, replies_of

MONTHS = 12


def first_month(today: date) -> datetime:
    """Where the year of the record begins: the first of the month eleven months ago, at midnight."""
    months = today.year * 12 + today.month - MONTHS
    return timezone.make_aware(datetime.combine(date(months // 12, months % 12 + 1, 1), time.min))


def columns_of(person, unit, since) -> dict[str, Counter]:
    """By month: matters dispatched, papers by kind, reports returned of those sent, pleas for time and those granted.
    Three queries."""
    kinds = {kind: Q(kind=kind) for kind in PAPERS}
    final = Q(kind=Reply.Kind.FINAL)
    plea = Q(kind=Reply.Kind.EXTENSION)
    turns = {
        "sent": final,
        "returned": final & Q(state=RETURNED),
        "asked": plea,
        "granted": plea & Q(state=ACCEPTED),
    }
    return {
        **monthly(parts_of(person, unit).filter(opened_at__gte=since), "opened_at", {"dispatched": Q()}),
        **monthly(papers_of(person, unit, since), "issued_at", kinds),
        **monthly(replies_of(person, unit, since), "sent_at", turns),
    }


def by_month(columns: dict[str, Counter], since) -> list[dict]:
    """The months in which something happened, newest first."""
    rows = (
        {name: column[month] for name, column in columns.items()} | {"month": month}
        for month in months(since)
    )
    return [row for row in rows if any(row[name] for name in columns)]


def monthly(rows, at: str, which: dict[str, Q]) -> dict[str, Counter]:
    """How many rows of each condition by the month of `at`, first of the month as a local date. One query."""
    counts = {name: Count("pk", filter=condition) for name, condition in which.items()}
    found = list(rows.order_by().annotate(month=TruncMonth(at)).values("month").annotate(**counts))
    return {name: Counter({timezone.localdate(row["month"]): row[name] for row in found}) for name in which}


def months(since: datetime) -> list[date]:
    first = timezone.localdate(since)
    count = first.year * 12 + first.month - 1
    return [date((count + n) // 12, (count + n) % 12 + 1, 1) for n in reversed(range(MONTHS))]
