"""What the sweep tells: whom, when, once."""

from collections import Counter
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bureau.matters.models import Duty, Reply
from bureau.matters.parts import assignments, replies
from bureau.notices.models import Clock, News, Notice
from bureau.notices.pending import Pending
from bureau.notices.sweep import sweep
from bureau.notices.telling import Swept, tell
from bureau.org.models import Deputy
from directives import actions

pytestmark = pytest.mark.django_db


def told(**about) -> Counter:
    """Who was told what, as 「account news」."""
    rows = Notice.objects.filter(**about).values_list("person__username", "news")
    return Counter(f"{who} {news}" for who, news in rows)


def only(step: str) -> None:
    """Nothing else is owed."""
    Duty.objects.exclude(step=step).update(done_at=timezone.now(), dropped=True)


def sweep_at(clock, moment: str):
    """Sweep then; the silence between two lines of a test is no doubt about the database."""
    Clock.objects.update(swept_at=None)
    clock.move_to(f"{moment}:00+08:00", tick=False)
    return sweep()


def running(county, due=date(2026, 12, 18), **words):
    """Dispatched to water and signed for; what it owes is the result by `due`, and everything new is told."""
    directive = county.directive("running", due=due, **words)
    only("report")
    sweep()
    Notice.objects.all().delete()
    return directive


def test_a_new_duty_is_told_to_those_who_hold_it_and_to_nobody_else(armed):
    armed.directive("proposed")
    assert sweep().notices == 2
    assert told() == {"director new": 1, "deputy new": 1}


def test_what_was_told_is_not_told_again(armed):
    armed.directive("dispatched")
    first, second = sweep(), sweep()
    assert first.notices > 0
    assert second.notices == 0


def test_a_unit_hears_of_its_new_duties_through_its_liaison_and_head(armed):
    directive = armed.directive("dispatched")
    sweep()
    of_units = told(matter=directive.matter, duty__step="sign")
    assert of_units == {"water new": 1, "water-head new": 1}


@pytest.mark.slow
def test_each_rung_is_told_once_on_the_first_working_day_that_reaches_it(armed, friday):
    running(armed)
    for day in range(10, 24):
        for hour in ("01", "09", "23"):
            sweep_at(friday, f"2026-12-{day}T{hour}:30")
    days = {n.news: n.at.date() for n in Notice.objects.filter(person=armed.water_liaison)}
    assert told(person=armed.water_liaison) == {"water remind": 1, "water due": 1, "water late": 1}
    assert days == {
        News.REMIND: date(2026, 12, 14),
        News.DUE: date(2026, 12, 17),  # by UTC: 01:30 on the 18th by the county's clock
        News.LATE: date(2026, 12, 20),  # a Monday by the county's clock; the weekend reaches nothing
    }


def test_rungs_that_were_slept_through_are_passed_over(armed, friday):
    running(armed)
    sweep_at(friday, "2026-12-25T09:00")
    assert told(person=armed.water_liaison) == {"water late": 1}


def test_no_rung_is_told_on_a_day_off_and_none_is_lost_by_it(armed, friday):
    running(armed, due=date(2026, 12, 14))
    assert sweep_at(friday, "2026-12-12T10:00").notices == 0  # a Saturday, by which the reminder is reached
    sweep_at(friday, "2026-12-14T08:00")
    assert told(person=armed.water_liaison) == {"water due": 1}


def test_a_duty_without_a_date_is_told_as_new_and_never_again(armed, friday):
    armed.directive("draft")
    directive = armed.directive("dispatched")
    Duty.objects.update(due_at=None)
    sweep()
    before = Notice.objects.count()
    assert before
    sweep_at(friday, "2027-03-01T10:00")
    assert Notice.objects.count() == before
    assert directive


def test_a_moved_date_is_told_anew_and_climbs_the_ladder_from_the_start(armed, friday):
    directive = running(armed)
    sweep_at(friday, "2026-12-16T10:00")
    part = armed.part(directive)
    assignments.ask_extension(armed.water_liaison, part, "还差两座水库", "已查十座", date(2026, 12, 28))
    replies.grant_extension(armed.director, Reply.objects.get(assignment=part), date(2026, 12, 28))
    sweep()
    sweep_at(friday, "2026-12-23T10:00")
    of_duties = told(person=armed.water_liaison, duty__isnull=False)
    assert of_duties == {"water remind": 2, "water moved": 1}


