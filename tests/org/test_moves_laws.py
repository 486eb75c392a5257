"""What must hold for every stop and every change of the calendar."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bureau.org.worktime import Calendar, Term, due_time, moves, reckon, workdays_left
from bureau.org.worktime.counting import worked
from tests.org.test_worktime_laws import calendars, days, exceptions, moments, terms

shared = st.builds(Term, st.integers(1, 20), st.sampled_from(["days", "workdays"]))
stretches = st.tuples(moments, st.integers(0, 60 * 24 * 40)).map(
    lambda drawn: (drawn[0], drawn[0] + timedelta(minutes=drawn[1]))
)


def stop(due_at, stretch, term, calendar):
    return moves.moment(moves.stopped(due_at, *stretch, term, calendar)["due"])


@given(moments, terms, calendars)
def test_the_due_time_alone_is_the_one_of_the_full_arithmetic(start, term, calendar):
    assert due_time(start, term, calendar) == reckon(start, term, calendar).due_at


@given(moments, shared, stretches, calendars)
def test_as_many_working_days_are_left_after_a_stop_as_before(start, term, stretch, calendar):
    due_at = due_time(start, term, calendar)
    since, until = stretch
    left = workdays_left(until, stop(due_at, stretch, term, calendar), calendar)
    assert left == workdays_left(since, due_at, calendar)


@given(moments, st.integers(1, 8), st.integers(0, 3 * 24 * 60), st.integers(0, 20 * 24 * 60), exceptions)
def test_as_much_working_time_is_left_of_a_limit_in_hours(start, hours, ran, stood, exceptions):
    calendar, term = Calendar(exceptions), Term(hours, "hours")
    due_at = due_time(start, term, calendar)
    since = min(start + timedelta(minutes=ran), due_at)
    until = since + timedelta(minutes=stood)
    later = stop(due_at, (since, until), term, calendar)
    assert worked(until, later, calendar) == worked(since, due_at, calendar)


@given(moments, terms, stretches, calendars)
def test_a_stop_never_brings_a_deadline_forward(start, term, stretch, calendar):
    due_at = due_time(start, term, calendar)
    assert stop(due_at, stretch, term, calendar) >= due_at


@given(moments, terms, moments, calendars)
def test_a_stop_of_no_time_moves_nothing(start, term, at, calendar):
    due_at = due_time(start, term, calendar)
    assert stop(due_at, (at, at), term, calendar) == due_at


histories = st.lists(
    stretches.map(lambda stretch: ("stopped", stretch)) | days.map(lambda day: ("extended", day)), max_size=4
)


def live(due_at, history, term, calendar):
    """The moves as they were made one after the other."""
    made = []
    for kind, what in history:
        left = moves.term_left(term, made)
        if kind == "stopped":
            made.append(moves.stopped(due_at, *what, left, calendar))
        else:
            made.append(moves.extended(what, due_at.date()))
        due_at = moves.moment(made[-1]["due"])
    return made


@given(moments, terms, histories, calendars)
def test_replayed_on_the_same_calendar_every_move_is_as_it_was(start, term, history, calendar):
    first = due_time(start, term, calendar)
    made = live(first, history, term, calendar)
    assert moves.replay(first, made, term, calendar) == made


@given(moments, terms, histories, calendars, calendars)
def test_replayed_on_another_calendar_it_is_what_it_would_have_been(start, term, history, was, now):
    made = live(due_time(start, term, was), history, term, was)
    first = due_time(start, term, now)
    again = moves.replay(first, made, term, now)
    assert moves.due_after(first, again) == moves.due_after(first, live(first, history, term, now))


@given(moments, terms, histories, calendars)
def test_every_move_is_told_in_a_sentence(start, term, history, calendar):
    made = live(due_time(start, term, calendar), history, term, calendar)
    assert all(moves.tell(move).endswith("。") for move in made)


@given(moments, terms, st.lists(stretches, max_size=2), calendars)
def test_a_date_set_by_a_person_does_not_depend_on_the_calendar(start, term, stops, calendar):
    history = [("stopped", stretch) for stretch in stops] + [("extended", start.date() + timedelta(days=90))]
    made = live(due_time(start, term, calendar), history, term, calendar)
    other = moves.replay(due_time(start, term, Calendar()), made, term, Calendar())
    assert moves.due_after(start, other) == moves.due_after(start, made)
