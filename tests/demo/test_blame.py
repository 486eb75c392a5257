"""The demo's cases of accountability: the mill's whole, and each other end that a clue can have."""

from collections import Counter
from datetime import timedelta

import pytest
from django.urls import reverse

from accountability.clearing import against
from accountability.models import Case, Clearance, Sanction, Subject, Tolerance
from accountability.proposals import proposed
from bureau.demo.visits import MILL
from bureau.matters.models import Contest, Entry, Link
from bureau.org.models import Cadre, Person
from bureau.org.worktime import local
from reports.models import Bulletin
from tests.demo.conftest import built

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=["spring festival", "a year's end"])
def demo_day(request, quiet_place, shared, django_db_setup, django_db_blocker):
    with built(request.param, shared, django_db_blocker) as day:
        yield day


def mill() -> Case:
    return Case.objects.get(source="inspections", matter__title__contains="停产整治企业")


def test_the_night_the_mill_ran_led_to_a_circular_and_three_talks(demo):
    case = mill()
    assert Link.objects.get(source=case.matter, why=Link.Why.ARISES).target.title == MILL
    found = Counter(Sanction.objects.filter(subject__case=case).values_list("measure__label", "state"))
    assert found == {("通报批评", "executed"): 1, ("诫勉谈话", "executed"): 3}
    assert Bulletin.objects.get(title__contains="县生态环境分局通报批评").state == "issued"
    assert Contest.objects.get(service__matter=case.matter).state == "upheld"
    assert case.state == "effect"


def test_every_end_of_a_clue_is_there_and_one_clue_waits(demo):
    ends = Counter(Case.objects.values_list("state", flat=True))
    assert ends == {"closed": 3, "effect": 1, "cleared": 2, "referred": 1, "dismissed": 1, "clue": 1}
    assert Tolerance.objects.get().state == "granted"
    assert Subject.objects.get(outcome__startswith="申辩成立").state == "not_held"


def test_an_effect_period_ended_by_itself_and_its_bearer_was_promoted_after_it(demo):
    subject = Subject.objects.select_related("position__cadre").get(state="lifted")
    lifted = Entry.objects.get(matter=subject.case_id, step="subject.lift")
    assert (
        timedelta(1) <= local(lifted.at).date() - subject.effect_until < timedelta(12)
    )  # a feast lies between
    assert subject.position.cadre.positions.get(until=None).since > subject.effect_until
    assert against(subject.position.cadre, subject.effect_until).effects
    assert not against(subject.position.cadre, subject.effect_until + timedelta(1)).effects


def test_the_organisation_department_was_answered_by_a_signed_paper(demo):
    asked = Clearance.objects.get(state="signed").asked.all()
    assert [bool(one.effects) for one in asked] == [True, True, False, False, False]


def test_clues_are_proposed_and_wait_for_a_person(demo):
    found = proposed(Person.objects.get(username="accountability"))
    assert {one.rule for one in found} >= {"returns", "red_card"}


def test_heads_who_use_the_system_find_themselves_in_the_register(demo):
    assert Cadre.objects.count() == 22
    assert {cadre.person.username[-5:] for cadre in Cadre.objects.exclude(person=None)} == {"-head"}


@pytest.mark.parametrize("login, status", [("accountability", 200), ("magistrate", 200), ("officer1", 404)])
def test_the_case_opens_for_who_sees_it(demo, client, login, status):
    client.force_login(Person.objects.get(username=login))
    assert client.get(reverse("accountability:page", args=[mill().pk])).status_code == status