def test_who_is_already_late_when_the_duty_opens_is_told_once(armed, friday):
    directive = armed.directive("running", due=date(2026, 12, 18))
    only("report")
    sweep_at(friday, "2026-12-30T10:00")
    assert told(matter=directive.matter, person=armed.water_liaison) == {"water new": 1}


def test_a_suspended_matter_is_silent(armed, friday):
    directive = running(armed)
    actions.suspend(armed.director, directive, "等待上级批复")
    sweep_at(friday, "2026-12-25T09:00")
    assert told(duty__isnull=False) == {}


def test_a_sealed_matter_is_not_told_to_a_unit_nobody_of_which_may_see_it(armed):
    directive = armed.directive("dispatched", secrecy="sealed")
    sweep()
    assert told(matter=directive.matter, person__unit=armed.water) == {}
    assert any("水利局" in failure and directive.matter.number in failure for failure in failures())
    assert not any("水库" in failure for failure in failures())


def failures() -> list[str]:
    return Clock.objects.get().failures


def test_what_nobody_could_be_told_of_is_told_when_somebody_is_there(armed):
    armed.water.people.update(is_active=False)
    directive = armed.directive("running")
    sweep()
    assert told(matter=directive.matter, person__unit=armed.water) == {}
    armed.water.people.filter(username="water").update(is_active=True)
    sweep()
    assert set(told(matter=directive.matter, person__unit=armed.water)) == {"water new"}


def test_the_keeper_and_the_director_hear_once_a_day_that_nobody_could_be_told(armed):
    armed.water.people.update(is_active=False)
    armed.directive("dispatched")
    sweep()
    sweep()
    alarms = told(news=News.ALARM)
    assert alarms == {"system alarm": 1, "director alarm": 1, "deputy alarm": 1}


def test_the_stand_in_of_who_is_away_hears_as_well(armed):
    Deputy.objects.create(
        kind="stand_in",
        principal=armed.water_liaison,
        deputy=armed.water_head,
        starts=date(2026, 11, 20),
        ends=date(2026, 11, 25),
        arranged_by=armed.water_liaison,
    )
    directive = armed.directive("dispatched")
    Duty.objects.filter(step="sign").update(holder_unit=None, holder_person=armed.water_liaison)
    sweep()
    assert told(matter=directive.matter, duty__step="sign") == {"water new": 1, "water-head new": 1}


def test_what_breaks_for_one_holder_stops_nobody_else(armed, monkeypatch, caplog):
    from bureau.notices import telling

    armed.directive("dispatched", to=[armed.water, armed.roads])
    posted = telling.post

    def broken(notices):
        if any(n.person_id == armed.water_liaison.pk for n in notices):
            raise RuntimeError("a broken row")
        posted(notices)

    monkeypatch.setattr(telling, "post", broken)
    sweep()
    assert told(person__unit=armed.water) == {}
    assert told(person=armed.roads_liaison)
    assert any("县水利局" in failure for failure in failures())
    assert [record.getMessage() for record in caplog.records if record.name == sweep.__module__] == [
        f"could not tell {{'holder_unit': {armed.water.pk}, 'holder_post': '', 'holder_person': None}}"
    ]
    monkeypatch.undo()
    sweep()
    assert told(person__unit=armed.water)


def cost() -> int:
    """Queries of what is to be told now, but for one each who hears of it."""
    pending, swept = Pending(timezone.now()), Swept()
    with CaptureQueriesContext(connection) as queries:
        for owed in pending.batches():
            tell(owed, pending, swept)
    assert swept.notices
    return len(queries) - len(swept.people)


def test_many_duties_of_many_holders_cost_as_many_queries_as_one(armed):
    armed.directive("dispatched")
    one = cost()
    for _ in range(3):
        armed.directive("dispatched", to=[armed.water, armed.roads, armed.school])
    assert cost() <= one


def test_administrators_hear_of_no_matter(armed):
    armed.directive("running", to=[armed.water, armed.roads])
    armed.directive("proposed")
    sweep()
    assert not Notice.objects.filter(
        person__in=[armed.system, armed.security, armed.audit], matter__isnull=False
    )
