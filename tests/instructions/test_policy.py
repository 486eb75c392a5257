"""Every step, every person of the cast, every state: who may take it, and what everybody else is told."""

import pytest

import instructions.actions as instructing
from bureau.matters.flow import Step
from bureau.matters.policy import Refused, may
from instructions import flow
from tests.county import CITY

pytestmark = pytest.mark.django_db

DESK = {"officer", "colleague", "director", "deputy"}
DIRECTORS = {"director", "deputy"}
LEAD = {"water_liaison", "water_head"}  # 水利局 does not countersign
LEADER = {"magistrate"}
# The magistrate's word, to be handled by two units and answered.
ALLOWED = {
    (flow.REGISTER, "registered"): DESK,
    (flow.INSTRUCT, "registered"): LEADER,
    (flow.EDIT, "registered"): DESK,
    (flow.PROPOSE, "registered"): DESK,
    (flow.VOID_IT, "registered"): DESK,
    (flow.DECLINE, "proposed"): DIRECTORS,
    (flow.TAKE_BACK, "proposed"): {"officer"},  # who proposed it
    (flow.APPROVE, "proposed"): DIRECTORS,
    (flow.VOID_IT, "proposed"): DESK,
    (flow.REPORT, "running"): LEAD,
    (flow.SUSPEND, "running"): DIRECTORS,
    (flow.VOID_IT, "running"): DIRECTORS,
    (flow.RESUME, "suspended"): DIRECTORS,
    (flow.VOID_IT, "suspended"): DIRECTORS,
    (flow.ACCEPT, "reviewing"): DESK,
    (flow.RETURN, "reviewing"): DESK,
    (flow.TAKE_BACK_REPORT, "reviewing"): {"water_liaison"},  # who reported
    (flow.TAKE_BACK_FILE, "filed"): {"officer"},  # who filed it
    (flow.TAKE_BACK_NOTE, "closed"): LEADER,
    (flow.NOTE, "reported"): LEADER,
    (flow.AGAIN, "reported"): LEADER,
    (flow.AGAIN, "closed"): LEADER,
}
# What else is true of it, the state, and the doors that this opens or shuts.
OTHERWISE = {
    ("of a leader elsewhere", "reported"): {flow.NOTE: set(), flow.NOTE_FOR: DESK, flow.AGAIN: DESK},
    ("of a leader elsewhere", "closed"): {
        flow.AGAIN: DESK,
        flow.TAKE_BACK_NOTE: {"officer"},  # who recorded it
    },
    ("of a leader elsewhere", "registered"): {flow.INSTRUCT: set()},
    ("handled by the bureau", "running"): {flow.SELF_REPORT: {"officer"}, flow.REPORT: set()},
    ("handled by the bureau", "reviewing"): {
        flow.ACCEPT: DESK - {"officer"},
        flow.SELF_RETURN: DESK - {"officer"},
        flow.RETURN: set(),
        flow.TAKE_BACK_REPORT: set(),
        flow.TAKE_BACK_SELF: {"officer"},
    },
    ("only to be known", "registered"): {flow.FILE: DESK, flow.PROPOSE: set()},
    ("wanting no answer", "reviewing"): {flow.CLOSE: DESK, flow.ACCEPT: set()},
    ("typed by the leader", "registered"): {flow.EDIT: set(), flow.WITHDRAW: LEADER},
    ("in ink", "registered"): {
        flow.TRANSCRIBE: DESK | LEADER,
        flow.EDIT: set(),
        flow.PROPOSE: set(),
        flow.WITHDRAW: LEADER,
    },
    ("sealed", "registered"): {
        step: {"officer", *DIRECTORS} for step in (flow.REGISTER, flow.EDIT, flow.PROPOSE, flow.VOID_IT)
    },
    ("begun anew", "registered"): {
        flow.VOID_IT: DIRECTORS,  # the units have seen it
        flow.WITHDRAW_AGAIN: LEADER,
    },
    ("of a unit that countersigns", "running"): {
        flow.DRAFT_REPORT: {"school_liaison"},
        flow.REPORT: {"school_head"},
    },
}
STEPS = [value for value in vars(flow).values() if isinstance(value, Step) and value is not flow.PRESENT]


def played(county, state: str, what: str = ""):
    """An instruction in this state, of which this is true."""
    made = MADE.get(what, plain)(county, state)
    if state in LEFT:
        LEFT[state](county, made)
    return made


def plain(county, state, **how):
    how = {"to": [county.water, county.roads], **how}
    stage = {"suspended": "running", "void": "running", "filed": "registered"}.get(state, state)
    return county.instruction(stage, **how)


def closed_elsewhere(county, state):
    made = plain(county, "reported" if state == "closed" else state, word=county.word(**CITY))
    if state == "closed":
        instructing.note_for(county.officer, made)
    return made


def written_here(county, state, **word):
    about = instructing.OnPaper("防汛工作专报")
    return instructing.instruct(county.magistrate, county.word(**word), about)


def begun_anew(county, state):
    made = plain(county, "reported")
    instructing.again(county.magistrate, made, county.word(words="再查一遍。"))
    return made


