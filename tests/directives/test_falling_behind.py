"""进度滞后: who leads an item that falls behind its plan, and who follows it up, are told once each time it does."""

from datetime import date
from decimal import Decimal

import pytest

from bureau.matters.parts import assignments, replies
from bureau.notices import watch
from bureau.notices.models import Notice
from directives import actions
from directives.falling_behind import tell_of_falling_behind
from directives.targets import read_target
from tests.together import together

pytestmark = pytest.mark.django_db
TODAY, DUE = date(2026, 11, 20), date(2026, 12, 30)  # forty days: 1.5 of 60 a day
ON_TIME, BEHIND, LATER = "2026-11-23T09:00:00+08:00", "2026-11-27T09:00:00+08:00", "2026-12-18T09:00:00+08:00"


@pytest.fixture
def running(friday, county):
    watch.arm_quietly()
    return county.directive(
        "running", to=[county.water, county.roads], due=DUE, goal=read_target("60个", "", "", TODAY)
    )


def say(county, directive, value: str):
    part = county.part(directive)
    return assignments.reply(county.water_liaison, part, f"累计{value}个。", value=Decimal(value), why="汛期")


def told() -> dict[str, int]:
    names = list(Notice.objects.filter(news="behind").values_list("person__username", flat=True))
    return {name: names.count(name) for name in names}


def test_the_lead_and_the_officer_are_told_once_and_nobody_else(county, running, friday, enter):
    friday.move_to(ON_TIME)
    assert tell_of_falling_behind() == 0
    friday.move_to(BEHIND)
    assert [tell_of_falling_behind() for _ in range(3)] == [1, 0, 0]
    friday.shift(86400 * 3)
    assert tell_of_falling_behind() == 0
    assert told() == {"officer": 1, "water": 1, "water-head": 1}
    page = enter(county.water_liaison).get("/notices/").content.decode()
    assert f"{running.matter.number}进度滞后：落后序时17.5个百分点" in page
    assert running.get_absolute_url() in [one.url for one in Notice.objects.filter(news="behind")]


def test_what_caught_up_and_falls_behind_again_is_told_again(county, running, friday):
    friday.move_to(BEHIND)
    tell_of_falling_behind()
    say(county, running, "2")  # still behind
    assert tell_of_falling_behind() == 0
    say(county, running, "20")
    assert tell_of_falling_behind() == 0
    friday.move_to(LATER)
    assert tell_of_falling_behind() == 1
    assert told()["water"] == 2


def test_a_report_that_is_taken_back_or_another_plan_that_is_missed_too_is_not_told_twice(
    county, running, friday
):
    friday.move_to(BEHIND)
    tell_of_falling_behind()
    actions.set_goal(county.director, running, "县政府调减", "50个")
    assert tell_of_falling_behind() == 0
    say(county, running, "30")
    replies.take_back(county.water_liaison, county.part(running).replies.first())
    assert tell_of_falling_behind() == 1  # it had caught up, and has not after all
    assert tell_of_falling_behind() == 0


@pytest.mark.parametrize("ended", ["suspended", "reviewing", "closed", "void"])
def test_of_what_does_not_run_nobody_is_told(county, running, friday, ended):
    friday.move_to(BEHIND)
    if ended in ("suspended", "void"):
        verb = actions.suspend if ended == "suspended" else actions.void
        verb(county.director, running, "核实")
    else:
        why = {"value": Decimal("10"), "why": "项目调减"}
        actions.report(county.water_liaison, running, "已报。", **why)
    if ended == "closed":
        actions.close(county.colleague, running)
    assert tell_of_falling_behind() == 0
    assert told() == {}


def test_what_stood_still_is_told_of_when_it_goes_on(county, running, friday):
    actions.suspend(county.director, running, "核实")
    friday.move_to(LATER)
    assert tell_of_falling_behind() == 0
    actions.resume(county.director, running)
    friday.move_to("2026-12-25T09:00:00+08:00")
    assert tell_of_falling_behind() == 1


def test_nobody_is_told_on_a_day_off_nor_by_a_clock_that_waits(county, running, friday):
    friday.move_to("2026-11-28T09:00:00+08:00")
    assert tell_of_falling_behind() == 0
    friday.move_to("2026-11-30T09:00:00+08:00")
    watch.Clock.objects.update(armed=False)
    assert tell_of_falling_behind() == 0
    watch.arm()
    assert tell_of_falling_behind() == 1


def test_of_a_sealed_item_only_who_sees_it_is_told(county, running, friday):
    type(running.matter).objects.filter(pk=running.pk).update(secrecy="sealed")
    running.matter.assignments.update(sealed=True)
    friday.move_to(BEHIND)
    tell_of_falling_behind()
    assert told() == {"officer": 1}


@pytest.mark.django_db(transaction=True)
def test_two_rounds_at_once_tell_once(county, running, friday):
    friday.move_to(BEHIND)
    assert sorted(together(tell_of_falling_behind, tell_of_falling_behind)) == [0, 1]
    assert set(told().values()) == {1}
