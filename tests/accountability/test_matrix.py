"""Every step of a case, of a subject, of a measure, of a request for tolerance × everybody of the cast: who may take it, in the state where
it can be taken and in no other. What is not in these tables is open to nobody."""

from itertools import chain

import pytest
from django.utils import timezone

from accountability import actions
from accountability.flow import FLOW
from accountability.flow.sanctions import SANCTION_FLOW, TOLERANCE_FLOW
from accountability.flow.subjects import SUBJECT_FLOW
from bureau.matters.flow import Flow
from bureau.matters.policy import may
from tests.accountability import playing
from tests.accountability.playing import play
from tests.county import in_days

pytestmark = pytest.mark.django_db

DIRECTORS = {"director", "deputy"}
OWN = {"inquirer", *DIRECTORS}  # the case's officer, and the directors
TEAM = {"second", "third"}  # who check, and investigate
LEADERS = {
    "magistrate"
}  # of those who hold the post that approves filing, who reads the case: in charge of all, from the check on
BUREAU = {*OWN, *TEAM, "officer", "colleague", "clerk"}
UNSEEN = ("clue", "held", "explaining", "explained")  # by leaders
JUDGED = {"clear": DIRECTORS, "refer": DIRECTORS}
OF_CASE = {
    "clue": {"register": BUREAU, "dismiss": DIRECTORS, "refer": DIRECTORS}
    | dict.fromkeys(("edit", "involve", "check", "hold", "void"), OWN),
    "held": {"dismiss": DIRECTORS, "refer": DIRECTORS}
    | dict.fromkeys(("edit", "involve", "check", "void"), OWN),
    "explaining": {"involve": OWN},
    "explained": {"dismiss": DIRECTORS, "refer": DIRECTORS, "involve": OWN, "check": OWN},
    "checking": {"involve": OWN, "report_check": TEAM, "replace": OWN},
    "checked": {"involve": OWN, "take_back_check": {"second"}, "propose_filing": OWN}
    | dict.fromkeys(("return_check", "transfer"), DIRECTORS)
    | JUDGED,
    "filing": {
        "involve": OWN,
        "take_back_filing": {"inquirer"},
        "approve_filing": LEADERS,
        "decline_filing": LEADERS,
    },
    "investigating": {
        "involve": OWN,
        "appoint": DIRECTORS,
        "extend": DIRECTORS,
        "gather": TEAM,
        "interview": TEAM,
    },
    "reported": {"take_back_report": {"second"}, "accept_report": DIRECTORS, "return_report": DIRECTORS}
    | JUDGED,
    "notifying": {"return_report": DIRECTORS},
    "notified": {"return_report": DIRECTORS},
    "received": {"return_report": DIRECTORS},
    "waived": {"return_report": DIRECTORS, "deliberate": OWN},
    "deliberated": {},
    "resolved": {},
    "decided": {},
    "executed": {},
}
END, LEAVE, ASK = {"end": DIRECTORS}, {"leave_out": OWN}, {"apply_tolerance": OWN}
INQUIRE = {"ask": DIRECTORS}
HAND = {"hand_over": DIRECTORS}
BEFORE = END | LEAVE | ASK
HEARD = END | ASK | HAND
OF_SUBJECT = {
    **dict.fromkeys(("clue", "held", "explained"), BEFORE | INQUIRE),
    "explaining": BEFORE | {"explain": OWN},
    **dict.fromkeys(("checking", "checked", "filing"), BEFORE),
    "investigating": BEFORE | HAND | {"find": TEAM},
    "reported": HEARD,
    "notifying": HEARD | {"notify": DIRECTORS},
    "notified": HEARD,
    "received": HEARD | {"waive": OWN},
    "waived": HEARD,
    "deliberated": HEARD | {"resolve": OWN, "spare": OWN},
    "resolved": HEARD | {"recommend": DIRECTORS},  # another organ decides
    "decided": END,
    "executed": END,  # its effect period has not run out
}
OF_MEASURE = {"decided": {"execute": OWN}}


