"""The calendar as entered: noticed at once when edited, doubtful years named."""

from datetime import date, datetime, time

import pytest
from django.urls import reverse

from bureau.org.announced import announced_years, enter_year
from bureau.org.calendar import calendar_warnings, current_calendar
from bureau.org.models import WorkdayException, WorkPeriod
from bureau.org.worktime import HOURS, ZONE
from tests.org.official import days_off, days_on

pytestmark = pytest.mark.django_db


def test_the_packages_2026_is_the_official_2026():
    enter_year(2026)
    rows = WorkdayException.objects.values_list("day", "working", "name")
    assert {day: name for day, working, name in rows if not working} == days_off()
    assert {day: name for day, working, name in rows if working} == days_on()


def test_an_empty_table_still_gives_weekdays_and_the_usual_hours():
    calendar = current_calendar()
    assert calendar.is_workday(date(2026, 10, 8))
    assert not calendar.known(date(2026, 10, 1))
    assert calendar.periods == HOURS


def test_an_edit_holds_at_once():
    assert current_calendar().is_workday(date(2026, 11, 20))
    day = WorkdayException.objects.create(day=date(2026, 11, 20), working=False, name="县庆")
    assert current_calendar().why_off(date(2026, 11, 20)) == "县庆"
    WorkdayException.objects.update(name="建县纪念日")
    assert current_calendar().why_off(date(2026, 11, 20)) == "建县纪念日"
    day.delete()
    assert current_calendar().is_workday(date(2026, 11, 20))


def test_new_working_hours_hold_at_once():
    WorkPeriod.objects.create(starts=time(14), ends=time(18))
    WorkPeriod.objects.create(starts=time(8), ends=time(12))
    assert current_calendar().periods == ((time(8), time(12)), (time(14), time(18)))


def test_an_unchanged_calendar_costs_one_query(django_assert_num_queries):
    enter_year(2026)
    current_calendar()
    with django_assert_num_queries(1):
        current_calendar()


def test_the_bureau_reads_on_its_desk_that_next_year_is_not_entered_and_units_do_not(
    county, client, time_machine
):
    for day, told in ((date(2026, 10, 30), False), (date(2026, 11, 2), True)):
        time_machine.move_to(datetime.combine(day, time(10), ZONE))
        for person, reads in ((county.officer, told), (county.director, told), (county.water_liaison, False)):
            client.force_login(person)
            page = client.get(reverse("desk:home")).content.decode()
            assert ("2027年放假安排尚未录入" in page) is reads, (day, person)


def test_one_local_day_does_not_make_a_year_known():
    WorkdayException.objects.create(day=date(2031, 3, 3), working=False, name="县庆")
    assert not current_calendar().known(date(2031, 3, 3))


def test_every_announced_year_is_known_once_entered():
    for year in announced_years()[-3:]:
        enter_year(year)
        assert current_calendar().known(date(year, 6, 1))


def test_entering_a_year_again_adds_only_what_is_missing():
    enter_year(2026)
    WorkdayException.objects.filter(day=date(2026, 10, 7)).update(working=True, name="改为上班")
    WorkdayException.objects.filter(day=date(2026, 10, 6)).delete()
    assert enter_year(2026) == 1
    assert WorkdayException.objects.get(day=date(2026, 10, 7)).name == "改为上班"


@pytest.mark.parametrize(
    "today, years",
    [
        (date(2026, 10, 31), []),
        (date(2026, 11, 1), ["2027"]),
        (date(2027, 1, 1), ["2027"]),
        (date(2027, 12, 1), ["2027", "2028"]),
    ],
)
def test_a_year_that_is_not_entered_is_told_of_from_november(today, years):
    enter_year(2026)
    assert [warning[:4] for warning in calendar_warnings(today)] == years
