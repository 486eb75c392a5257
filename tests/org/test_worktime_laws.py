"""What must hold for every calendar, start and limit."""

from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bureau.org.worktime import (
    ZONE,
    Calendar,
    DayOff,
    DayOn,
    Reckoning,
    Term,
    add_workdays,
    light,
    nth_workdays,
    reckon,
    workdays_between,
    workdays_left,
)

DAY = timedelta(days=1)
days = st.dates(date(2024, 1, 1), date(2028, 12, 31))
moments = st.datetimes(datetime(2024, 1, 1), datetime(2028, 12, 31), timezones=st.just(ZONE)).map(
    lambda at: at.replace(second=0, microsecond=0)
)
feasts = st.sampled_from(["春节", "国庆节"])
exceptions = st.dictionaries(days, st.builds(DayOff, feasts) | st.builds(DayOn, feasts), max_size=60)
halves = st.lists(st.integers(0, 47), min_size=2, max_size=6, unique=True).map(sorted)
periods = halves.map(
    lambda marks: tuple(
        (time(a // 2, a % 2 * 30), time(b // 2, b % 2 * 30))
        for a, b in zip(marks[::2], marks[1::2], strict=False)
    )
)
calendars = st.builds(Calendar, exceptions, st.frozensets(st.integers(2024, 2028)), periods)
units = st.sampled_from(["hours", "days", "workdays"])
terms = st.builds(Term, st.integers(1, 40), units)


def minutes_worked(calendar, start, end):
    """Working minutes between two moments, counted the slow way."""
    worked = 0
    while start < end:
        inside = any(opens <= start.time() < closes for opens, closes in calendar.periods)
        worked += inside and calendar.is_workday(start.date())
        start += timedelta(minutes=1)
    return worked


@given(moments, terms, calendars)
def test_no_limit_ends_on_a_day_off_or_before_it_began(start, term, calendar):
    due_at = reckon(start, term, calendar).due_at
    assert calendar.is_workday(due_at.date())
    assert due_at > start


@given(moments, moments, terms, calendars)
def test_who_starts_later_never_ends_earlier(one, other, term, calendar):
    first, second = sorted((one, other))
    assert reckon(first, term, calendar).due_at <= reckon(second, term, calendar).due_at


@given(moments, st.integers(1, 30), st.integers(1, 10), units, calendars)
def test_a_longer_limit_never_ends_earlier(start, amount, more, unit, calendar):
    shorter = reckon(start, Term(amount, unit), calendar)
    assert shorter.due_at <= reckon(start, Term(amount + more, unit), calendar).due_at


@given(days, st.integers(0, 40), st.integers(0, 40), calendars)
def test_working_days_add_up(day, first, then, calendar):
    in_two_steps = add_workdays(add_workdays(day, first, calendar), then, calendar)
    assert in_two_steps == add_workdays(day, first + then, calendar)


@given(days, st.integers(0, 60), calendars)
def test_counting_back_gives_the_working_days_that_were_added(day, amount, calendar):
    there = add_workdays(day, amount, calendar)
    assert workdays_between(day, there, calendar) == amount
    assert workdays_between(there, day, calendar) == -amount


@given(days, days, days, calendars)
def test_the_count_of_two_stretches_is_the_sum(one, two, three, calendar):
    whole = workdays_between(one, three, calendar)
    assert workdays_between(one, two, calendar) + workdays_between(two, three, calendar) == whole


@given(moments, st.integers(1, 12), st.integers(1, 12), calendars)
def test_hours_add_up(start, first, then, calendar):
    midway = reckon(start, Term(first, "hours"), calendar).due_at
    in_two_steps = reckon(midway, Term(then, "hours"), calendar).due_at
    assert in_two_steps == reckon(start, Term(first + then, "hours"), calendar).due_at


@given(moments, st.integers(1, 4), exceptions)
def test_the_working_minutes_until_the_end_are_the_hours_allowed(start, hours, exceptions):
    calendar = Calendar(exceptions)
    reckoning = reckon(start, Term(hours, "hours"), calendar)
    assert minutes_worked(calendar, start, reckoning.due_at) == hours * 60
    assert sum((end - begin for begin, end in reckoning.spans), timedelta()) == timedelta(hours=hours)


@given(moments, st.integers(1, 40), calendars)
def test_skipped_and_counted_days_fill_a_limit_in_working_days(start, amount, calendar):
    reckoning = reckon(start, Term(amount, "workdays"), calendar)
    assert (reckoning.due_at.date() - start.date()).days == amount + len(reckoning.skipped)
    assert not any(calendar.is_workday(day) for day, _ in reckoning.skipped)


@given(moments, st.integers(1, 400), calendars)
def test_a_limit_in_days_rolls_only_over_days_off(start, amount, calendar):
    reckoning = reckon(start, Term(amount, "days"), calendar)
    nominal = start.date() + amount * DAY
    assert (reckoning.rolled is None) == calendar.is_workday(nominal)
    assert reckoning.due_at.date() == nominal + len(reckoning.skipped) * DAY


@given(moments, terms, calendars)
def test_any_reckoning_survives_storage_and_can_be_told(start, term, calendar):
    reckoning = reckon(start, term, calendar)
    assert Reckoning.from_json(reckoning.as_json()) == reckoning
    assert all(sentence.endswith("。") for sentence in reckoning.sentences())


@given(moments, moments, calendars)
def test_yellow_means_at_most_three_working_days_left(now, due_at, calendar):
    colour = light(due_at, now, calendar, closed=False)
    left = workdays_left(now, due_at, calendar)
    assert colour == ("red" if due_at < now else "yellow" if left <= 3 else "green")


@given(days, st.integers(0, 400), st.data(), calendars)
def test_the_place_of_a_day_among_working_days_counts_as_walking_does(first, length, data, calendar):
    nth = nth_workdays(first, first + length * DAY, calendar)
    one, other = (first + data.draw(st.integers(0, length)) * DAY for _ in range(2))
    assert nth[other] - nth[one] == workdays_between(one, other, calendar)
