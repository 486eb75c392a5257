"""Duties: what each verb opens, settles and drops, by when, and on whose desk it lies."""

from datetime import date

import pytest
from django.utils import timezone

from bureau.matters.deadlines import duties
from bureau.matters.models import Duty
from bureau.matters.parts import assignments
from bureau.org.worktime import moves
from directives import actions
from tests.matters.owing import owed

pytestmark = pytest.mark.django_db
LEAD_OWES = {"县水利局:sign", "县水利局:first_reply", "县水利局:report"}


def lies_with(county, matter) -> set[str]:
    """Those of the cast on whose desk something of this matter lies."""
    of_matter = Duty.objects.open().filter(matter=matter)
    return {name for name, person in county.cast.items() if of_matter.held_by(person).exists()}


@pytest.mark.parametrize(
    "stage, owes, desks",
    [
        ("draft", set(), set()),
        ("proposed", {"director:approve"}, {"director", "deputy"}),
        ("approved", {"officer:dispatch"}, {"officer"}),
        (
            "dispatched",
            LEAD_OWES | {"县交通运输局:sign", "县交通运输局:part"},
            {"water_liaison", "water_head", "roads_liaison"},
        ),
        (
            "running",
            {"县水利局:first_reply", "县水利局:report", "县交通运输局:part"},
            {"water_liaison", "water_head", "roads_liaison"},
        ),
        ("reviewing", {"officer:review", "县交通运输局:part"}, {"officer", "roads_liaison"}),
        ("closed", set(), set()),
    ],
)
def test_at_each_stage_exactly_this_is_owed_by_exactly_those(county, stage, owes, desks):
    matter = county.directive(stage, to=[county.water, county.roads]).matter
    assert owed(matter) == owes
    assert lies_with(county, matter) == desks


def test_only_the_head_has_the_countersignature_on_the_desk(county):
    directive = county.directive("running", to=[county.school])
    actions.draft_report(county.school_liaison, directive, "完成")
    duty = Duty.objects.filter(step="countersign")
    assert duty.held_by(county.school_head).exists()
    assert not duty.held_by(county.school_liaison).exists()
    assert not duty.held_by(county.water_head).exists()


def test_what_is_stopped_lies_on_nobodys_desk(county):
    directive = county.directive("running")
    actions.suspend(county.director, directive, "核实")
    assert lies_with(county, directive.matter) == set()
    actions.resume(county.director, directive)
    assert lies_with(county, directive.matter) == {"water_liaison", "water_head"}


def test_dates_come_from_the_limits_and_from_the_paper(county, friday):
    directive = county.directive("dispatched", to=[county.water, county.roads], due=date(2026, 12, 4))
    days = {
        duty.step: timezone.localdate(duty.due_at) for duty in Duty.objects.filter(assignment__role="lead")
    }
    assert days == {
        "sign": date(2026, 11, 23),
        "first_reply": date(2026, 11, 27),
        "report": date(2026, 12, 4),
    }
    assert all(duty.how["sentences"] for duty in directive.matter.duties.filter(due_at__isnull=False))


def test_without_a_date_on_the_paper_the_limit_of_the_urgency_counts(county, friday):
    directive = county.directive("dispatched", due=None, urgency="normal")
    assert timezone.localdate(directive.matter.due_at) == date(2026, 12, 11)  # fifteen working days


def test_the_clock_starts_at_dispatch_and_not_at_signing(county, friday):
    directive = county.directive("dispatched", due=None, urgency="normal")
    before = Duty.objects.get(step="report").due_at
    friday.move_to("2026-11-25T10:00:00+08:00")
    assignments.sign(county.water_liaison, county.part(directive))
    assert Duty.objects.get(step="report").due_at == before


def test_done_and_dropped_are_told_apart(county):
    directive = county.directive("running", to=[county.water, county.roads])
    actions.report(county.water_liaison, directive, "完成")
    actions.close(county.colleague, directive)
    dropped = set(directive.matter.duties.filter(dropped=True).values_list("step", flat=True))
    assert dropped == {"part"}
    assert not directive.matter.duties.filter(done_at__isnull=True).exists()


def test_a_move_that_changes_no_date_undoes_no_sweeps_mark(county):
    county.directive("running")
    duty, now = Duty.objects.get(step="report"), timezone.now()
    Duty.objects.filter(pk=duty.pk).update(told_at=now, rung=2)  # since it was read
    day = timezone.localdate(duty.due_at)
    duties.shift(duty, moves.extended(day, day))
    duty.refresh_from_db()
    assert (duty.told_at, duty.rung, len(duty.moves)) == (now, 2, 1)
    duties.shift(duty, moves.extended(date(2027, 1, 29), day))
    duty.refresh_from_db()
    assert (duty.told_at, duty.rung, len(duty.moves)) == (None, 0, 2)
