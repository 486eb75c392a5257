"""What came with a complaint that was voided stays for thirty days, and then is nowhere."""

from datetime import timedelta

import pytest
from django.utils import timezone

import complaints.actions as complaining
from bureau.attack.hunting import stored
from bureau.vault import scans
from bureau.vault.models import Identity, Scan
from complaints import clearing
from complaints.states import KEPT_OF_VOID
from complaints.tasks import clear_voided
from tests.complaints.playing import anew, kept, lines
from tests.county import HEARD
from tests.house.papers import picture
from tests.house.scene import sealed

pytestmark = pytest.mark.django_db


def with_letters(county, stage: str = "registered"):
    record = county.complaint(stage)
    scans.bind(
        Identity.objects.get(matter=record.pk), [sealed(picture(), "一.png"), sealed(picture(), "二.png")]
    )
    return anew(record)


@pytest.fixture
def voided(county, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        record = with_letters(county)
    complaining.void(county.clerk, record, "登记错了。")
    return record


def after(days: int, time_machine, run) -> int:
    """What is cleared so many days from now."""
    time_machine.move_to(timezone.now() + timedelta(days))
    with run(execute=True):
        return clear_voided()


def test_its_letters_are_cleared_after_thirty_days_and_not_before(
    voided, settings, time_machine, django_capture_on_commit_callbacks
):
    run = django_capture_on_commit_callbacks
    assert after(KEPT_OF_VOID - 1, time_machine, run) == 0
    assert len(stored(settings.FILES_ROOT)) == 2
    assert after(2, time_machine, run) == 1
    assert (Scan.objects.count(), stored(settings.FILES_ROOT)) == (0, {})
    assert after(1, time_machine, run) == 0


def test_the_desk_reads_that_they_are_gone_and_who_complained_is_still_kept(
    county, enter, voided, time_machine, django_capture_on_commit_callbacks
):
    after(KEPT_OF_VOID + 1, time_machine, django_capture_on_commit_callbacks)
    assert lines(voided, clearing.STEP) == ["作废满30日，来信和证据材料的扫描件2件已清除"]
    assert "扫描件2件已清除" in enter(county.clerk).get(voided.get_absolute_url()).content.decode()
    assert kept(voided) == 1


@pytest.mark.parametrize("stage", [HEARD[0], HEARD[-1]])
def test_of_what_was_not_voided_everything_stays(
    county, settings, stage, time_machine, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        with_letters(county, stage)
    assert after(400, time_machine, django_capture_on_commit_callbacks) == 0
    assert len(stored(settings.FILES_ROOT)) == 2


def test_whoever_voids_it_is_told_before(county, enter):
    record = county.complaint("registered")
    page = enter(county.clerk).get(f"{record.get_absolute_url()}void/").content.decode()
    assert "来信和证据材料的扫描件30日后清除" in page
