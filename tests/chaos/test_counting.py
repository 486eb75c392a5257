"""What `make chaos` counts, it would also find: each promise is broken here once by hand."""

from datetime import timedelta

import pytest
from django.utils import timezone

from bureau.chaos import owing, whole
from bureau.chaos.reminders import Reminders
from bureau.chaos.scale import Scale
from bureau.matters.models import Duty, Entry, Matter, Reply
from bureau.matters.parts import assignments
from bureau.notices.models import Notice
from bureau.notices.sweep import sweep

pytestmark = pytest.mark.django_db


@pytest.fixture
def counted():
    """Eight duties that fell due, swept once."""
    owing.prepare(duties=8, seconds=1)
    reminders = Reminders(None, Scale())
    reminders.expected = owing.expected()
    sweep(timezone.now() + timedelta(seconds=5))
    return reminders


@pytest.fixture
def replied(county):
    part = county.part(county.directive("running"))
    assignments.reply(county.water_liaison, part, "已完成七成。")
    return part


@pytest.mark.slow
def test_what_the_sweep_tells_is_what_plain_counting_expects(counted):
    assert len(counted.expected) >= 8
    assert counted.inside().kept


def test_a_lost_notice_is_found(counted):
    owing.told().first().delete()
    assert "丢失1" in counted.inside().figures
    assert not counted.inside().kept


def test_a_notice_that_nobody_expected_is_found(counted):
    one = owing.told().first()
    Notice.objects.filter(pk=one.pk).update(due_at=one.due_at + timedelta(days=1))
    assert "不该有的1" in counted.inside().figures
    assert not counted.inside().kept


def test_an_acknowledged_step_that_is_not_there_is_lost(replied):
    assert whole.lost(["已完成七成。"], [replied.pk]) == 0
    assert whole.lost(["已完成七成。", "没有的"], []) == 1


def test_a_reply_that_is_there_twice_is_found(county, replied):
    assert whole.twice() == 0
    assignments.reply(county.water_liaison, replied, "已完成七成。")
    assert whole.twice() == 1


def test_half_a_step_is_found(replied):
    assert whole.nothing_halved().kept
    Reply.objects.all().delete()
    assert not whole.nothing_halved().kept


def test_a_signature_whose_duty_is_still_open_is_found(replied):
    Duty.objects.filter(step="sign").update(done_at=None)
    assert not whole.nothing_halved().kept


def test_a_timeline_that_lost_its_end_is_found(replied):
    assert whole.chained().kept
    Matter.objects.filter(pk=replied.matter_id).update(entry_count=Entry.objects.count() + 1)
    assert not whole.chained().kept
