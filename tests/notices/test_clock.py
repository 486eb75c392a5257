"""On an old, a restored or a copied database the clock counts and asks, and tells nobody."""

from datetime import date

import pytest
from django.test import Client

from bureau.matters.models import Duty, Tiding
from bureau.notices import watch
from bureau.notices.models import Clock, Delivery, Notice
from bureau.notices.sweep import sweep
from bureau.org.announced import enter_year

pytestmark = pytest.mark.django_db


@pytest.fixture
def unarmed(friday, county):
    """A county with duties on a database that has never told anybody."""
    county.directive("dispatched", to=[county.water, county.roads])
    return county


def post(person, **form):
    browser = Client()
    browser.force_login(person)
    return browser.post("/notices/clock/", form)


def test_an_empty_database_starts_by_itself(friday, county):
    sweep()
    county.directive("dispatched")
    assert Clock.objects.get().armed
    assert sweep().notices > 0


def test_a_database_that_holds_duties_and_no_clock_counts_and_writes_nothing_else(unarmed):
    swept, clock = sweep(), Clock.objects.get()
    assert swept.dry
    assert not clock.armed
    assert clock.told == swept.notices > 0
    assert clock.people == len(swept.people) > 0
    assert not Notice.objects.exists()
    assert not Delivery.objects.exists()
    assert not Duty.objects.filter(told_at__isnull=False).exists()


def test_what_it_says_it_would_tell_is_what_it_tells(unarmed):
    promised = sweep().notices
    watch.arm(unarmed.system)
    assert sweep().notices == promised == Notice.objects.count()


def test_a_clock_that_waits_does_not_count_every_minute(unarmed, friday):
    counted = sweep().notices
    friday.move_to("2026-11-20T10:05:00+08:00", tick=False)
    assert sweep().notices == 0
    friday.move_to("2026-11-20T10:11:00+08:00", tick=False)
    assert sweep().notices == counted


def test_another_server_or_database_stops_the_clock(armed):
    Clock.objects.update(cluster="7000000000000000000/16384")
    armed.directive("dispatched")
    assert sweep().dry
    assert "换了地方" in Clock.objects.get().doubt
    assert not Notice.objects.exists()


@pytest.mark.parametrize(
    "back, runs",
    [("2026-11-25T09:00", True), ("2026-11-26T09:00", False)],  # three working days later, and four
)
def test_a_silence_of_more_than_three_working_days_stops_the_clock(armed, friday, back, runs):
    sweep()
    friday.move_to(f"{back}:00+08:00", tick=False)
    sweep()
    assert Clock.objects.get().armed is runs


def test_a_long_holiday_is_no_silence(friday, county):
    enter_year(2026)
    friday.move_to("2026-09-30T17:00:00+08:00", tick=False)
    watch.arm()
    sweep()
    friday.move_to("2026-10-09T17:00:00+08:00", tick=False)
    sweep()
    assert Clock.objects.get().armed


def test_starting_quietly_takes_everything_reached_as_told_and_goes_on_from_there(unarmed, friday):
    directive = unarmed.directive("running", due=date(2026, 11, 23))
    friday.move_to("2026-11-20T10:01:00+08:00", tick=False)
    sweep()
    post(unarmed.system, start="quiet")
    assert sweep().notices == 0
    assert not Tiding.objects.filter(told_at__isnull=True).exists()
    friday.move_to("2026-11-23T09:00:00+08:00", tick=False)
    sweep()
    told = Notice.objects.filter(matter=directive.matter, person=unarmed.water_liaison, duty__step="report")
    assert [notice.news for notice in told] == ["due"]


def test_starting_says_who_did_it_and_a_second_click_changes_nothing(unarmed):
    sweep()
    post(unarmed.system, start="all")
    first = Clock.objects.get()
    post(unarmed.system, start="quiet")
    assert first.armed_by == unarmed.system
    assert Clock.objects.get().armed_at == first.armed_at
    assert sweep().notices > 0


@pytest.mark.parametrize("form", [{}, {"start": "x\x00"}, {"start": "ALL" * 9999}])
def test_a_forged_form_starts_nothing(unarmed, form):
    sweep()
    assert post(unarmed.system, **form).status_code == 302
    assert not Clock.objects.get().armed


def test_only_the_keeper_starts_it(unarmed):
    sweep()
    assert post(unarmed.director, start="all").status_code == 404
    assert not Clock.objects.get().armed


@pytest.mark.parametrize("stage", ["none", "waiting", "running"])
def test_the_page_says_how_it_stands(unarmed, stage):
    browser = Client()
    browser.force_login(unarmed.system)
    if stage != "none":
        sweep()
    if stage == "running":
        watch.arm(unarmed.system)
        sweep()
    page = browser.get("/notices/clock/").content.decode()
    words = {"none": "时钟还没有走过", "waiting": "旧的不补发", "running": "已启用"}
    assert words[stage] in page
    assert "水库" not in page


@pytest.mark.parametrize("minute, told", [(9, False), (11, True)])
def test_the_bureau_reads_on_its_desk_that_nobody_is_being_reminded(armed, friday, client, minute, told):
    sweep()
    friday.move_to(f"2026-11-20T10:{minute:02}:00+08:00", tick=False)
    for person, reads in ((armed.officer, told), (armed.system, told), (armed.water_liaison, False)):
        client.force_login(person)
        assert ("起没有巡查" in client.get("/").content.decode()) == reads
