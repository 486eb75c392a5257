"""Every step of a period, of a unit in it, of an adjustment × everybody of the cast: who may take it, in the state where it can be taken and
in no other. What is not in these tables is open to nobody."""

from itertools import chain

import pytest

from appraisal.actions import adjusting
from appraisal.flow import ADJUSTMENT_FLOW, FLOW, UNIT_FLOW
from bureau.matters.flow import Flow
from bureau.matters.policy import may
from tests.appraisal.playing import STAGES, adjust, appraiser, begin, draft, part_of, play, publish

pytestmark = pytest.mark.django_db

DIRECTORS = {"director", "deputy"}
DESK = {"appraiser", *DIRECTORS}
LEADER = {"magistrate"}
UNIT = {"water_liaison", "water_head"}
VALUES, REOPEN = {"values": DESK}, {"reopen": DESK}
OF_PERIOD = {
    "registered": {"register": DESK, "open": DESK, "void": DESK},
    "collecting": VALUES
    | {"prolong": DESK, "close_collection": DESK, "supplied": {"finance_liaison"}, "void": DIRECTORS},
    "scoring": VALUES | {"reckon": DESK},
    "deliberating": REOPEN | {"deliberate": DESK},
    "graded": REOPEN | {"deliberate": DESK, "publicise": DESK},
    "publicised": REOPEN,
    "settled": REOPEN | {"approve": LEADER, "decline": LEADER},
    "published": VALUES | {"archive": DESK, "correct": LEADER},
    "archived": VALUES | {"correct": LEADER},
}
OF_UNIT = {"collecting": {"fill_in": UNIT, "report": UNIT}}
BEFORE = {"approve_adjustment": DIRECTORS, "dismiss_adjustment": DESK}
OF_ADJUSTMENT = {
    "confirmed": BEFORE | {"object": UNIT},
    "objected": BEFORE | {"uphold": DIRECTORS, "grant_objection": DIRECTORS},
    "answered": BEFORE,
    "approved": {"revoke_adjustment": DIRECTORS},
}


@pytest.fixture
def period(county):
    return begin(county, publish(county, draft(county)))


def everybody(county) -> dict:
    return county.cast | {"appraiser": appraiser(county)}


def allowed(county, flow: Flow, record) -> dict:
    here = [step for step in flow.steps if record.state in step.frm]
    found = {
        step.name: {name for name, one in everybody(county).items() if may(one, step, record)}
        for step in here
    }
    return {name: who for name, who in found.items() if who}


@pytest.mark.parametrize("stage", STAGES)
def test_each_step_is_open_to_exactly_those(county, period, stage):
    play(county, period, stage)
    assert allowed(county, FLOW, period) == OF_PERIOD[stage]
    assert allowed(county, UNIT_FLOW, part_of(period, county.water)) == OF_UNIT.get(stage, {})


@pytest.mark.parametrize("stage", STAGES)
def test_every_refusal_is_a_sentence(county, period, stage):
    play(county, period, stage)
    pairs = ((FLOW, period), (UNIT_FLOW, part_of(period, county.water)))
    steps = chain.from_iterable(((step, record) for step in flow.steps) for flow, record in pairs)
    verdicts = [may(who, step, record) for step, record in steps for who in everybody(county).values()]
    assert all(verdict.reason.endswith("。") for verdict in verdicts if not verdict)


def test_each_step_of_an_adjustment_is_open_to_exactly_those(county, period):
    play(county, period, "scoring")
    one, found = adjust(county, period, county.water, "督查批评"), {}
    acts = {
        "confirmed": lambda: None,
        "objected": lambda: adjusting.object_to(county.water_head, one, "没有这回事。"),
        "answered": lambda: adjusting.uphold(county.deputy, one, "有通报为据。"),
        "approved": lambda: adjusting.approve(county.director, one),
    }
    for state, act in acts.items():
        act()
        one.refresh_from_db()
        found[state] = allowed(county, ADJUSTMENT_FLOW, one)
    assert found == OF_ADJUSTMENT


def test_every_step_stands_in_a_table():
    tables = (OF_PERIOD, OF_UNIT, OF_ADJUSTMENT)
    told = {name for table in tables for row in table.values() for name in row}
    by_itself = {"tell", "follow_objection"}
    elsewhere = {
        "settle",
        "close_rescore",
        "take_back_report",
        "adjust",
        "confirm_adjustment",
    }  # test_life, test_pages
    steps = {step.name for flow in (FLOW, UNIT_FLOW, ADJUSTMENT_FLOW) for step in flow.steps}
    assert steps == told | by_itself | elsewhere
