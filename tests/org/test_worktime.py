"""Single cases of reckoning, each checked against the official calendar by hand."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bureau.org.worktime import (
    ZONE,
    Calendar,
    DayOn,
    Reckoning,
    Term,
    fixed,
    light,
    reckon,
    workdays_left,
    yellow_until,
)
from tests.org.official import calendar, days_off, days_on

CALENDAR = calendar()


def at(month, day, hour=10, minute=0, year=2026):
    return datetime(year, month, day, hour, minute, tzinfo=ZONE)


def end(month, day, year=2026):
    return datetime(year, month, day, 23, 59, 59, tzinfo=ZONE)


def due(start, amount, unit):
    return reckon(start, Term(amount, unit), CALENDAR).due_at


def test_each_day_of_2026_is_as_announced():
    off, on = days_off(), days_on()
    for day in (date(2026, 1, 1) + timedelta(days=n) for n in range(365)):
        announced = day in on or (day.weekday() < 5 and day not in off)
        assert CALENDAR.is_workday(day) is announced, day
    assert len(off) == 33
    assert sum(CALENDAR.is_workday(date(2026, 1, 1) + timedelta(days=n)) for n in range(365)) == 248


@pytest.mark.parametrize(
    "day, why",
    [
        (date(2026, 2, 17), "春节"),
        (date(2026, 2, 21), "春节"),
        (date(2026, 10, 7), "国庆节"),
        (date(2026, 11, 21), "周六"),
        (date(2026, 11, 22), "周日"),
        (date(2026, 2, 28), ""),
        (date(2026, 11, 20), ""),
    ],
)
def test_a_day_off_says_why(day, why):
    assert CALENDAR.why_off(day) == why


@pytest.mark.parametrize(
    "start, amount, unit, ends",
    [
        (at(11, 20), 1, "workdays", end(11, 23)),
        (at(11, 20), 5, "workdays", end(11, 27)),
        (at(2, 13), 1, "workdays", end(2, 14)),
        (at(2, 14), 1, "workdays", end(2, 24)),
        (at(2, 13), 5, "workdays", end(2, 27)),
        (at(2, 13), 6, "workdays", end(2, 28)),
        (at(9, 30), 2, "workdays", end(10, 9)),
        (at(9, 30), 3, "workdays", end(10, 10)),
        (at(2, 18, 3), 1, "workdays", end(2, 24)),
        (at(11, 20), 3, "days", end(11, 23)),
        (at(11, 20), 1, "days", end(11, 23)),
        (at(9, 20), 15, "days", end(10, 8)),
        (at(9, 23), 20, "days", end(10, 13)),
        (at(2, 13), 1, "days", end(2, 14)),
        (at(12, 31), 1, "days", end(1, 4, 2027)),
        (at(11, 2), 1, "months", end(12, 2)),
        (at(1, 31), 1, "months", end(2, 28)),  # no such day: the month's last, a working Saturday
        (at(9, 1), 1, "months", end(10, 8)),  # rolls over 国庆节
        (at(10, 31), 4, "months", end(3, 1, 2027)),  # 2027-02-28 is a Sunday
    ],
)
def test_days_and_working_days_count_from_the_next_day(start, amount, unit, ends):
    assert due(start, amount, unit) == ends


@pytest.mark.parametrize(
    "start, hours, ends",
    [
        (at(11, 20, 9), 2, at(11, 20, 11)),
        (at(11, 20, 11), 1, at(11, 20, 12)),
        (at(11, 20, 11), 2, at(11, 20, 15, 30)),
        (at(11, 20, 17), 2, at(11, 23, 10)),
        (at(11, 20, 22), 2, at(11, 23, 10, 30)),
        (at(11, 21, 9), 2, at(11, 23, 10, 30)),
        (at(11, 20, 13), 2, at(11, 20, 16, 30)),
        (at(2, 14, 16, 30), 2, at(2, 24, 9, 30)),
        (at(11, 20, 8), 8, at(11, 23, 10)),
    ],
)
def test_hours_run_only_in_working_hours(start, hours, ends):
    assert due(start, hours, "hours") == ends


def test_the_clock_of_the_county_decides_which_day_a_moment_is():
    late_in_london = datetime(2026, 11, 19, 20, tzinfo=UTC)
    assert due(late_in_london, 1, "workdays") == end(11, 23)


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        reckon(datetime(2026, 11, 20), Term(1, "days"), CALENDAR)


@pytest.mark.parametrize("amount, unit", [(0, "days"), (-1, "hours"), (1, "weeks")])
def test_an_impossible_term_is_refused(amount, unit):
    with pytest.raises(ValueError):
        Term(amount, unit)


@pytest.mark.parametrize("periods", [(), ((time(14), time(17)), (time(8), time(12)))])
def test_missing_or_disordered_working_hours_are_refused(periods):
    with pytest.raises(ValueError, match="working hours"):
        Calendar(periods=periods)


def test_time_in_two_overlapping_periods_counts_once():
    overlapping = calendar(periods=((time(8), time(11)), (time(9), time(10)), (time(10), time(12))))
    assert reckon(at(11, 20, 8), Term(4, "hours"), overlapping).due_at == at(11, 20, 12)


def test_a_term_reads_as_people_write_it():
    assert [
        str(Term(2, "hours")),
        str(Term(15, "days")),
        str(Term(5, "workdays")),
        str(Term(1, "months")),
    ] == [
        "2 小时（工作时间）",
        "15 日",
        "5 个工作日",
        "1 个月",
    ]


def test_the_new_year_festival_is_told_day_by_day():
    assert reckon(at(2, 13, 16, 40), Term(5, "workdays"), CALENDAR).sentences() == [
        "自2026年2月13日（周五）16:40起算，时限 5 个工作日，从次日计起，不含节假日。",
        "不计入：2月15日至2月23日 春节。",
        "照常计入：2月14日（春节调休）。",
        "到期：2026年2月27日（周五）24时。",
    ]


def test_a_limit_in_months_tells_of_the_corresponding_day():
    assert reckon(at(9, 1), Term(1, "months"), CALENDAR).sentences() == [
        "自2026年9月1日（周二）10:00起算，时限 1 个月，到期月的对应日为最后一日，没有对应日的以月末日为最后一日。",
        "最后一日是10月1日（国庆节），顺延到下一个工作日。",
        "到期：2026年10月8日（周四）24时。",
    ]


def test_a_rolled_limit_says_which_day_it_left():
    reckoning = reckon(at(9, 20), Term(15, "days"), CALENDAR)
    assert reckoning.rolled == date(2026, 10, 5)
    assert "第 15 日是10月5日（国庆节），顺延到下一个工作日。" in reckoning.sentences()


def test_hours_show_the_stretches_they_are_made_of():
    assert reckon(at(11, 20, 17), Term(2, "hours"), CALENDAR).sentences()[1:3] == [
        "计入：11月20日 17:00–17:30、11月23日 08:30–10:00。",
        "不计入：11月21日至11月22日 周末。",
    ]


def test_a_date_on_the_paper_is_kept_even_on_a_day_off():
    reckoning = fixed(date(2026, 10, 3))
    assert reckoning.due_at == end(10, 3)
    assert reckoning.sentences() == ["时限由来文载明：2026年10月3日（周六）。"]


def test_a_year_without_data_falls_back_to_weekdays_and_says_so():
    reckoning = reckon(at(12, 29), Term(4, "workdays"), CALENDAR)
    assert reckoning.due_at == end(1, 5, 2027)
    assert reckoning.unknown_years == (2027,)
    assert reckoning.sentences()[-1].startswith("2027年放假安排尚未录入")


def test_in_a_year_without_data_the_feasts_whose_date_the_law_fixes_are_days_off():
    feasts = {(1, 1): "元旦", (5, 1): "劳动节", (5, 2): "劳动节"} | {(10, day): "国庆节" for day in (1, 2, 3)}
    for year in (2027, 2028, 2031):
        days = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]
        off = {(day.month, day.day): CALENDAR.why_off(day) for day in days if (day.month, day.day) in feasts}
        assert off == feasts
        assert sum(day.weekday() < 5 and not CALENDAR.is_workday(day) for day in days) == sum(
            date(year, *day).weekday() < 5 for day in feasts
        )


def test_what_is_entered_by_hand_outweighs_the_law_in_a_year_without_data():
    worked = Calendar(exceptions={date(2027, 1, 1): DayOn("元旦")})
    assert worked.is_workday(date(2027, 1, 1))
    assert worked.is_workday(date(2027, 1, 4))


def test_a_known_year_raises_no_doubt():
    assert (
        reckon(at(11, 20), Term(30, "workdays"), calendar(known_years=frozenset({2026, 2027}))).unknown_years
        == ()
    )


@pytest.mark.parametrize(
    "reckoning",
    [
        reckon(at(2, 13), Term(5, "workdays"), CALENDAR),
        reckon(at(9, 20), Term(15, "days"), CALENDAR),
        reckon(at(12, 31, 17), Term(9, "hours"), CALENDAR),
        reckon(at(1, 31), Term(1, "months"), CALENDAR),
        fixed(date(2026, 6, 30)),
    ],
)
def test_a_stored_reckoning_reads_back_the_same(reckoning):
    again = Reckoning.from_json(reckoning.as_json())
    assert again == reckoning
    assert again.sentences() == reckoning.sentences()


@pytest.mark.parametrize(
    "due_at, closed, colour",
    [
        (end(11, 20), False, "yellow"),
        (end(11, 25), False, "yellow"),
        (end(11, 26), False, "green"),
        (at(11, 20, 9), False, "red"),
        (end(11, 19), False, "red"),
        (end(11, 19), True, "grey"),
        (None, False, "green"),
        (None, True, "grey"),
    ],
)
def test_the_light_turns_yellow_three_working_days_before(due_at, closed, colour):
    assert light(due_at, at(11, 20), CALENDAR, closed) == colour


def test_a_long_holiday_does_not_eat_the_warning():
    assert light(end(10, 10), at(9, 29), CALENDAR, closed=False) == "green"
    assert light(end(10, 10), at(9, 30), CALENDAR, closed=False) == "yellow"
    assert yellow_until(at(9, 30), CALENDAR) == end(10, 11)


def test_working_days_left_are_negative_once_the_day_has_passed():
    assert workdays_left(at(11, 20), end(11, 20), CALENDAR) == 0
    assert workdays_left(at(11, 20), end(11, 25), CALENDAR) == 3
    assert workdays_left(at(11, 23), end(11, 20), CALENDAR) == -1
