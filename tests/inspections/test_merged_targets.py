"""Units that are merged while they are looked at: what was served stays what it was, and everything that is open has a holder."""

import pytest

import directives.inspections.actions as visiting
from bureau.matters.models import Contest, Duty, Service
from bureau.matters.service import contesting, serving
from directives.inspections import states
from tests.complaints.playing import lines
from tests.county import WRITTEN
from tests.deputies import fresh
from tests.inspections.merging import merged
from tests.inspections.test_life import target_of
from tests.matters.owing import owed


@pytest.fixture
def both(county):
    """How both targets, 水利局 and 交通运输局, are at a stage."""
    return lambda stage: county.inspection(stage, targets=(county.water, county.roads))


def test_a_unit_that_was_served_is_merged_into_one_that_was_not(county, both):
    record = both("drafted")
    visiting.sign(county.director, target_of(record, county.water))
    merged(county, county.water, county.roads)
    visiting.sign(county.director, target_of(record, county.roads))
    heir = fresh(county.roads_liaison)
    for service in Service.objects.all():
        serving.receive(heir, service)
    assert {one.state for one in record.targets.all()} == {states.SERVED}
    assert "receive_paper" not in str(owed(record.matter))


def test_a_unit_that_was_not_served_is_merged_into_one_that_was(county, both):
    record = both("drafted")
    visiting.sign(county.director, target_of(record, county.roads))
    merged(county, county.water, county.roads)
    visiting.sign(county.director, target_of(record, county.water))
    served = target_of(record, county.water).service
    assert served.text.startswith("一、认定的事实")
    serving.receive(fresh(county.roads_liaison), served)


def test_two_contests_are_decided_each_and_the_answers_reach_the_unit_that_carries_on(county, both):
    record = both("contested")
    merged(county, county.water, county.roads)
    assert Duty.objects.filter(step="decide_review", done_at=None).count() == 2
    for contest in Contest.objects.all():
        contesting.decide(county.magistrate, contest, "changed", "情节轻微。")
    heir = fresh(county.roads_liaison)
    owing = Duty.objects.open().held_by(heir).filter(step="receive_paper")
    assert owing.count() == 2
    for answer in Service.objects.filter(answers__isnull=False):
        serving.receive(heir, answer)
    assert owed(record.matter) == {"officer:close_visit"}


def test_a_merger_of_those_that_were_served_is_told_once(county, both):
    record = both("served")
    merged(county, county.water, county.roads)
    merged(county, county.water, county.roads)
    assert len(lines(record, "matters.merge")) == 1


def test_two_drafts_are_written_anew_as_one(county, both):
    """Nobody signs what speaks of one half alone."""
    record = both("drafted")
    merged(county, county.roads, county.water)
    target = target_of(record)
    assert target.state == states.PLANNED
    assert target.facts == f"{WRITTEN['facts']}\n{WRITTEN['facts']}"
    assert owed(record.matter) == {"officer:conclude"}


@pytest.mark.parametrize("other", ["planned", "drafted"])
def test_no_conclusion_on_one_half_is_none_on_the_whole(county, both, other):
    record = both("concluding")
    visiting.conclude_without(county.officer, target_of(record, county.water), "职责已划出。")
    if other == "drafted":
        visiting.draft(county.colleague, target_of(record, county.roads), **WRITTEN)
    merged(county, county.roads, county.water)
    assert target_of(record).state == states.PLANNED
    assert owed(record.matter) == {"officer:conclude"}
