"""Complaints and receptions counted: by channel, cause, handling unit, unit complained about, place and month, in the customary
order and never by score."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from statistics import median
from typing import Any

from django.db.models import Count, F, FilteredRelation, Q, QuerySet, Sum
from django.utils import timezone

from bureau.matters.counting.figures import Ratio, flag
from bureau.matters.models import Assignment
from bureau.org.calendar import current_calendar
from bureau.org.models import Unit
from bureau.org.worktime import local, workdays_between
from bureau.pages.period import Period
from complaints.columns import OWN
from complaints.figures import SHARES, Figure, conditions
from complaints.models import Cause, Channel, Complaint, Reception

NOBODY = "未定"
UNSAID = "未说明"
GROUPS = {
    "channel": "渠道",
    "cause": "事由",
    "lead": "承办单位",
    "respondent": "被投诉单位",
    "place": "发生地点",
    "month": "收到月份",
}


@dataclass
class Tally:
    """Counts by `Figure`; working days from acceptance to the result, one for each that has one."""

    counts: Counter = field(default_factory=Counter)
    days: list[int] = field(default_factory=list)

    def add(self, row: dict) -> None:
        for name in Figure.values:
            self.counts[name] += row[f"is_{name}"]
        if row["days"] is not None:
            self.days.append(row["days"])

    def share(self, name: str) -> Ratio:
        _label, part, whole, _base = SHARES[name]
        return Ratio(self.counts[part], self.counts[whole])

    @property
    def shares(self) -> dict[str, Ratio]:
        return {name: self.share(name) for name in SHARES}

    @property
    def mean(self) -> float | None:
        """Working days, to one decimal, half up."""
        count = len(self.days)
        return (20 * sum(self.days) + count) // (2 * count) / 10 if count else None

    @property
    def median(self) -> float | None:
        return float(median(self.days)) if self.days else None


@dataclass(frozen=True)
class Line:
    """`asks`: the ledger's conditions for what it counts."""

    label: str
    asks: dict[str, str]
    tally: Tally


class Counting:
    """Of these complaints (a queryset), those of the period, at this moment. One query, and one of the names."""

    def __init__(self, complaints: QuerySet, period: Period, now: datetime) -> None:
        self.period, self.now, self.calendar = period, now, current_calendar()
        self.rows = list(self.read(complaints.order_by()))
        self.units = {
            unit: (place, unit) for place, unit in enumerate(Unit.objects.values_list("short", flat=True))
        }
        self.causes = list(Cause.objects.values_list("label", "pk"))

    def read(self, complaints: QuerySet) -> Iterable[dict]:
        figures = conditions(self.period, self.now)
        counted = Q()
        for name in (Figure.REGISTERED, Figure.CARRIED, Figure.DUE):
            counted |= figures[name]
        lead = Q(matter__assignments__role=Assignment.Role.LEAD)
        found = complaints.filter(counted).alias(led=FilteredRelation("matter__assignments", condition=lead))
        rows = found.annotate(
            lead_name=F("led__unit__short"),
            cause_name=F("cause__label"),
            respondent_name=F("respondent__short"),
            finished=F("matter__finished_at"),
            **{f"is_{name}": flag(condition) for name, condition in figures.items()},
        )
        columns = (
            "refunded",
            "channel",
            "place",
            "self_handled",
            "received_at",
            "accepted_at",
            "merged_into",
        )
        names = (
            "lead_name",
            "cause_name",
            "respondent_name",
            "finished",
            *(f"is_{name}" for name in Figure.values),
        )
        for row in rows.values("pk", *columns, *names):
            yield row | {"days": self.days(row), "month": local(row["received_at"]).date().replace(day=1)}

    def days(self, row: dict) -> int | None:
        """Working days from acceptance to the result; None where there is none, and of what was merged: it was handled, and is
        counted, with the other."""
        handled = row["accepted_at"] and row["finished"] and not row["merged_into"]
        if not handled or not row[f"is_{Figure.REGISTERED.value}"]:
            return None
        return workdays_between(
            local(row["accepted_at"]).date(), local(row["finished"]).date(), self.calendar
        )

    @property
    def total(self) -> Tally:
        return self.tallied(lambda _row: None).get(None, Tally())

    def tallied(self, key: Callable[[dict], Any]) -> dict[Any, Tally]:
        found: dict[Any, Tally] = defaultdict(Tally)
        for row in self.rows:
            found[key(row)].add(row)
        return found

    def lines(self, group: str) -> list[Line]:
        """In the customary order of the group."""
        return getattr(self, f"by_{group}")()

    def by_channel(self) -> list[Line]:
        found = self.tallied(lambda row: row["channel"])
        return [
            Line(str(Channel(key).label), {"channel": key}, found[key])
            for key in Channel.values
            if key in found
        ]

    def by_cause(self) -> list[Line]:
        found = self.tallied(lambda row: row["cause_name"])
        return [Line(label, {"cause": str(pk)}, found[label]) for label, pk in self.causes if label in found]

    def by_lead(self) -> list[Line]:
        found = self.tallied(lambda row: OWN if row["self_handled"] else row["lead_name"] or NOBODY)
        order = [*self.units, OWN, NOBODY]
        return [Line(name, {"led": name}, found[name]) for name in order if name in found]

    def by_respondent(self) -> list[Line]:
        found = self.tallied(lambda row: row["respondent_name"] or UNSAID)
        order = [*self.units, UNSAID]
        return [Line(name, {"accused": name}, found[name]) for name in order if name in found]

    def by_place(self) -> list[Line]:
        found = self.tallied(lambda row: row["place"] or UNSAID)
        return [Line(name, {"at": name}, found[name]) for name in sorted(found)]

    def by_month(self) -> list[Line]:
        found = self.tallied(lambda row: row["month"])
        return [Line(f"{key:%Y-%m}", {"month": f"{key:%Y-%m}"}, found[key]) for key in sorted(found)]


