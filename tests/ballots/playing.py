"""Polls that reached their state by playing the verbs."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from appraisal.ballots.actions import counting, preparing, printing, voting
from appraisal.ballots.actions.preparing import Given, Voters
from appraisal.ballots.codes import new_codes
from appraisal.ballots.counting import Count
from appraisal.ballots.models import Group, Poll
from appraisal.models import Period
from bureau.cadres import keeping
from bureau.org.models import Position
from tests.appraisal.playing import appraiser
from tests.county import County

CODES, PAPER = Group.Way
STAFF = Voters("本单位干部职工", Decimal(60), CODES, 40)
LEADERS = Voters("县级领导", Decimal(40), PAPER, 12)


def given(county: County, **changes: Any) -> Given:
    today = timezone.localdate()
    values = {
        "title": "年度民主测评",
        "kinds": ["team"],
        "units": [county.water, county.roads, county.finance],
        "voters": [STAFF, LEADERS],
        "opens_on": today,
        "closes_on": today + timedelta(days=5),
        **changes,
    }
    return Given(**values)


def register(county: County, period: Period, **changes: Any) -> Poll:
    return preparing.register(appraiser(county), period, given(county, **changes))


def begun(county: County, period: Period, **changes: Any) -> Poll:
    poll = register(county, period, **changes)
    preparing.begin(appraiser(county), poll)
    return poll


def group(poll: Poll, name: str = STAFF.name) -> Group:
    return Group.objects.select_related("poll__period__matter").get(poll=poll, name=name)


def codes(county: County, poll: Poll, count: int, name: str = STAFF.name) -> list[str]:
    found = new_codes(count)
    printing.print_codes(appraiser(county), poll, group(poll, name), found)
    return found


def vote(county: County, poll: Poll, ballots: Iterable[Sequence[int]], name: str = STAFF.name) -> list[str]:
    """One code each; the codes, all of them used."""
    ballots = list(ballots)
    found = codes(county, poll, len(ballots), name)
    for code, marks in zip(found, ballots, strict=True):
        voting.cast(code, marks)
    return found


def close(county: County, poll: Poll) -> None:
    counting.close(appraiser(county), poll)


PAPERS = Count(8, 0, ((8, 0, 0, 0), (4, 4, 0, 0), (0, 0, 4, 4)))


def count_paper(county: County, poll: Poll, name: str = LEADERS.name, count: Count = PAPERS) -> None:
    """By two people, alike."""
    for person in (appraiser(county), county.deputy):
        counting.count_paper(person, poll, group(poll, name), count)


def counted(county: County, period: Period, ballots: Iterable[Sequence[int]], **changes: Any) -> Poll:
    poll = begun(county, period, **changes)
    vote(county, poll, ballots)
    close(county, poll)
    count_paper(county, poll)
    counting.confirm(county.director, poll)
    return poll


def position(county: County, unit: Any, name: str, title: str, **more: Any) -> Position:
    held = {"rank": "full", "part": "head", "since": date(2024, 1, 1)} | more
    return keeping.enter(county.inquirer, name, keeping.Held(unit=unit, title=title, **held)).positions.get()
