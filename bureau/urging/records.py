"""单位档案: what stands on a unit's record, as far as the reader sees the matters. Every figure is a part of a whole
(facts §10) and leads to its list."""

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from bureau.matters.access.rights import Rights
from bureau.matters.access.visibility import seen_by
from bureau.matters.deadlines.lights import WORDS
from bureau.matters.models import Assignment, Reply
from bureau.matters.rooms import room_of
from bureau.notices.ladder import PAPERS
from bureau.notices.models import Kind
from bureau.org.models import Unit
from bureau.urging.models import Urging
from bureau.urging.querysets import asked, in_time


@dataclass(frozen=True)
class Figure:
    """`part` of `whole`; `url` leads to the rows that `part` counts, `whole_url` to all, where they are one list."""

    label: str
    part: int
    whole: int
    url: str = ""
    whole_url: str = ""


def readable_units(person):
    """Units whose record this person may read: all at the bureau's desk, a leader's portfolio, one's own."""
    units, rights = Unit.objects.filter(supervisable=True), Rights.of(person)
    charges = [] if rights.own.is_administrator else rights.charges_of(rights.own)
    if person.of_the_bureau or any(charge.all_units for charge in charges):
        return units
    mine = person.own_units if person.answers_for_unit else []
    return units.filter(pk__in={*mine, *(key for charge in charges for key in charge.units)})


def papers_of(person, unit, since):
    return Urging.objects.visible_to(person).standing().filter(assignment__unit=unit, issued_at__gte=since)


def paper_figures(person, unit, since) -> list[Figure]:
    """Papers of the year by kind, of all; and how many of those of which it can be said were answered in time."""
    counts = papers_of(person, unit, since).aggregate(
        total=Count("pk"),
        asked=Count("pk", filter=asked()),
        in_time=Count("pk", filter=in_time()),
        **{kind: Count("pk", filter=Q(kind=kind)) for kind in PAPERS},
    )

    def of(**conditions):
        year = {"unit": unit.short, "issued_min": f"{timezone.localdate(since)}", "state": "standing"}
        return address("urging:list", **year, **conditions)

    kinds = [Figure(Kind(kind).label, counts[kind], counts["total"], of(kind=kind), of()) for kind in PAPERS]
    answered = Figure("按时回复", counts["in_time"], counts["asked"], of(reply="in_time"), of(reply="asked"))
    return [*kinds, answered]


def matter_figures(person, unit, lights) -> list[dict]:
    """By function: the unit's matters by light, of all that are lit; each leading to the ledger."""
    counts = {light: Count("pk", filter=lights.condition(light, "matter__")) for light in WORDS}
    rows = parts_of(person, unit).order_by().values("matter__kind").annotate(**counts)
    return [
        {"function": room_of(row["matter__kind"]).label, "figures": ledger_figures(row, unit)} for row in rows
    ]


def ledger_figures(row, unit) -> list[Figure]:
    name, whole = f"{row['matter__kind']}:list", sum(row[light] for light in WORDS)
    return [
        Figure(words, row[light], whole, address(name, unit=unit.short, light=light))
        for light, words in WORDS.items()
    ]


def parts_of(person, unit):
    """The unit's dispatched parts in matters that the reader sees; what it was released from is not."""
    parts = Assignment.objects.filter(seen_by(person, to="matter"), unit=unit, opened_at__isnull=False)
    return parts.exclude(state=Assignment.State.RELEASED)


def replies_of(person, unit, since):
    """What the unit has sent in this year."""
    seen = seen_by(person, to="assignment__matter")
    return Reply.objects.filter(seen, assignment__unit=unit, sent_at__gte=since)


def reply_figures(columns: dict[str, Counter]) -> list[Figure]:
    """Reports that came back, of those sent; pleas for time granted, of those made. `columns`: of `monthly`."""
    counts = {name: column.total() for name, column in columns.items()}
    return [
        Figure("办结报告被退回", counts["returned"], counts["sent"], "#replies", "#replies"),
        Figure("延期获准", counts["granted"], counts["asked"], "#replies", "#replies"),
    ]


def turns(person, unit, since):
    """The replies behind those figures, newest first."""
    found = replies_of(person, unit, since).filter(kind__in=[Reply.Kind.FINAL, Reply.Kind.EXTENSION])
    return found.select_related("assignment__matter", "assignment__unit").order_by("-sent_at")


def address(name: str, **conditions) -> str:
    return f"{reverse(name)}?{urlencode(conditions)}"
