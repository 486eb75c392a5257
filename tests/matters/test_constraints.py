"""What the database itself refuses, whoever writes."""

from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from bureau.matters.models import Assignment, Duty, Link, Matter, Reply
from tests.county import in_days

pytestmark = pytest.mark.django_db


@pytest.fixture
def directive(county):
    return county.directive("running", to=[county.water, county.roads])


@contextmanager
def refused(constraint):
    """The write inside is refused by this constraint; the transaction around it lives on."""
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        yield


def part(directive, **fields):
    return Assignment(
        **{"matter": directive.matter, "opened_at": timezone.now(), "state": "pending", **fields}
    )


def test_a_matter_has_one_lead(county, directive):
    with refused("one_lead_per_matter"):
        part(directive, unit=county.finance, role="lead").save()


def test_a_unit_is_assigned_once_per_matter(county, directive):
    with refused("a_unit_once_per_matter"):
        part(directive, unit=county.roads, role="co").save()


def test_a_part_is_planned_until_it_is_opened(county, directive):
    with refused("planned_until_opened"):
        part(directive, unit=county.finance, role="co", opened_at=None).save()


@pytest.mark.parametrize(
    "changes, constraint",
    [
        ({"title": ""}, "a_matter_has_a_title"),
        ({"number": None}, "what_runs_is_numbered_and_opened"),
        ({"opened_at": None}, "what_runs_is_numbered_and_opened"),
        ({"phase": "closed"}, "what_is_closed_says_when"),
        ({"finished_at": datetime(2000, 1, 1, tzinfo=UTC)}, "nothing_is_finished_before"),
    ],
)
def test_a_running_matter_keeps_its_shape(directive, changes, constraint):
    with refused(constraint):
        Matter.objects.filter(pk=directive.pk).update(**changes)


def test_two_matters_never_share_a_number(county, directive):
    other = county.directive("running")
    with refused("number"):
        Matter.objects.filter(pk=other.pk).update(number=directive.matter.number)


def duty(directive, **fields):
    return Duty(matter=directive.matter, step="review", opened_at=timezone.now(), **fields)


def test_a_duty_without_a_holder_is_refused(directive):
    with refused("a_duty_has_one_holder"):
        duty(directive).save()


def test_a_duty_of_a_person_is_nobody_elses(county, directive):
    with refused("a_duty_has_one_holder"):
        duty(directive, holder_person=county.officer, holder_post="officer").save()
    with refused("a_duty_has_one_holder"):
        duty(directive, holder_person=county.officer, holder_unit=county.water).save()


def test_a_step_is_owed_once_at_a_time(county, directive):
    first = duty(directive, holder_person=county.officer)
    first.save()
    with refused("a_step_is_owed_once_at_a_time"):
        duty(directive, holder_person=county.colleague).save()
    Duty.objects.filter(pk=first.pk).update(done_at=timezone.now())
    duty(directive, holder_person=county.colleague).save()


def answer(county, directive, **fields):
    words = {"kind": "progress", "text": "已开工", "at": timezone.now(), "sent_at": timezone.now()}
    words |= {"state": "sent", "author": county.water_liaison, **fields}
    return Reply(assignment=county.part(directive), **words)


@pytest.mark.parametrize(
    "fields, constraint",
    [
        ({"percent": 101}, "percent_up_to_hundred"),
        ({"kind": "extension"}, "an_extension_names_a_date"),
        ({"sent_at": None}, "what_is_sent_says_when"),
    ],
)
def test_a_reply_keeps_its_shape(county, directive, fields, constraint):
    with refused(constraint):
        answer(county, directive, **fields).save()


def test_the_author_never_judges_their_own_reply(county, directive):
    with refused("the_author_never_judges"):
        answer(county, directive, state="accepted", judged_by=county.water_liaison).save()


def test_one_extension_is_open_at_a_time(county, directive):
    answer(county, directive, kind="extension", until=in_days(40)).save()
    with refused("one_open_extension"):
        answer(county, directive, kind="extension", until=in_days(50)).save()


def test_a_matter_is_not_linked_to_itself_nor_twice(county, directive):
    other = county.directive("draft").matter
    Link(source=directive.matter, target=other, why="arises").save()
    with refused("a_link_once"):
        Link(source=directive.matter, target=other, why="arises").save()
    with refused("no_link_to_itself"):
        Link(source=other, target=other, why="arises").save()


def test_the_state_of_a_directive_is_a_known_one(directive):
    with refused("directive_state_is_known"):
        type(directive).objects.filter(pk=directive.pk).update(state="lost")
