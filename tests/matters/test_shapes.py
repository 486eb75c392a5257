"""A ledger as a board by light and as a calendar of deadlines: the same matters, in another shape."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from bureau.matters.models import Matter
from bureau.org.models import WorkdayException

pytestmark = pytest.mark.django_db
LEDGER = reverse("directives:list")


def due(directive, when) -> None:
    """`when`: days from now, a moment, or None."""
    if isinstance(when, int):
        when = timezone.now() + timedelta(days=when)
    Matter.objects.filter(pk=directive.pk).update(due_at=when)


def at(day: str):
    return timezone.make_aware(datetime.fromisoformat(f"{day}T18:00"))


def lanes(browser, **asked) -> dict[str, list[str]]:
    found = browser.get(LEDGER, {"show": "board", **asked}).context["lanes"]
    return {
        lane.label: [card["title"].split(">")[1].split("<")[0] for card in lane.cards] for lane, _ in found
    }


@pytest.fixture
def five(county):
    """One matter of every light."""
    for when, title in ((-5, "逾期的"), (1, "临期的"), (60, "还早的"), (None, "长期的")):
        due(county.directive("running", title=title), when)
    county.directive("closed", title="办结的")
    county.directive("draft", title="登记的")
    return county


# --- the board --------------------------------------------------------------------------------------
def test_each_matter_stands_under_its_light(five, enter):
    assert lanes(enter(five.officer)) == {
        "逾期、严重滞后": ["逾期的"],
        "临期、滞后": ["临期的"],
        "正常": ["还早的"],
        "未定时限": ["长期的"],
        "办结": ["办结的"],
    }


def test_the_board_shows_what_the_list_was_asked(five, enter):
    found = lanes(enter(five.officer), q="逾期")
    assert found.pop("逾期、严重滞后") == ["逾期的"]
    assert not any(found.values())


def test_each_reader_has_their_own_board(five, enter):
    assert lanes(enter(five.water_liaison))["逾期、严重滞后"] == ["逾期的"]
    assert not any(lanes(enter(five.stranger)).values())


def test_a_long_lane_shows_the_most_pressing_and_leads_to_all_of_them(county, enter):
    for days in range(8):
        due(county.directive("running", title=f"第{days}件"), days - 20)
    browser = enter(county.officer)
    answer = browser.get(LEDGER, {"show": "board", "q": "件"})
    lane, url = answer.context["lanes"][0]
    assert (lane.count, len(lane.cards)) == ("8", 6)
    assert "第0件" in lane.cards[0]["title"]
    assert "更多（共 8 件）" in answer.content.decode()
    assert len(browser.get(f"{LEDGER}{url}").context["table"].rows) == 8


def test_what_every_lane_leads_to_is_what_it_counts(five, enter):
    browser = enter(five.officer)
    for lane, url in browser.get(LEDGER, {"show": "board"}).context["lanes"]:
        assert str(len(browser.get(f"{LEDGER}{url}").context["table"].rows)) == lane.count


def test_a_lane_is_counted_as_far_as_lists_count(five, enter, monkeypatch):
    monkeypatch.setattr("bureau.matters.board.COUNTED", 1)
    due(five.directive("running"), -3)
    lane, _url = enter(five.officer).get(LEDGER, {"show": "board"}).context["lanes"][0]
    assert lane.count == "1+"


# --- the calendar -----------------------------------------------------------------------------------
def days(browser, **asked) -> dict[str, object]:
    """Date → day of the month that is asked for."""
    weeks = browser.get(LEDGER, {"show": "calendar", **asked}).context["weeks"]
    assert {len(week) for week in weeks} == {7}
    assert {week[0][0].date.weekday() for week in weeks} == {0}
    return {f"{day.date}": day for week in weeks for day, _url in week if not day.outside}


def test_each_matter_stands_on_its_day(county, enter):
    due(county.directive("running", title="月中的"), at("2026-10-15"))
    due(county.directive("running", title="月末的"), at("2026-10-31"))
    due(county.directive("running", title="下月的"), at("2026-11-01"))
    found = days(enter(county.officer), month="2026-10")
    assert len(found) == 31
    titles = {day: [line.title for line in one.due] for day, one in found.items() if one.due}
    assert titles == {"2026-10-15": ["月中的"], "2026-10-31": ["月末的"]}


def test_a_full_day_shows_the_most_pressing_and_leads_to_all_of_them(county, enter):
    for title in ("一", "二", "三", "四", "五"):
        due(county.directive("running", title=title), at("2026-10-15"))
    browser = enter(county.officer)
    answer = browser.get(LEDGER, {"show": "calendar", "month": "2026-10"})
    day, url = next(one for week in answer.context["weeks"] for one in week if one[0].due)
    assert (day.count, len(day.due), day.more) == (5, 4, 1)
    assert "另有 1 件" in answer.content.decode()
    assert len(browser.get(f"{LEDGER}{url}").context["table"].rows) == 5


def test_days_off_and_worked_ones_are_marked_in_words(county, enter):
    WorkdayException.objects.filter(day__year=2026, day__month=10).delete()
    WorkdayException.objects.create(day="2026-10-01", working=False, name="国庆节")
    WorkdayException.objects.create(day="2026-10-10", working=True, name="国庆节")
    found = days(enter(county.officer), month="2026-10")
    marks = {day: one.mark for day, one in found.items() if one.mark}
    assert marks == {"2026-10-01": "国庆节放假", "2026-10-10": "调休上班"}


def test_a_light_is_a_word_on_the_calendar_too(five, enter):
    due(five.directive("running", title="过期的"), timezone.now() - timedelta(minutes=1))
    page = enter(five.officer).get(LEDGER, {"show": "calendar"}).content.decode()
    assert 'title="过期的"' in page
    assert "逾期" in page


def test_the_months_lie_beside_each_other(county, enter):
    context = enter(county.officer).get(LEDGER, {"show": "calendar", "month": "2026-12"}).context
    assert (context["before"], context["after"]) == (
        "?show=calendar&month=2026-11",
        "?show=calendar&month=2027-01",
    )


@pytest.mark.parametrize("month", ["", "2026-13", "0001-01", "9999-12", "nonsense", "\0"])
def test_a_month_that_makes_no_sense_is_this_one(county, enter, month):
    context = enter(county.officer).get(LEDGER, {"show": "calendar", "month": month}).context
    assert context["month"] == timezone.localdate().replace(day=1)


# --- both -------------------------------------------------------------------------------------------
def test_the_shape_comes_back_with_what_was_asked(county, enter):
    browser = enter(county.officer)
    switch = browser.get(LEDGER, {"q": "水库"}).context["shapes"][1]
    browser.get(f"{LEDGER}{switch['url']}")
    assert browser.get(LEDGER).url == f"{LEDGER}?q=%E6%B0%B4%E5%BA%93&show=board"


@pytest.mark.parametrize("shape", ["board", "calendar"])
def test_a_condition_without_sense_finds_nothing_in_any_shape(five, enter, shape):
    answer = enter(five.officer).get(LEDGER, {"show": shape, "light": "purple"})
    assert answer.status_code == 200
    assert "逾期的" not in answer.content.decode()
