"""授权查阅: who may grant, to whom, until when, and what it opens."""

from datetime import timedelta

import pytest
from django.utils import timezone

from bureau.jobs.barred import Barred
from bureau.matters import chain
from bureau.matters.access import grants
from bureau.matters.flow import NotNow
from bureau.matters.models import Matter, MatterGrant
from bureau.matters.policy import Refused
from bureau.org.models import Person
from tests.county import in_days

pytestmark = pytest.mark.django_db
READ = "matters.read_matter"


@pytest.fixture(autouse=True)
def backend(settings):
    settings.AUTHENTICATION_BACKENDS = [
        *(name for name in settings.AUTHENTICATION_BACKENDS if "guardian" not in name),
        "bureau.matters.access.grants.GrantBackend",
    ]


@pytest.fixture
def matter(county):
    return county.directive("running").matter


def grant(county, matter, person=None, to=None, reason="协助核查", until=None):
    until = until or timezone.localdate()
    return grants.grant(person or county.officer, matter, to or county.stranger, reason, until)


def sees(person, matter) -> bool:
    """As the lists and as the permission say it; the two must agree."""
    person = Person.objects.get(pk=person.pk)  # as the next request reads it
    listed = Matter.objects.visible_to(person).filter(pk=matter.pk).exists()
    assert person.has_perm(READ, matter) == listed
    return listed


def test_a_grant_opens_the_matter_to_that_person_alone(county, matter):
    assert not sees(county.stranger, matter)
    grant(county, matter)
    assert sees(county.stranger, matter)
    assert not sees(county.horse_liaison, matter)
    assert not sees(county.stranger, county.directive("running").matter)


def test_a_grant_ends_with_its_last_day(county, matter, friday):
    grant(county, matter, until=timezone.localdate() + timedelta(days=2))
    friday.move_to("2026-11-22T23:59:00+08:00")
    assert sees(county.stranger, matter)
    friday.move_to("2026-11-23T00:00:01+08:00")
    assert not sees(county.stranger, matter)


def test_granting_again_renews_the_one_grant(county, matter):
    grant(county, matter)
    row = grant(county, matter, person=county.director, reason="延长核查", until=in_days(9))
    stored = MatterGrant.objects.get()
    assert stored == row
    assert (stored.until, stored.granted_by, stored.reason) == (in_days(9), county.director, "延长核查")


def test_a_withdrawn_grant_closes_the_matter_again(county, matter):
    grant(county, matter)
    grants.withdraw(county.director, matter, county.stranger)
    assert not sees(county.stranger, matter)
    with pytest.raises(NotNow, match="不用收回"):
        grants.withdraw(county.director, matter, county.stranger)


def test_granting_and_withdrawing_are_told_at_the_desk_only(county, matter):
    grant(county, matter)
    grants.withdraw(county.officer, matter, county.stranger)
    withdrawn, granted = matter.entries.all()[:2]
    assert f"授权{county.stranger.signature}查阅本事项" in granted.sentence
    assert granted.sentence.endswith("：协助核查")
    assert "收回" in withdrawn.sentence
    assert {granted.audience, withdrawn.audience} == {"desk"}
    assert not [verdict for verdict in chain.verdicts() if verdict.faults]


@pytest.mark.parametrize("name", ["colleague", "water_liaison", "magistrate", "system", "security", "audit"])
def test_only_the_officer_and_the_director_grant_and_withdraw(county, matter, name):
    person = county.cast[name]
    with pytest.raises(Refused, match="经办督查员或局领导"):
        grant(county, matter, person=person)
    grant(county, matter)
    with pytest.raises(Refused, match="经办督查员或局领导"):
        grants.withdraw(person, matter, county.stranger)
    assert MatterGrant.objects.count() == 1


@pytest.mark.parametrize("name", ["system", "security", "audit"])
def test_an_administrator_is_never_granted(county, matter, name):
    with pytest.raises(Barred, match="管理员不查阅事项内容"):
        grant(county, matter, to=county.cast[name])


def test_who_becomes_an_administrator_sees_nothing_by_an_old_grant(county, matter):
    grant(county, matter)
    county.stranger.postings.update(post="audit")
    assert not sees(county.stranger, matter)


@pytest.mark.parametrize(
    "words, complaint",
    [
        ({"reason": "  "}, "“理由”"),
        ({"reason": "长" * 201}, "“理由”"),
        ({"until": in_days(-1)}, "“截止日期”不能早于今天"),
    ],
)
def test_a_grant_has_a_reason_and_an_end_to_come(county, matter, words, complaint):
    with pytest.raises(Barred, match=complaint):
        grant(county, matter, **words)
    assert not MatterGrant.objects.exists()


def test_nobody_grants_to_themselves_or_to_a_deactivated_account(county, matter):
    with pytest.raises(Barred, match="不能是本人"):
        grant(county, matter, to=county.officer)
    county.stranger.is_active = False
    with pytest.raises(Barred, match="已停用"):
        grant(county, matter)
