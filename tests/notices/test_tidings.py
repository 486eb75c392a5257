"""Lines that units must hear of although they owe nothing: told once, to who reads them, never to their author."""

import pytest

from bureau.matters import timeline
from bureau.matters.models import Tiding
from bureau.notices.models import Notice
from bureau.notices.sweep import sweep

pytestmark = pytest.mark.django_db


@pytest.fixture
def matter(armed):
    """Led by water, helped by roads; everything owed was told."""
    directive = armed.directive("running", to=[armed.water, armed.roads])
    sweep()
    Notice.objects.all().delete()
    return directive.matter


def line(matter, actor, **about) -> None:
    Tiding.objects.create(entry=timeline.write(matter, "test.line", "情况有变", actor=actor, **about))


def told() -> set[str]:
    return set(Notice.objects.filter(news="entry").values_list("person__username", flat=True))


def test_a_line_for_all_is_told_to_every_unit_of_the_matter_once(armed, matter):
    line(matter, armed.director)
    assert sweep().notices == 3
    assert sweep().notices == 0
    assert told() == {"water", "water-head", "roads"}


def test_a_line_about_one_units_part_is_told_to_that_unit(armed, matter):
    part = matter.assignments.get(unit=armed.roads)
    line(matter, armed.officer, assignment=part, audience="unit")
    sweep()
    assert told() == {"roads"}


def test_what_only_the_desk_reads_is_told_to_its_leaders_and_to_no_unit(armed, matter):
    line(matter, armed.officer, audience="desk")
    sweep()
    assert told() == {"director", "deputy"}
    assert not Tiding.objects.filter(told_at__isnull=True).exists()


def test_nobody_is_told_of_what_they_did_themselves(armed, matter):
    line(matter, armed.water_liaison)
    sweep()
    assert told() == {"water-head", "roads"}


def test_a_sealed_matters_line_is_told_to_the_granted_alone(armed):
    directive = armed.directive("running", secrecy="sealed")
    line(directive.matter, armed.director)
    sweep()
    assert told() == set()


def test_what_breaks_for_one_line_stops_no_other(armed, matter, monkeypatch):
    from bureau.notices import tidings

    real = tidings.notices_of

    def broken(tiding, pending):
        if tiding.entry.actor_id == armed.officer.pk:
            raise RuntimeError("broken")
        return real(tiding, pending)

    monkeypatch.setattr(tidings, "notices_of", broken)
    line(matter, armed.officer)
    line(matter, armed.director)
    sweep()
    assert Notice.objects.filter(news="entry", entry__actor=armed.director).count() == 3
    assert Tiding.objects.filter(told_at__isnull=True).count() == 1


def test_a_line_for_one_person_alone_is_told_to_them_and_nobody_else(armed, matter):
    line(matter, armed.director)
    Tiding.objects.update(person=armed.magistrate)
    sweep()
    assert told() == {"magistrate"}
