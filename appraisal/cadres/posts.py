"""Who led the units of a period, in which post, for how many months. A month belongs to the post that is held on its 15th day; of several
on one day the foremost in the team counts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q

from appraisal.cadres.models import Merit, Review, Stint
from appraisal.cadres.weighing import USUAL
from appraisal.models import Appraised, Period
from bureau.org.models import Position, Unit

MIDDLE = 15
ORDER: list[str] = list(USUAL)
FEWEST = {Period.Part.YEAR: 6, Period.Part.HALF: 3}  # months; fewer give no grade (facts §5.3)


def middles(period: Period) -> Iterator[date]:
    day = period.begins_on.replace(day=MIDDLE)
    while day <= period.ends_on:
        if day >= period.begins_on:
            yield day
        day = date(day.year + day.month // 12, day.month % 12 + 1, MIDDLE)


def led(period: Period, units: Iterable[int]) -> dict[int, Counter[Position]]:
    """By cadre: the posts that led these units, each with its months."""
    held = Position.objects.filter(
        Q(until=None) | Q(until__gte=period.begins_on),
        unit__in=units,
        part__in=ORDER,
        since__lte=period.ends_on,
    )
    by_cadre: dict[int, list[Position]] = defaultdict(list)
    for one in held.select_related("unit", "cadre").order_by("since", "pk"):
        by_cadre[one.cadre_id].append(one)
    days = list(middles(period))
    counted = {cadre: Counter(months(posts, days)) for cadre, posts in by_cadre.items()}
    return {cadre: found for cadre, found in counted.items() if found}


def months(posts: list[Position], days: Iterable[date]) -> Iterator[Position]:
    """The post of each month in which there was one."""
    for day in days:
        on = [one for one in posts if one.holds_on(day)]
        if on:
            yield min(on, key=lambda one: (ORDER.index(one.part), -one.since.toordinal()))


def why_apart(period: Period, months: int) -> str:
    """Why there is no grade; empty where there is one."""
    fewest = FEWEST[Period.Part(period.part)]
    return f"本考核期内在班子任职{months}个月，不满{fewest}个月，不定等次。" if months < fewest else ""


def parts_of(period: Period) -> dict[int, Appraised]:
    """By unit; by each that was merged, the part of who carries on: who led it counts there."""
    parts = {one.assignment.unit_id: one for one in period.appraised.select_related("assignment")}
    merged = Unit.objects.exclude(merged_into=None).exclude(pk__in=parts).select_related("merged_into")
    joined = {one.pk: parts[one.successor.pk] for one in merged if one.successor.pk in parts}
    return parts | joined


def enter_roll(review: Review) -> int:
    """Who is appraised, as the register has it now; what was entered of them stays, and so does everybody who was told a result or of
    whom something was proposed. Returns how many the register has."""
    period = review.period
    parts = parts_of(period)
    found = led(period, parts)
    known = {one.cadre_id: one for one in review.merits.all()}
    review.merits.exclude(cadre__in=found).filter(notice=None, uses=None).delete()
    for cadre, counted in found.items():
        merit = known.get(cadre) or Merit(review=review, cadre_id=cadre)
        merit.position = max(counted, key=lambda one: (one.since, one.pk))
        merit.months = counted.total()
        merit.apart = why_apart(period, merit.months)
        merit.save()
        merit.stints.all().delete()
        Stint.objects.bulk_create(stints_of(merit, counted, parts))
    return len(found)


def stints_of(merit: Merit, counted: Counter[Position], parts: dict[int, Appraised]) -> list[Stint]:
    return [
        Stint(merit=merit, position=one, appraised=parts[one.unit_id], part=one.part, months=number)
        for one, number in counted.items()
    ]
