"""Every step, every person of the cast: who may take it, in the state where it can be taken and in no other."""

import pytest

from bureau.matters.flow import Step
from bureau.matters.policy import may
from directives import flow

pytestmark = pytest.mark.django_db

DESK = {"officer", "colleague", "director", "deputy"}
DIRECTORS = {"director", "deputy"}
# Lead is 水利局, which does not countersign.
ALLOWED = {
    (flow.EDIT, "draft"): DESK,
    (flow.PROPOSE, "draft"): DESK,
    (flow.VOID_IT, "draft"): DESK,
    (flow.REGISTER, "draft"): DESK,
    (flow.DECLINE, "proposed"): DIRECTORS,
    (flow.TAKE_BACK, "proposed"): {"officer"},  # who proposed it
    (flow.APPROVE, "proposed"): DIRECTORS,
    (flow.VOID_IT, "proposed"): DESK,
    (flow.DISPATCH, "approved"): DESK,
    (flow.VOID_IT, "approved"): DIRECTORS,
    (flow.SET_GOAL, "approved"): DESK,
    (flow.SET_GOAL, "running"): DESK,
    (flow.CORRECT, "approved"): DESK,
    (flow.CORRECT, "running"): DESK,
    (flow.CORRECT, "reviewing"): DESK,
    (flow.CORRECT, "closed"): DESK,
    (flow.REPORT, "running"): {"water_liaison", "water_head"},
    (flow.SUSPEND, "running"): DIRECTORS,
    (flow.VOID_IT, "running"): DIRECTORS,
    (flow.TAKE_BACK_REPORT, "reviewing"): {"water_liaison"},  # who reported
    (flow.CLOSE, "reviewing"): DESK,
    (flow.RETURN, "reviewing"): DESK,
    (flow.REOPEN, "closed"): DIRECTORS,
}
STEPS = [value for value in vars(flow).values() if isinstance(value, Step)]


def allowed(county, directive) -> dict:
    """Who may take which step now, as the buttons would ask."""
    return {
        step.key: {name for name, person in county.cast.items() if may(person, step, directive)}
        for step in STEPS
    }


@pytest.mark.parametrize("stage", ["draft", "proposed", "approved", "running", "reviewing", "closed"])
def test_each_step_is_open_to_exactly_those(county, stage):
    directive = county.directive(stage, to=[county.water, county.roads])
    expected = {step.key: ALLOWED.get((step, stage), set()) for step in STEPS}
    assert allowed(county, directive) == expected


@pytest.mark.parametrize("state, step", [("suspended", flow.RESUME), ("suspended", flow.VOID_IT)])
def test_from_a_suspended_one_only_the_directors_lead_on(county, state, step):
    directive = county.directive("running")
    directive.state = state
    assert allowed(county, directive)[step.key] == DIRECTORS


def test_a_void_one_takes_no_step_at_all(county):
    directive = county.directive("running")
    directive.state = "void"
    assert not any(allowed(county, directive).values())


def test_where_the_head_countersigns_the_liaison_drafts(county):
    directive = county.directive("running", to=[county.school])
    now = allowed(county, directive)
    assert now[flow.DRAFT_REPORT.key] == {"school_liaison"}
    assert now[flow.REPORT.key] == {"school_head"}
    assert now[flow.COUNTERSIGN_REPORT.key] == set()


def test_an_unsigned_lead_does_not_report_and_hears_why(county):
    directive = county.directive("dispatched")
    refusal = may(county.water_liaison, flow.REPORT, directive)
    assert (bool(refusal), refusal.reason) == (False, "请先签收，再报送办结报告。")


def test_who_registered_does_not_approve(county):
    officer, county.officer = county.officer, county.director
    directive = county.directive("proposed")
    county.officer = officer
    assert allowed(county, directive)[flow.APPROVE.key] == {"deputy"}
    assert may(county.director, flow.APPROVE, directive).shown


def test_a_sealed_one_is_its_officers_and_the_directors(county):
    directive = county.directive("approved", secrecy="sealed")
    assert allowed(county, directive)[flow.DISPATCH.key] == {"officer", "director", "deputy"}


@pytest.mark.parametrize("stage", ["draft", "proposed", "running", "reviewing", "closed"])
def test_every_refusal_is_a_sentence(county, stage):
    directive = county.directive(stage)
    verdicts = (may(person, step, directive) for step in STEPS for person in county.cast.values())
    assert all(verdict.reason.endswith("。") for verdict in verdicts if not verdict)
