"""What more than one step of a period owes, and to whom."""

from django.utils import timezone

from appraisal import states
from appraisal.dues import RESCORE
from appraisal.models import Period
from bureau.jobs.barred import Barred
from bureau.matters.deadlines import duties
from bureau.org.models import Person, Portfolio
from bureau.org.posts import Function

RECKONED = (
    states.DELIBERATING,
    states.PUBLICISED,
    states.SETTLED,
    states.PUBLISHED,
    states.ARCHIVED,
)


def owe_rescore(period: Period) -> None:
    """Something that counted no longer holds: what was summed up is reckoned anew, what was published is corrected; so is the year, into
    which half a year goes. Owed once."""
    matter = period.matter
    if period.state in RECKONED and not rescore_is_owed(period):
        duties.owe(matter, RESCORE, at=timezone.now(), person=matter.officer)
    owe_the_year(period)


def owe_the_year(period: Period) -> None:
    """What changed in the half-year changes the year that was summed up with it."""
    if period.part == Period.Part.HALF:
        years = Period.objects.filter(year=period.year, part=Period.Part.YEAR, state__in=RECKONED)
        for year in years.select_related("matter__officer"):
            owe_rescore(year)


def rescore_is_owed(period: Period) -> bool:
    return period.matter.duties.filter(step=RESCORE, done_at=None).exists()


def leader_in_charge() -> Person:
    """Of appraisal in all units. Raises Barred where the county names none."""
    found = Portfolio.objects.filter(
        all_units=True, functions__contains=[Function.APPRAISAL], leader__is_active=True
    )
    charge = found.select_related("leader").order_by("pk").first()
    if charge is None:
        raise Barred("没有分管绩效考核的县领导，请先在系统管理里登记分管。")
    return charge.leader
