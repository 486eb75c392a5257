"""Approving, signing and deciding through somebody else's name: four eyes look at both names."""

import directives.inspections.actions as visiting
from bureau.matters.models import Contest, Service
from bureau.matters.service import contesting, serving
from bureau.org.actor import Actor
from bureau.org.models import Deputy
from directives.inspections import states
from tests.complaints.playing import barred
from tests.deputies import secretary, stand_in
from tests.inspections.test_life import stands, target_of
from tests.matters.owing import owed


def in_name_of(principal, hand, kind) -> Actor:
    return Actor(principal, hand, kind, "口头指示")


def contested(county) -> Contest:
    serving.receive(county.water_liaison, Service.objects.get())
    contesting.apply_review(county.water_liaison, Service.objects.get(), "没有生产。")
    return Contest.objects.get()


def test_who_goes_along_does_not_approve_the_plan_in_the_approvers_name(county):
    record = county.inspection("proposed")
    for hand in (county.deputy, county.colleague, county.officer):
        secretary(county, county.magistrate, hand)
        hers = in_name_of(county.magistrate, hand, Deputy.Kind.SECRETARY)
        assert "以外的人审批" in barred(visiting.approve, hers, record)
    assert stands(record) == states.PROPOSED


def test_who_signed_in_anothers_name_does_not_decide_what_is_contested(county):
    """And nobody waits for them: the county's leaders owe it, for no leader of the bureau is free."""
    record = county.inspection("drafted", head=county.colleague, members=())
    stand_in(county.director, county.deputy)
    visiting.sign(in_name_of(county.director, county.deputy, Deputy.Kind.STAND_IN), target_of(record))
    contest = contested(county)
    assert "leader:decide_review" in owed(record.matter)
    assert "须回避" in barred(contesting.decide, county.deputy, contest, "upheld", "照片清楚。")


def test_who_took_part_does_not_decide_as_a_leaders_secretary(county):
    record = county.inspection("drafted", head=county.colleague, members=())
    visiting.sign(county.director, target_of(record))
    contest = contested(county)
    secretary(county, county.vice, county.colleague)
    hers = in_name_of(county.vice, county.colleague, Deputy.Kind.SECRETARY)
    assert "须回避" in barred(contesting.decide, hers, contest, "upheld", "照片清楚。")


def test_who_drafted_does_not_sign_in_a_leaders_name(county):
    record = county.inspection("drafted")
    stand_in(county.director, county.colleague)
    own = in_name_of(county.director, county.colleague, Deputy.Kind.STAND_IN)
    assert "拟稿人以外" in barred(visiting.sign, own, target_of(record))
