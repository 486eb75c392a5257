"""The clock of bulletins: units are told of what they have not read or not answered, on working days, each rung once."""

from datetime import datetime

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bureau.notices import watch
from bureau.notices.models import Notice
from reports import actions
from reports.models import Bulletin, Receipt
from reports.reminding import remind
from tests.reports.conftest import text_of
from tests.reports.specials import issue

pytestmark = pytest.mark.slow

MONDAY = timezone.make_aware(datetime(2026, 11, 2, 9))  # a week without a holiday
LATER = {
    "tuesday": (3, 9),
    "wednesday": (4, 9),
    "friday": (6, 9),
    "next_monday": (9, 9),
    "next_friday": (13, 9),
}


def moment(name):
    day, hour = LATER[name]
    return timezone.make_aware(datetime(2026, 11, day, hour))


@pytest.fixture
def armed(monkeypatch):
    monkeypatch.setattr(watch, "runs", lambda: True)


@pytest.fixture
def monday(county, armed) -> Bulletin:
    """Issued on a Monday; water lags and is asked to answer until Friday."""
    with time_machine.travel(MONDAY, tick=False):
        county.directive("running", to=[county.water], title="完成小型水库隐患排查")
        draft = actions.draft_from_source(county.officer, county.source)
        marks = {draft.quotes.get().pk: actions.Marks(True, "", True, "方案未报送")}
        text = text_of(draft) | {"answer_by": moment("friday").date()}
        actions.edit(county.officer, draft, text, marks)
        return issue(county, Bulletin.objects.get(pk=draft.pk))


def told(name, bulletin, key) -> int:
    with time_machine.travel(moment(name), tick=False):
        remind()
        remind()
    return Notice.objects.filter(url=bulletin.get_absolute_url(), key__startswith=key).count()


def test_the_unread_are_told_after_two_and_after_five_working_days(county, monday):
    people = told("wednesday", monday, "unread:")
    assert people > 0
    assert told("wednesday", monday, "unread:") == people
    assert told("next_monday", monday, "unread:") == 2 * people


def test_nobody_is_told_on_the_first_day(county, monday):
    assert told("tuesday", monday, "unread:") == 0


def test_who_has_read_it_is_not_told(county, monday):
    actions.read(county.water_liaison, monday)
    told("wednesday", monday, "unread:")
    assert not Notice.objects.filter(person=county.water_head, key__startswith="unread:").exists()


def test_leaders_are_never_urged(county, monday):
    told("next_friday", monday, "unread:")
    assert not Notice.objects.filter(person=county.magistrate, key__startswith="unread:").exists()


def test_an_answer_is_asked_for_before_its_date_and_when_it_is_late(county, monday):
    def answers(name):
        return told(name, monday, f"answer:{monday.pk}:")

    people = answers("friday")
    assert people == 2  # the liaison and the head of water
    assert answers("next_monday") == 2 * people
    assert answers("next_friday") == 3 * people


def test_who_has_answered_is_left_alone(county, monday):
    actions.answer(county.water_liaison, monday, "已补报方案。")
    assert told("next_friday", monday, "answer:") == 0


def test_nobody_is_told_while_the_clock_is_not_armed(county, monday, monkeypatch):
    monkeypatch.setattr(watch, "runs", lambda: False)
    assert told("next_friday", monday, "unread:") == 0


def test_an_old_database_wakes_quietly(county, monday):
    with time_machine.travel(timezone.make_aware(datetime(2027, 3, 1, 9)), tick=False):
        remind()
    assert not Notice.objects.filter(key__startswith="unread:").exists()


def test_what_a_colleague_did_nobody_is_urged_to_any_more(county, monday):
    told("wednesday", monday, "unread:")
    told("friday", monday, "answer:")
    actions.read(county.water_liaison, monday)
    actions.answer(county.water_liaison, monday, "已补报方案。")
    urged = Notice.objects.filter(person=county.water_head, url=monday.get_absolute_url(), read_at=None)
    assert not urged.filter(key__startswith="unread:").exists()
    assert not urged.filter(key__startswith="answer:").exists()


def test_a_rung_that_is_long_past_is_passed_over(county, monday):
    """The clock stood still for a fortnight, or is armed on a restored database."""
    with time_machine.travel(timezone.make_aware(datetime(2026, 11, 24, 9)), tick=False):
        remind()
    assert not Notice.objects.filter(key__startswith="unread:").exists()
    assert not Notice.objects.filter(key__startswith="answer:").exists()


def test_being_late_goes_outside_at_once_and_a_reminder_does_not(county, monday):
    told("friday", monday, "answer:")
    told("next_monday", monday, "answer:")
    urgent = Notice.objects.filter(person=county.water_head, key__startswith="answer:").order_by("pk")
    assert list(urgent.values_list("urgent", flat=True)) == [False, True]


def test_the_round_asks_the_same_number_of_questions_however_many_units(
    county, monday, django_assert_num_queries
):
    def again():
        Notice.objects.all().delete()
        remind()
        return Notice.objects.filter(key__startswith="unread:").count()

    with time_machine.travel(moment("wednesday"), tick=False):
        again()
        with CaptureQueriesContext(connection) as many:
            of_all = again()
        units = Receipt.objects.filter(bulletin=monday, unit__isnull=False).exclude(unit=county.water)
        units.update(read_at=timezone.now(), read_by=county.roads_liaison)
        with django_assert_num_queries(len(many)):
            assert again() < of_all


def test_the_clock_rings_by_day_alone():
    schedule = settings.CELERY_BEAT_SCHEDULE["remind-of-bulletins"]["schedule"]
    assert schedule.hour == set(range(8, 18))