MADE = {
    "of a leader elsewhere": closed_elsewhere,
    "handled by the bureau": lambda county, state: plain(county, state, to=()),
    "only to be known": lambda county, state: plain(county, state, word=county.word(meaning="know")),
    "wanting no answer": lambda county, state: plain(county, state, word=county.word(wants_answer=False)),
    "typed by the leader": lambda county, state: written_here(county, state, origin="typed"),
    "in ink": lambda county, state: written_here(county, state, origin="ink", words=""),
    "sealed": lambda county, state: plain(county, state, secrecy="sealed"),
    "begun anew": begun_anew,
    "of a unit that countersigns": lambda county, state: plain(county, state, to=[county.school]),
}
LEFT = {
    "suspended": lambda county, made: instructing.suspend(county.director, made, "等待上级批复"),
    "void": lambda county, made: instructing.void(county.director, made, "重复登记"),
    "filed": lambda county, made: (
        instructing.edit(
            county.officer,
            made,
            county.word(meaning="study"),
            instructing.OnPaper("报告"),
            "normal",
            "normal",
        ),
        instructing.file(county.officer, made),
    ),
}


def allowed(county, record) -> dict:
    """Who may take which step now, as the buttons would ask."""
    return {
        step.key: {name for name, person in county.cast.items() if may(person, step, record)}
        for step in STEPS
    }


@pytest.mark.parametrize("state", flow.STATES)
def test_each_step_is_open_to_exactly_those(county, state):
    expected = {step.key: ALLOWED.get((step, state), set()) for step in STEPS}
    assert allowed(county, played(county, state)) == expected


@pytest.mark.parametrize("what, state", OTHERWISE, ids=map(" ".join, OTHERWISE))
def test_what_is_true_of_it_opens_and_shuts_doors(county, what, state):
    expected = {step.key: ALLOWED.get((step, state), set()) for step in STEPS}
    expected |= {step.key: who for step, who in OTHERWISE[what, state].items()}
    assert allowed(county, played(county, state, what)) == expected


@pytest.mark.parametrize("state", flow.STATES)
def test_every_refusal_is_a_sentence(county, state):
    record = played(county, state)
    verdicts = (may(person, step, record) for step in STEPS for person in county.cast.values())
    assert all(verdict.reason.endswith("。") for verdict in verdicts if not verdict)


TOLD = [
    ("", "registered", flow.APPROVE, "director", "当前状态不能“审定并交办”。"),
    ("", "registered", flow.FILE, "officer", "批示要求办理，须拟办、交办。"),
    ("", "registered", flow.PROPOSE, "water_liaison", "这一步由督查局办理。"),
    ("only to be known", "registered", flow.PROPOSE, "officer", "登记后存阅"),
    ("typed by the leader", "registered", flow.EDIT, "officer", "领导在系统里的批示不能修改。"),
    ("in ink", "registered", flow.PROPOSE, "officer", "手写批示还没有转写，请先转写。"),
    ("", "proposed", flow.APPROVE, "officer", "这一步由局领导办理。"),
    ("", "running", flow.REPORT, "roads_liaison", "办结报告由牵头单位报送。"),
    ("", "running", flow.SELF_REPORT, "officer", "本件由承办单位办理。"),
    ("handled by the bureau", "running", flow.SELF_REPORT, "colleague", "自办结果由经办督查员提交。"),
    ("handled by the bureau", "reviewing", flow.ACCEPT, "officer", "须由提交人以外的人审核。"),
    ("wanting no answer", "reviewing", flow.ACCEPT, "officer", "审核通过即办结"),
    ("", "reviewing", flow.CLOSE, "officer", "须呈报专报"),
    ("", "reported", flow.NOTE, "vice", "由批示领导本人阅批。"),
    ("", "reported", flow.NOTE_FOR, "officer", "可由其秘书代录"),
    ("sealed", "registered", flow.PROPOSE, "colleague", "限阅事项由经办督查员或局领导办理。"),
    ("begun anew", "registered", flow.VOID_IT, "officer", "这一步由局领导办理。"),
]


@pytest.mark.parametrize("what, state, step, name, sentence", TOLD)
def test_who_may_not_is_told_why(county, what, state, step, name, sentence):
    verdict = may(county.cast[name], step, played(county, state, what))
    assert not verdict
    assert sentence in verdict.reason


def test_who_proposed_does_not_approve(county):
    county.officer, officer = county.director, county.officer
    record = county.instruction("proposed")
    county.officer = officer
    assert allowed(county, record)[flow.APPROVE.key] == {"deputy"}
    assert may(county.director, flow.APPROVE, record).shown


def test_a_director_who_proposed_an_officers_instruction_does_not_approve_it(county):
    record = county.instruction("registered")
    instructing.propose(county.director, record, lead=county.water, summary="拿出方案。")
    assert allowed(county, record)[flow.APPROVE.key] == {"deputy"}


def test_the_desk_alone_registers_and_a_leader_alone_instructs(county):
    about = instructing.OnPaper("防汛工作专报")
    for name, person in county.cast.items():
        if name not in DESK:
            with pytest.raises(Refused, match="由督查局办理"):
                instructing.register(person, county.word(), about)
        if name not in {"magistrate", "vice"}:
            with pytest.raises(Refused, match="由县领导作出"):
                instructing.instruct(person, county.word(), about)
