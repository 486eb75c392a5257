"""Deadlines through the feasts of 2026 and over the year's end: 春节 2/15–2/23 (2/14 and 2/28 worked), 国庆 10/1–10/7
(9/20 and 10/10 worked), 2027 not entered yet."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from bureau.matters.deadlines import recount
from bureau.matters.deadlines.lights import Lights
from bureau.matters.models import Duty, Matter
from bureau.org.models import WorkdayException
from bureau.org.worktime import ZONE
from directives import actions

pytestmark = pytest.mark.django_db


def dispatched(county, clock, at: str, stage="dispatched", **words):
    clock.move_to(f"{at}+08:00", tick=False)
    return county.directive(stage, due=None, **{"urgency": "normal", **words})


def duty(directive, step) -> Duty:
    return Duty.objects.get(matter=directive.pk, step=step, done_at__isnull=True)


def day(directive, step="report") -> date:
    return timezone.localdate(duty(directive, step).due_at)


@pytest.mark.parametrize(
    "at, urgency, signed, answered, done",
    [
        ("2026-02-13T16:00", "normal", (2, 14), (2, 27), (3, 12)),  # Friday before the worked Saturday
        ("2026-02-14T10:00", "normal", (2, 24), (2, 28), (3, 13)),  # on the worked Saturday itself
        ("2026-02-18T10:00", "normal", (2, 24), (2, 28), (3, 13)),  # in the feast
        ("2026-02-27T10:00", "urgent", (2, 28), (3, 2), (3, 5)),  # eight hours run into the worked Saturday
        ("2026-09-18T10:00", "normal", (9, 20), (9, 24), (10, 15)),  # before the worked Sunday
        ("2026-09-30T10:00", "normal", (10, 8), (10, 13), (10, 27)),
        ("2026-09-30T10:00", "flash", (9, 30), (10, 8), (10, 8)),  # one and three days end in the feast
        ("2026-09-30T10:00", "minutes", (10, 8), (10, 13), (10, 20)),
        ("2026-10-09T17:00", "urgent", (10, 12), (10, 12), (10, 15)),  # Friday before the worked Saturday
    ],
)
def test_limits_pass_over_the_feasts_and_count_the_worked_weekends(
    county, time_machine, at, urgency, signed, answered, done
):
    directive = dispatched(county, time_machine, at, urgency=urgency)
    found = [day(directive, step) for step in ("sign", "first_reply", "report")]
    assert found == [date(2026, *when) for when in (signed, answered, done)]


def test_how_it_was_reckoned_names_the_feast_and_the_worked_days(county, time_machine):
    directive = dispatched(county, time_machine, "2026-02-13T16:00")
    told = "".join(duty(directive, "report").how["sentences"])
    assert "2月15日至2月23日 春节" in told
    assert "照常计入：2月14日（春节调休）、2月28日（春节调休）。" in told


def test_a_stop_over_the_feast_costs_the_unit_no_day(county, time_machine):
    directive = dispatched(county, time_machine, "2026-02-13T16:00", "running")
    time_machine.move_to("2026-02-14T17:00+08:00")
    actions.suspend(county.director, directive, "核实")
    time_machine.move_to("2026-02-24T09:00+08:00")  # the first day back: one working day stood still
    actions.resume(county.director, directive)
    assert day(directive) == date(2026, 3, 13)
    assert "按停止的 1 个工作日顺延至2026-03-13" in "".join(duty(directive, "report").how["sentences"])


def test_a_stop_within_the_feast_moves_nothing(county, time_machine):
    directive = dispatched(county, time_machine, "2026-09-30T10:00", "running")
    time_machine.move_to("2026-10-01T09:00+08:00")
    actions.suspend(county.director, directive, "核实")
    time_machine.move_to("2026-10-07T20:00+08:00")
    actions.resume(county.director, directive)
    assert day(directive) == date(2026, 10, 27)
    assert "其间不含工作时间，时限不变" in "".join(duty(directive, "report").how["sentences"])


def test_of_two_hours_to_sign_those_not_yet_run_are_left_after_a_stop(county, time_machine):
    directive = dispatched(county, time_machine, "2026-09-30T15:00", urgency="flash")  # due at 17:00
    time_machine.move_to("2026-09-30T16:30+08:00")
    actions.suspend(county.director, directive, "核实")
    time_machine.move_to("2026-10-08T10:00+08:00")
    actions.resume(county.director, directive)
    owed = duty(directive, "sign")
    assert owed.due_at == datetime(2026, 10, 8, 10, 30, tzinfo=ZONE)
    told = "".join(owed.how["sentences"])
    assert "按停止的 2 小时 30 分工作时间顺延至2026-10-08 10:30" in told


def test_while_it_stands_still_the_arithmetic_says_so(county, time_machine):
    directive = dispatched(county, time_machine, "2026-09-29T10:00", "running")
    actions.suspend(county.director, directive, "核实")
    assert duty(directive, "report").how["sentences"][-1] == (
        "自2026-09-29 10:00起中止，停止的时间不计，恢复时顺延。"
    )


def test_lights_do_not_turn_yellow_early_before_a_long_feast(county, time_machine):
    directive = dispatched(county, time_machine, "2026-09-24T10:00", urgency="urgent")  # five working days
    matter = Matter.objects.get(pk=directive.pk)
    assert timezone.localdate(matter.due_at) == date(2026, 10, 9)
    assert Lights().of(matter) == "green"
    time_machine.move_to("2026-09-29T09:00+08:00")
    assert (Lights().of(matter), Lights().note(matter.due_at)) == ("yellow", "剩 3 个工作日")


def test_over_the_years_end_a_missing_calendar_is_told_and_its_entry_mends_the_date(county, time_machine):
    directive = dispatched(county, time_machine, "2026-12-21T10:00", "running")
    assert day(directive) == date(2027, 1, 12)  # Monday to Friday but New Year's Day, for want of better
    assert "2027年放假安排尚未录入" in duty(directive, "report").how["sentences"][-1]
    time_machine.move_to("2026-12-25T09:00+08:00")
    enter_2027()
    recount.run()
    assert day(directive) == date(2027, 1, 11)  # a Sunday worked makes up for the Friday off
    other = dispatched(county, time_machine, "2026-12-25T10:00", urgency="urgent")
    assert day(other) == date(2027, 1, 3)


def test_the_day_a_year_is_entered_its_doubt_is_gone_where_dates_moved(county, time_machine):
    directive = dispatched(county, time_machine, "2026-12-24T10:00", "running", urgency="urgent")
    assert day(directive) == date(2026, 12, 31)
    later = dispatched(county, time_machine, "2026-12-25T10:00", "running", urgency="urgent")
    assert day(later) == date(2027, 1, 4)
    enter_2027()
    recount.run()
    assert (day(directive), day(later)) == (date(2026, 12, 31), date(2027, 1, 3))
    told = "".join(duty(later, "report").how["sentences"])
    assert "尚未录入" not in told
    assert "工作日历改动，重新推算：2027-01-04改为2027-01-03。" in told
    assert timezone.localdate(Matter.objects.get(pk=later.pk).due_at) == date(2027, 1, 3)


def enter_2027():
    """As a county might: New Year's Day and the Saturday off, the Sunday worked, the National Day."""
    for when, working, name in (
        (date(2027, 1, 1), False, "元旦"),
        (date(2027, 1, 2), False, "元旦"),
        (date(2027, 1, 3), True, "元旦"),
        (date(2027, 10, 1), False, "国庆节"),
    ):
        WorkdayException.objects.create(day=when, working=working, name=name)


def test_a_due_date_is_the_same_however_late_in_the_day_it_was_dispatched(county, time_machine):
    late = dispatched(county, time_machine, "2026-02-13T23:59")
    early = dispatched(county, time_machine, "2026-02-13T00:00")
    assert day(late) == day(early)
    assert duty(late, "report").due_at - duty(late, "report").opened_at > timedelta(days=20)
