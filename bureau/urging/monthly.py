"""A unit's year, month by month."""

from collections import Counter
from datetime import date, datetime, time

from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.utils import timezone

from bureau.matters.models import Reply
from bureau.matters.parts.steps import RETURNED
from bureau.notices.ladder import PAPERS
from bureau.urging.records import papers_of, parts_of, replies_of

MONTHS = 12


def first_month(today: date) -> datetime:
    """Where the year of the record begins: the first of the month eleven months ago, at midnight."""
    months = today.year * 12 + today.month - MONTHS
    return timezone.make_aware(datetime.combine(date(months // 12, months % 12 + 1, 1), time.min))


def by_month(person, unit, since) -> list[dict]:
    """The months in which something happened, newest first: matters dispatched, papers by kind, reports returned of
    those sent, pleas for time."""
    dispatched = monthly(parts_of(person, unit).filter(opened_at__gte=since), "opened_at")
    papers = papers_of(person, unit, since)
    kinds = {kind: monthly(papers.filter(kind=kind), "issued_at") for kind in PAPERS}
    sent = replies_of(person, unit, since)
    final = sent.filter(kind=Reply.Kind.FINAL)
    columns = {
        "dispatched": dispatched,
        **kinds,
        "sent": monthly(final, "sent_at"),
        "returned": monthly(final.filter(state=RETURNED), "sent_at"),
        "asked": monthly(sent.filter(kind=Reply.Kind.EXTENSION), "sent_at"),
    }
    rows = (
        {name: column[month] for name, column in columns.items()} | {"month": month}
        for month in months(since)
    )
    return [row for row in rows if any(row[name] for name in columns)]


def monthly(rows, at: str) -> Counter:
    """Rows by the month of `at`, first of the month as a local date."""
    found = rows.order_by().annotate(month=TruncMonth(at)).values("month").annotate(count=Count("pk"))
    return Counter({timezone.localdate(row["month"]): row["count"] for row in found})


def months(since: datetime) -> list[date]:
    first = timezone.localdate(since)
    count = first.year * 12 + first.month - 1
    return [date((count + n) // 12, (count + n) % 12 + 1, 1) for n in reversed(range(MONTHS))]