def allowed(it, flow: Flow, record) -> dict:
    people = it.county.cast | {"second": it.second, "third": it.third}
    found = {
        step.name: {name for name, one in people.items() if may(one, step, record)} for step in flow.steps
    }
    return {name: who for name, who in found.items() if who}


def play_to(county, stage: str):
    ways = {"held": playing.held_back, "explaining": playing.explaining, "explained": playing.explained}
    it = play(county, "clue" if stage in ways else stage)
    if stage in ways:
        ways[stage](it)
    return it


@pytest.mark.parametrize("stage", OF_CASE)
def test_each_step_is_open_to_exactly_those(county, stage):
    it = play_to(county, stage)
    keep_out = {"avoid": DIRECTORS | (set() if stage in UNSEEN else LEADERS)}  # a director's own: by a leader
    assert allowed(it, FLOW, it.record) == OF_CASE[stage] | keep_out
    assert allowed(it, SUBJECT_FLOW, it.subject("deputy")) == OF_SUBJECT[stage]
    for sanction in it.subject("deputy").sanctions.all():
        assert allowed(it, SANCTION_FLOW, sanction) == OF_MEASURE.get(stage, {})


def test_who_investigated_reports_once_every_subject_was_found_on(county):
    it = play(county, "investigating")
    playing.found(it)
    assert allowed(it, FLOW, it.record)["report"] == TEAM


def test_what_the_bureau_decides_itself_is_signed_by_a_director_and_carried_out_to_the_end(county):
    it = play(county, "resolved")
    assert allowed(it, SUBJECT_FLOW, it.subject("unit")) == HEARD | {"decide": DIRECTORS}
    playing.decided(it)
    playing.executed(it)
    assert allowed(it, SUBJECT_FLOW, it.subject("unit")) == {}


def test_what_was_recommended_is_entered_by_the_desk(county):
    it = play(county, "resolved")
    actions.recommend(county.director, it.subject("deputy"), in_days(9))
    entered = {"enter_decision": OWN, "enter_none": OWN}
    assert allowed(it, SUBJECT_FLOW, it.subject("deputy")) == END | entered


def test_a_request_for_tolerance_is_weighed_by_a_director(county):
    it = play(county, "clue")
    actions.apply_tolerance(county.inquirer, it.subject("unit"), "先行先试。", timezone.localdate())
    assert allowed(it, TOLERANCE_FLOW, it.subject("unit").tolerance) == {"weigh": DIRECTORS}


@pytest.mark.parametrize("stage", ["clue", "checked", "investigating", "received", "resolved"])
def test_every_refusal_is_a_sentence(county, stage):
    it = play(county, stage)
    pairs = ((FLOW, it.record), (SUBJECT_FLOW, it.subject("deputy")))
    steps = chain.from_iterable(((step, record) for step in flow.steps) for flow, record in pairs)
    verdicts = [may(who, step, record) for step, record in steps for who in county.cast.values()]
    assert all(verdict.reason.endswith("。") for verdict in verdicts if not verdict)


def test_every_step_stands_in_a_table():
    told = {name for table in (OF_CASE, OF_SUBJECT, OF_MEASURE) for row in table.values() for name in row}
    by_itself = {
        "follow",
        "follow_case",
        "follow_explanations",
        "follow_plea",
        "follow_appeal",
        "carried_out",
        "exempt",
        "announced",
    }
    elsewhere = {"report", "decide", "enter_decision", "enter_none", "weigh", "avoid"}
    played_elsewhere = {
        "set_anew",
        "lift",
        "hand_in",
        "accept",
        "send_back",
        "rectify",
    }  # test_life, test_guards
    steps = {step.name for flow in (FLOW, SUBJECT_FLOW, SANCTION_FLOW, TOLERANCE_FLOW) for step in flow.steps}
    assert steps == told | by_itself | elsewhere | played_elsewhere
