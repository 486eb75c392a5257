"""The ladder: which rung when, and the page on which the bureau sets it."""

from datetime import datetime

import pytest
from django.test import Client
from django.utils import timezone

from bureau.matters.models import Duty
from bureau.notices.ladder import Ladder
from bureau.notices.models import Kind, Rung
from bureau.org.announced import enter_year
from bureau.org.worktime import ZONE, end_of_day

pytestmark = pytest.mark.django_db
PAGE = "/admin/notices/rung/"


def rung_at(moment: str, due: str, urgency="normal") -> str:
    now = datetime.fromisoformat(moment).replace(tzinfo=ZONE)
    return Ladder(now).reached(end_of_day(datetime.fromisoformat(due).date()), urgency)


@pytest.mark.parametrize(
    "moment, due, rung",
    [
        ("2026-02-09T09:00", "2026-02-13", ""),  # four working days left
        ("2026-02-10T09:00", "2026-02-13", "remind"),
        ("2026-02-10T09:00", "2026-02-14", ""),  # a Saturday that is worked counts
        ("2026-02-11T09:00", "2026-02-14", "remind"),
        ("2026-02-14T09:00", "2026-02-24", "remind"),  # one working day left, however many feast days
        (
            "2026-02-14T09:00",
            "2026-02-20",
            "due",
        ),  # due within the feast: told on the last working day before
        ("2026-02-24T09:00", "2026-02-20", "late"),
        ("2026-10-10T09:00", "2026-10-09", "late"),  # a worked Saturday is the first working day after
        ("2026-10-11T09:00", "2026-10-10", "due"),  # a Sunday: nothing has passed yet
        ("2026-10-12T09:00", "2026-10-10", "late"),
        ("2026-12-28T09:00", "2026-12-31", "remind"),
        ("2027-01-04T09:00", "2026-12-31", "late"),  # the year after is not entered: Monday to Friday
    ],
)
def test_rungs_go_by_working_days_through_feasts_and_over_the_years_end(moment, due, rung):
    enter_year(2026)
    assert rung_at(moment, due) == rung


def test_a_flash_matter_is_late_the_moment_its_time_is_over():
    due_at = datetime(2026, 11, 20, 10, 30, tzinfo=ZONE)
    assert Ladder(datetime(2026, 11, 20, 10, 29, tzinfo=ZONE)).reached(due_at, "flash") == "due"
    assert Ladder(datetime(2026, 11, 20, 10, 31, tzinfo=ZONE)).reached(due_at, "flash") == "late"


def test_the_condition_for_the_database_says_the_same(county, time_machine):
    time_machine.move_to("2026-11-20T10:00:00+08:00", tick=False)
    county.directive("dispatched", to=[county.water, county.roads])
    county.directive("dispatched", urgency="flash")
    for days in range(-3, 9):
        moment = timezone.now() + timezone.timedelta(days=days)
        ladder = Ladder(moment)
        duties = Duty.objects.open().select_related("matter")
        reached = {duty.pk for duty in duties if ladder.reached(duty.due_at, duty.matter.urgency)}
        assert set(duties.filter(ladder.condition()).values_list("pk", flat=True)) == reached


@pytest.fixture
def keeper(county):
    browser = Client()
    browser.force_login(county.system)
    return browser


def seen(browser) -> str:
    return browser.get(PAGE).context["grid"]["seen"].value()


def test_the_page_shows_the_defaults_and_keeps_what_is_entered(keeper):
    assert 'placeholder="-3"' in keeper.get(PAGE).content.decode()
    keeper.post(PAGE, {"seen": seen(keeper), "slip-urgent": "2", "letter-urgent": "3"})
    assert set(Rung.objects.values_list("urgency", "kind", "workdays")) == {
        ("urgent", "slip", 2),
        ("urgent", "letter", 3),
    }
    assert Ladder().offsets["urgent"][Kind.SLIP] == 2
    keeper.post(PAGE, {"seen": seen(keeper)})
    assert not Rung.objects.exists()


@pytest.mark.parametrize(
    "cells, words",
    [
        ({"slip-any": "9"}, "逐级靠后"),
        ({"remind-any": "3"}, "提醒·各类"),
        ({"red-any": "9" * 30}, "红牌并约谈·各类"),
        ({"due-any": "x\x00"}, "当日到期·各类"),
        ({"seen": "forged"}, "别人已改过"),
    ],
)
def test_what_makes_no_ladder_is_refused_in_words(keeper, cells, words):
    page = keeper.post(PAGE, {"seen": seen(keeper), **cells})
    assert words in page.content.decode()
    assert not Rung.objects.exists()


def test_a_rung_moves_no_deadline(keeper, county):
    county.directive("dispatched")
    before = set(Duty.objects.values_list("pk", "due_at"))
    keeper.post(PAGE, {"seen": seen(keeper), "remind-any": "-10"})
    assert set(Duty.objects.values_list("pk", "due_at")) == before


@pytest.mark.parametrize("name", ["officer", "director", "water_liaison", "magistrate", "security"])
def test_for_everybody_else_the_page_is_not_there(county, name):
    browser = Client()
    browser.force_login(county.cast[name])
    assert browser.get(PAGE).status_code == 404
