"""每日汇总: one per person and working day, of what is not urgent and still stands."""

from datetime import time

import pytest

from bureau.matters.models import Duty
from bureau.matters.parts import assignments
from bureau.notices.deliver import deliver
from bureau.notices.digest import digest
from bureau.notices.models import Delivery, Notice, Preference
from bureau.notices.sweep import sweep
from tests.notices.receivers import KEY, gateway

pytestmark = pytest.mark.django_db
MONDAY = "2026-11-23T08:31:00+08:00"


@pytest.fixture
def phone(settings):
    with gateway() as server:
        settings.NOTICE_GATEWAY_URL, settings.NOTICE_GATEWAY_KEY = server.url, KEY
        yield server


@pytest.fixture
def waiting(armed, phone):
    """The liaison has one thing to read, and has not read it."""
    Preference.objects.create(person=armed.water_liaison, mobile="13900000000")
    armed.told = armed.directive("dispatched")
    Duty.objects.exclude(step="sign").update(due_at=None)
    Duty.objects.exclude(step="sign").update(dropped=True, done_at=armed.told.matter.opened_at)
    sweep()
    return armed


@pytest.mark.slow
def test_one_message_a_day_however_often_the_bell_rings(waiting, phone, friday):
    friday.move_to(MONDAY, tick=False)
    assert [digest(), digest(), digest()] == [1, 0, 0]
    assert deliver("gateway") == 1
    (message,) = phone.taken.values()
    assert "1 条提醒" in message["text"]
    assert waiting.told.matter.title not in message["text"]


def test_not_before_the_hour_one_has_chosen(waiting, friday):
    Preference.objects.update(digest_at=time(16))
    friday.move_to(MONDAY, tick=False)
    assert digest() == 0
    friday.move_to("2026-11-23T16:00:00+08:00", tick=False)
    assert digest() == 1


def test_after_an_outage_it_comes_late_and_once(waiting, friday):
    friday.move_to("2026-11-23T15:00:00+08:00", tick=False)
    assert digest() == 1
    assert digest() == 0


def test_none_on_a_day_off_and_the_next_working_day_has_it_all(waiting, friday):
    friday.move_to("2026-11-21T09:00:00+08:00", tick=False)
    assert digest() == 0
    friday.move_to(MONDAY, tick=False)
    assert digest() == 1


def test_nothing_to_say_makes_no_message(waiting, friday):
    Notice.objects.update(read_at=Notice.objects.first().at)
    friday.move_to(MONDAY, tick=False)
    assert digest() == 0


def test_what_comes_after_the_hour_is_told_on_the_next_day(waiting, friday):
    Notice.objects.update(read_at=Notice.objects.first().at)
    friday.move_to(MONDAY, tick=False)
    digest()
    Notice.objects.update(read_at=None)
    friday.move_to("2026-11-23T17:00:00+08:00", tick=False)
    assert digest() == 0
    friday.move_to("2026-11-24T08:31:00+08:00", tick=False)
    assert digest() == 1


def test_what_was_in_a_digest_is_not_in_the_next(waiting, friday):
    friday.move_to(MONDAY, tick=False)
    digest()
    friday.move_to("2026-11-24T08:31:00+08:00", tick=False)
    assert digest() == 0


def test_who_switched_it_off_gets_none(waiting, friday):
    Preference.objects.update(digest=False)
    friday.move_to(MONDAY, tick=False)
    assert digest() == 0


def test_what_was_done_before_it_left_is_left_out(waiting, friday, phone):
    friday.move_to(MONDAY, tick=False)
    digest()
    assignments.sign(waiting.water_liaison, waiting.part(waiting.told))
    assert deliver("gateway") == 0
    assert Delivery.objects.get().state == Delivery.State.DROPPED
    assert phone.taken == {}


def test_what_fails_for_one_person_is_made_for_the_others(waiting, friday, monkeypatch):
    from bureau.notices import digest as module

    Preference.objects.create(person=waiting.water_head, mobile="13900000001")
    Preference.objects.update(digested_on="2026-11-20")
    real = module.gather

    def broken(person, *about):
        if person == waiting.water_liaison.pk:
            raise RuntimeError("broken")
        return real(person, *about)

    monkeypatch.setattr(module, "gather", broken)
    friday.move_to(MONDAY, tick=False)
    assert digest() == 1