@dataclass(frozen=True)
class Received:
    """批次, 人次 of receptions, by channel and in all; and how many were answered on the spot."""

    batches: int
    persons: int
    answered: int
    channels: tuple[tuple[str, str, int, int], ...]  # key, label, batches, persons

    @classmethod
    def of(cls, period: Period) -> "Received":
        found = Reception.objects.filter(received_at__range=period.moments).order_by()
        rows = found.values("channel").annotate(
            batches=Count("pk"), people=Sum("persons"), answered=Count("pk", filter=Q(complaint=None))
        )
        by = {row["channel"]: row for row in rows}
        return cls(
            sum(row["batches"] for row in by.values()),
            sum(row["people"] for row in by.values()),
            sum(row["answered"] for row in by.values()),
            tuple(
                (key, str(Channel(key).label), by[key]["batches"], by[key]["people"])
                for key in Channel.values
                if key in by
            ),
        )


def figures(period: Period) -> dict:
    """Of all complaints, as who sees everything reads them."""
    return as_plain(Counting(Complaint.objects.all(), period, timezone.now()), Received.of(period))


def as_plain(counting: Counting, received: Received) -> dict:
    """What the page shows, as plain data: `manage.py figures complaints --json`."""
    return {
        "period": [f"{counting.period.start}", f"{counting.period.end}"],
        "at": timezone.localtime(counting.now).isoformat(timespec="seconds"),
        "receptions": {
            "batches": received.batches,
            "persons": received.persons,
            "answered_at_once": received.answered,
            "channels": [
                dict(zip(("key", "label", "batches", "persons"), row, strict=True))
                for row in received.channels
            ],
        },
        "total": plain_tally(counting.total),
        "groups": {
            group: [{"label": line.label, **plain_tally(line.tally)} for line in counting.lines(group)]
            for group in GROUPS
        },
    }


def plain_tally(tally: Tally) -> dict:
    """Counts; shares with part, whole and percent (None where nothing is to be counted); days."""
    shares = {
        name: {
            "part": share.part,
            "whole": share.whole,
            "percent": share.tenths if share.whole else None,
            "base": SHARES[name][3],
        }
        for name, share in tally.shares.items()
    }
    counts = {name: tally.counts[name] for name in Figure.values}
    return {
        **counts,
        "shares": shares,
        "mean": tally.mean,
        "median": tally.median,
        "results": len(tally.days),
    }
