"""What turns bad is told to the 系统管理员, once a kind and day; and the night's walk over the timelines."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from bureau.notices.models import Clock, Notice
from bureau.ops import heartbeat, walking
from bureau.ops.models import Backup, ChainCheck, Worker
from bureau.ops.tasks import back_up, look_after
from tests.matters.tamper import edit

pytestmark = pytest.mark.django_db


@pytest.fixture
def late(county):
    """A sweep that is an hour late."""
    Clock.objects.create(pk=1, armed=True, swept_at=timezone.now() - timedelta(hours=1), seconds=1)
    return county


def test_a_fault_is_told_once_a_day_to_the_system_administrator_alone(late):
    assert [look_after(), look_after()] == [1, 1]
    told = Notice.objects.get()
    assert (told.person, told.url) == (late.system, "/ops/")
    assert told.words.startswith("提醒巡查：上次巡查在1 小时前")
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        look_after()
    assert Notice.objects.count() == 2


def test_another_kind_of_fault_is_told_the_same_day(late, settings, tmp_path):
    look_after()
    settings.BACKUP_DIR = tmp_path
    Backup.objects.create(at=timezone.now() - timedelta(hours=49), digest="a" * 64)
    look_after()
    assert Notice.objects.filter(words__startswith="备份：").count() == 1
    assert Notice.objects.count() == 2


def test_where_all_is_well_nobody_is_told(county):
    Clock.objects.create(pk=1, armed=True, swept_at=timezone.now(), seconds=1)
    assert look_after() == 0
    assert not Notice.objects.exists()


def test_the_walk_goes_on_where_it_was_cut_short(county, monkeypatch):
    monkeypatch.setattr(walking, "SLICE", 2)
    for _ in range(3):
        county.directive("running")
    first = walking.begin()
    assert walking.walk_on() is True
    assert walking.begin() == first
    assert walking.walk_on() is False
    walked = ChainCheck.objects.get()
    assert (walked.matters, walked.broken, walked.ended_at is None) == (3, [], False)
    assert walking.walk_on() is False  # nothing is going on


def test_a_changed_line_is_found_by_night_and_told(county):
    directive = county.directive("running")
    Clock.objects.create(pk=1, armed=True, swept_at=timezone.now(), seconds=1)
    edit(directive.matter, 1, sentence="没有的事")
    walking.begin()
    walking.walk_on()
    assert ChainCheck.objects.get().broken == [directive.pk]
    look_after()
    assert "没有的事" not in Notice.objects.get().words


def test_without_a_folder_there_is_no_nightly_backup(county, settings):
    settings.BACKUP_DIR = None
    back_up()
    assert not Backup.objects.exists()


def test_a_worker_is_one_line_and_a_long_dead_one_none():
    heartbeat.say("celery@one")
    heartbeat.say("celery@one")
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        heartbeat.say("celery@two")
    assert list(Worker.objects.values_list("name", flat=True)) == ["celery@two"]
