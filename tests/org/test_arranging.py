"""Whose absence somebody arranges, who may stand in, for how long, and how it ends."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from bureau.org import arranging
from bureau.org.deputies import actors_of, deputies_of
from bureau.org.models import Deputy
from tests.county import person
from tests.deputies import fresh, secretary, stand_in

pytestmark = pytest.mark.django_db


def days(first: int, last: int) -> tuple[date, date]:
    today = timezone.localdate()
    return today + timedelta(days=first), today + timedelta(days=last)


def arrange(by, principal, deputy, first=0, last=2):
    return arranging.arrange(by, principal, deputy, *days(first, last))


WHOSE = {
    "officer": {"officer"},
    "director": {"officer", "colleague", "clerk", "inquirer", "director", "deputy"},
    "water_liaison": {"water_liaison"},
    "water_head": {"water_liaison", "water_head"},
    "magistrate": {"magistrate"},
    "stranger": {"stranger", "magistrate"},  # the magistrate's secretary
    "security": set(),
    "audit": set(),
}


def test_everybody_arranges_for_whom_the_table_says(county):
    secretary(county, county.magistrate, county.stranger)
    names = {one.pk: name for name, one in county.cast.items()}
    found = {
        name: {names[one.pk] for one in arranging.absences_arranged_by(fresh(county.cast[name]))}
        for name in WHOSE
    }
    assert found == WHOSE


def test_the_administrator_arranges_for_all_but_administrators_and_the_bureaus_leaders(county):
    whose = set(arranging.absences_arranged_by(county.system))
    others = {county.system, county.security, county.audit, county.director, county.deputy}
    assert whose == set(county.cast.values()) - others


@pytest.mark.parametrize(
    "principal, allowed",
    [
        ("water_liaison", {"water_head"}),
        ("director", {"deputy", "officer", "colleague", "clerk", "inquirer"}),
        ("magistrate", {"vice", "stranger"}),
        ("vice", {"magistrate"}),
        ("horse_liaison", set()),
    ],
)
def test_a_colleague_stands_in_for_a_leader_another_leader_or_their_secretary(county, principal, allowed):
    secretary(county, county.magistrate, county.stranger)
    names = {one.pk: name for name, one in county.cast.items()}
    assert {names[one.pk] for one in arranging.candidates(county.cast[principal])} == allowed


def test_who_may_not_arrange_arranges_nothing(county):
    for somebody in (
        "stranger",
        "water_head",
        "roads_liaison",
        "colleague",
        "magistrate",
        "security",
        "audit",
    ):
        with pytest.raises(ValidationError, match="不能为"):
            arrange(county.cast[somebody], county.officer, county.colleague)
    assert not Deputy.objects.exists()


@pytest.mark.parametrize(
    "first, last, field, told",
    [
        (-1, 2, "starts", "不能早于今天"),
        (3, 2, "ends", "不能早于“自”"),
        (0, 180, "ends", "最长180日"),
        (366, 367, "starts", "一年以内"),
    ],
)
def test_days_that_make_no_sense_are_named(county, first, last, field, told):
    with pytest.raises(ValidationError) as wrong:
        arrange(county.officer, county.officer, county.colleague, first, last)
    assert told in wrong.value.message_dict[field][0]


def test_the_longest_absence_is_a_hundred_and_eighty_days(county):
    assert arrange(county.officer, county.officer, county.colleague, 0, 179).pk


def test_two_stand_ins_for_the_same_days_are_refused_with_the_days_of_the_first(county):
    arrange(county.director, county.officer, county.colleague, 0, 5)
    with pytest.raises(ValidationError, match=r"重叠：.*由督查员乙代理"):
        arrange(county.director, county.officer, county.deputy, 5, 7)
    assert arrange(county.director, county.officer, county.deputy, 6, 7).pk


def test_the_database_keeps_two_stand_ins_apart_too(county):
    row = arrange(county.officer, county.officer, county.colleague, 0, 5)
    row.pk, row.deputy = None, county.deputy
    with pytest.raises(IntegrityError, match="one_stand_in_at_a_time"), transaction.atomic():
        row.save()


def test_who_is_away_themself_does_not_stand_in(county):
    arrange(county.colleague, county.colleague, county.deputy, 2, 4)
    with pytest.raises(ValidationError, match="也外出，由督查局副局长代理"):
        arrange(county.officer, county.officer, county.colleague, 0, 2)


def test_a_secretary_does_not_make_themself_the_stand_in(county):
    secretary(county, county.magistrate, county.stranger)
    with pytest.raises(ValidationError, match="不能安排自己"):
        arrange(fresh(county.stranger), county.magistrate, county.stranger)
    assert arrange(county.system, county.magistrate, county.stranger).pk


def test_the_same_arrangement_twice_is_one(county):
    assert arrange(county.officer, county.officer, county.colleague) == arrange(
        county.officer, county.officer, county.colleague
    )
    assert Deputy.objects.count() == 1


def test_an_arrangement_is_ended_at_once_and_stays_on_record(county):
    row = stand_in(county.officer, county.colleague)
    assert arranging.end(county.director, row)
    assert not arranging.end(county.director, row)
    row.refresh_from_db()
    assert row.ended_by == county.director
    assert actors_of(county.colleague, timezone.localdate()) == []
    assert stand_in(county.officer, county.colleague).pk != row.pk


def test_who_may_not_arrange_does_not_end_it_either(county):
    row = stand_in(county.officer, county.colleague)
    for somebody in (county.colleague, county.stranger, county.magistrate, county.audit):
        with pytest.raises(ValidationError):
            arranging.end(somebody, row)
    assert deputies_of(county.officer, timezone.localdate()) == [county.colleague]


def test_who_is_secretary_and_stand_in_acts_as_stand_in(county):
    secretary(county, county.magistrate, county.stranger)
    arrange(county.magistrate, county.magistrate, county.stranger)
    (actor,) = actors_of(county.stranger, timezone.localdate())
    assert (actor.principal, actor.kind, actor.hands) == (
        county.magistrate,
        "stand_in",
        {county.magistrate.pk, county.stranger.pk},
    )
    assert deputies_of(county.magistrate, timezone.localdate()) == [county.stranger]


def test_a_person_of_no_unit_who_leads_nothing_has_no_candidates(county):
    loose = person("loose", "借调人员", None, "officer")
    assert not arranging.candidates(loose).exists()
