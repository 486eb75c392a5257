"""The demo never touches real data, and its clock never leaks."""

from datetime import date, datetime

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from bureau.demo import clock
from bureau.demo.mark import forget, is_demo
from bureau.demo.models import DemoMark
from bureau.demo.papers import PAPERS
from bureau.matters.models import Matter
from bureau.org.models import Person, Unit
from bureau.org.worktime import ZONE, Calendar, DayOff

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=ZONE)


@pytest.mark.parametrize("words", [[], ["--reset"]])
def test_a_database_with_real_data_is_refused_and_left_alone(county, words):
    before = Person.objects.count()
    with pytest.raises(CommandError, match="已有真实数据"):
        call_command("demo", *words)
    assert Person.objects.count() == before


def test_production_is_refused(db, settings):
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="生产环境"):
        call_command("demo")
    assert not Person.objects.exists()


def test_accounts_of_a_database_without_the_demo_are_refused(county):
    with pytest.raises(CommandError, match="没有演示县"):
        call_command("demo", "--accounts")


def test_accounts_are_refused_in_production(db, settings):
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="生产环境"):
        call_command("demo", "--accounts")


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_reset_empties_the_demo_and_builds_it_again(quiet_place):
    DemoMark.objects.create()
    stale = Unit.objects.create(name="撤并单位", short="撤并单位", unit_class="party")
    call_command("demo", "--reset", verbosity=0)
    assert not Unit.objects.filter(name=stale.name).exists()
    assert Matter.objects.count() >= 60
    assert DemoMark.objects.count() == 1


def test_the_ribbon_follows_the_mark(db):
    forget()
    assert not is_demo()
    DemoMark.objects.create()
    forget()
    assert is_demo()
    forget()


def test_the_clock_is_moved_inside_the_block_only():
    with clock.at(NOON):
        assert timezone.now() == NOON
        assert timezone.localdate() == date(2026, 3, 2)
    assert timezone.now() != NOON


def test_the_clock_goes_back_also_after_a_failure():
    def fail_at_noon():
        with clock.at(NOON):
            raise ValueError

    with pytest.raises(ValueError):
        fail_at_noon()
    assert timezone.now() != NOON


def test_days_before_and_after_today_pass_over_days_off():
    days = clock.Days(date(2026, 3, 2), Calendar({date(2026, 2, 27): DayOff("元宵节")}))
    assert days.day(-1) == date(2026, 2, 26)
    assert days.day(0) == date(2026, 3, 2)
    assert days.day(5) == date(2026, 3, 9)


def test_a_share_of_the_day_lies_in_working_hours():
    days = clock.Days(date(2026, 3, 3), Calendar())
    assert f"{days.moment(-1, 0):%H:%M}" == "08:30"
    assert f"{days.moment(-1, 3.5 / 6.5):%H:%M}" == "14:30"
    assert f"{days.moment(-1, 0.999):%H:%M}" == "17:29"


def test_no_decision_is_told_twice():
    titles = [tale.title for paper in PAPERS for tale in paper.tales]
    assert len(titles) == len(set(titles))
