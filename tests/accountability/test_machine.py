"""Anybody of the cast trying any verb in any order, over a case with three subjects: what may be done is done, what may not is refused in
words, and what holds of a case holds after every one of them."""

from datetime import timedelta
from random import Random
from typing import ClassVar

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from accountability import states
from accountability.actions import Piece, Talk
from accountability.aside import those_kept_out
from accountability.effects import period
from accountability.flow import FLOW
from accountability.flow.sanctions import SANCTION_FLOW, TOLERANCE_FLOW
from accountability.flow.subjects import SUBJECT_FLOW
from accountability.models import Explanation, Subject, Tolerance
from bureau.matters import chain
from bureau.matters.models import Contest, Duty, Matter, Service
from bureau.matters.policy import may
from bureau.matters.service import contesting, serving
from tests.accountability import playing
from tests.accountability.playing import clue, held, keys, play, proof, weighing
from tests.county import in_days
from tests.machines.stage import live, refused

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
STAGES = (
    "clue",
    "explaining",
    "checked",
    "investigating",
    "notifying",
    "received",
    "waived",
    "resolved",
    "decided",
)
FINAL = {key for key, state in states.STATES.items() if state.phase in ("closed", "filed", "void")}
GOES_ON = (
    "deliver_paper",
    "answer_",
)  # a paper still gets there, what was said against one is still answered


def talk(it) -> Talk:
    now = timezone.now()
    return Talk(
        "大队长", "谈话室", now - timedelta(hours=2), now - timedelta(hours=1), "问：…", (it.second, it.third)
    )


def measures(subject) -> list[str]:
    own = [str(one.measure_id) for one in subject.sanctions.all() if one.state != "revoked"]
    return own or keys("circular" if subject.position is None else "reminder")


def names() -> dict:
    """step → what its form would give; what is not here asks for nothing."""
    return {
        "edit": lambda it, one: {"clue": clue(it.county, happened="夜间")},
        "ask": lambda it, one: {"way": "talk" if one.position else "letter", "topics": playing.TOPICS},
        "explain": lambda it, one: {"answered_on": TODAY(), "words": playing.SAID},
        "check": lambda it, one: {"checkers": [it.second, it.third], "check_plan": "查现场。"},
        "replace": lambda it, one: {"checkers": [it.second, it.fourth]},
        "report_check": lambda it, one: playing.CHECKED,
        "propose_filing": lambda it, one: {"basis": "《环境保护法》"},
        "transfer": lambda it, one: {"unit": it.county.roads, "title": "复查", "outcome": "转办。"},
        "refer": lambda it, one: {"organ": "discipline", "outcome": "移送。"},
        "appoint": lambda it, one: {"investigators": [it.third, it.fourth]},
        "gather": lambda it, one: {"piece": Piece("底稿", "督查", TODAY())},
        "interview": lambda it, one: {"talk": talk(it)},
        "report": lambda it, one: playing.REPORTED,
        "deliberate": lambda it, one: {"held": held(it)},
        "find": lambda it, one: {
            "findings": "没有复查。",
            "responsibility": "direct",
            "measures": measures(one),
        },
        "waive": lambda it, one: {"files": [proof()]},
        "resolve": lambda it, one: {"measures": measures(one)},
        "decide": lambda it, one: {"basis": "local"},
        "recommend": lambda it, one: {"answer_by": in_days(9)},
        "enter_decision": lambda it, one: {
            "organ": "organisation",
            "decision_number": "桃组干〔2026〕8号",
            "decided_on": TODAY(),
            "measures": measures(one),
            "basis": "leading",
        },
        "set_anew": lambda it, one: {"measures": keys("criticism" if one.position else "circular")},
        "lift": lambda it, one: {"improvement": "已改正。"},
        "hand_over": lambda it, one: {"organ": "discipline", "outcome": "移送。"},
        "apply_tolerance": lambda it, one: {"text": "先行先试。", "applied_on": TODAY()},
        "execute": lambda it, one: {"executed_on": TODAY(), "words": "已谈话。"},
        "hand_in": lambda it, one: {"executed_on": TODAY(), "words": "两页。"},
        "weigh": lambda it, one: {"weighed": weighing(), "reason": "符合。"},
        **dict.fromkeys(("hold", "void", "return_check", "decline_filing", "extend"), because),
        **dict.fromkeys(("return_report", "send_back"), because),
        **dict.fromkeys(("dismiss", "clear", "leave_out", "spare", "enter_none", "end"), ending),
    }


def because(it, one) -> dict:
    return {"reason": "情况有变化。"}


def ending(it, one) -> dict:
    return {"outcome": "情节轻微。"}


GIVEN = names()
NOTHING = {
    "take_back_check",
    "take_back_filing",
    "take_back_report",
    "approve_filing",
    "accept_report",
    "notify",
    "accept",
}
RARE = {  # what ends, or leads back
    *("end", "hand_over", "leave_out", "dismiss", "void", "clear", "refer", "transfer", "spare", "replace"),
    *("take_back_check", "take_back_filing", "take_back_report", "return_check", "return_report"),
    *("extend", "gather"),
}
AVOID = next(step for step in FLOW.steps if step.name == "avoid")


class Life(RuleBasedStateMachine):
    county: ClassVar = None

    @initialize(data=st.data())
    def set_the_stage(self, data):
        self.savepoint = connection.savepoint()
        stage = data.draw(st.sampled_from(STAGES))
        self.it = play(self.county, "clue" if stage == "explaining" else stage)
        if stage == "explaining":
            playing.explaining(self.it)
        self.it.fourth = playing.at_the_desk("inquirer-d", "问责专员丁", self.county)
        self.people = {
            **self.county.cast,
            "second": self.it.second,
            "third": self.it.third,
            "fourth": self.it.fourth,
        }

    def teardown(self):
        if hasattr(self, "savepoint"):
            connection.savepoint_rollback(self.savepoint)

    def records(self) -> list[tuple]:
        case = self.it.record
        found = [(FLOW, case)] * 4
        joined = ("case__matter__officer", "unit", "position__unit", "position__cadre", "notice", "decision")
        for subject in Subject.objects.filter(case=case).select_related(*joined):
            found.append((SUBJECT_FLOW, subject))
            found += [(SANCTION_FLOW, one) for one in subject.sanctions.all()]
        asked = Tolerance.objects.filter(subject__case=case).select_related("subject__case__matter")
        return found + [(TOLERANCE_FLOW, one) for one in asked]

    @rule(seed=st.integers(0, 2**32))
    def days_go_by(self, seed):
        """Several moves by chance: steps most of all, now and then a recusal, a receipt, a plea, an answer."""
        chance = Random(seed)
        moves = [self.step] * 24 + [self.paper] * 8 + [self.answer] * 4 + [self.keep_out]
        for _ in range(8):
            chance.choice(moves)(chance)
            self.check()

    def step(self, chance: Random) -> None:
        """One that is open in this state, mostly one that leads on, and mostly by one who may."""
        open_now = [
            (step, record)
            for flow, record in self.records()
            for step in flow.steps
            if record.state in step.frm and step.name in {*GIVEN, *NOTHING}
        ]
        chance.shuffle(open_now)
        leads = [(step, record) for step, record in open_now if step.name not in RARE]
        for step, record in leads if chance.random() < 0.85 else open_now:
            right = [name for name, one in self.people.items() if may(one, step, record)]
            if chance.random() < 0.15:
                name = chance.choice(sorted(self.people))
            elif right:
                name = chance.choice(right)
            else:
                continue
            self.attempt(step, record, name, name in right)
            return

    def attempt(self, step, record, name: str, right: bool) -> None:
        out = those_kept_out(self.it.record)
        person, given = self.people[name], GIVEN.get(step.name, lambda it, one: {})(self.it, record)
        told = refused(lambda who: step.verb(who, record, **given), person)
        if told is not None:
            assert told.endswith("。")
            return
        assert right, f"{name} should not have been let {step.key}"
        assert person.pk not in out, f"{name} keeps out, and took {step.key}"

    def keep_out(self, chance: Random) -> None:
        keep = {
            "person": self.people[chance.choice(["second", "third", "fourth", "deputy"])],
            "ground": "kin",
        }
        told = refused(lambda by: AVOID.verb(by, self.it.record, **keep), self.people["director"])
        assert told is None or told.endswith("。")

    def paper(self, chance: Random) -> None:
        """One is received, or something is said against it."""
        papers = list(Service.objects.filter(matter=self.it.case.pk, answers=None).order_by("pk"))
        if not papers:
            return
        service = chance.choice(papers)
        if service.received_at is None:
            act, given = serving.record_receipt, ("direct", TODAY(), "办公室")
        else:
            act, given = (
                contesting.enter,
                (chance.choice(["plea", "review", "appeal"]), TODAY(), "已经尽责。"),
            )
        told = refused(lambda who: act(who, service, *given), self.county.inquirer)
        assert told is None or told.endswith("。")

    def answer(self, chance: Random) -> None:
        """What was said is decided."""
        waiting = list(
            Contest.objects.filter(service__matter=self.it.case.pk, state="waiting").order_by("pk")
        )
        if waiting:
            outcome = chance.choice(["upheld", "changed", "revoked"])
            contesting.decide(self.county.magistrate, chance.choice(waiting), outcome, "已核实。")

    # --- what always holds ------------------------------------------------------------------------------
    @invariant()
    def check(self):
        self.the_chain_is_whole()
        self.an_effect_period_is_that_of_the_measures_in_force()
        self.what_is_over_is_over_for_all_and_owes_nothing()
        self.what_is_not_over_is_owed_by_somebody()
        self.a_clue_waits_for_whoever_was_asked_to_explain()

    def the_chain_is_whole(self):
        assert [v.faults for v in chain.verdicts(Matter.objects.filter(pk=self.it.case.pk))] == [[]]

    def an_effect_period_is_that_of_the_measures_in_force(self):
        for subject in Subject.objects.filter(case=self.it.case).prefetch_related("sanctions__measure"):
            live_ones = [(str(one), one.months) for one in subject.sanctions.all() if one.in_force]
            if subject.state in states.IN_FORCE:
                assert subject.effect_until == period(subject.decided_on, live_ones).until
            elif subject.state not in (states.CHANGED, states.ENDED):
                assert subject.effect_until is None

    def what_is_over_is_over_for_all_and_owes_nothing(self):
        if self.it.record.state not in FINAL:
            return
        found = set(Subject.objects.filter(case=self.it.case).values_list("state", flat=True))
        assert found <= set(states.SETTLED)
        owed = Duty.objects.open().filter(matter=self.it.case.pk).values_list("step", flat=True)
        assert [step for step in owed if not step.startswith(GOES_ON)] == []

    def what_is_not_over_is_owed_by_somebody(self):
        if self.it.record.state in {*FINAL, states.HELD}:
            return
        assert Duty.objects.open().filter(matter=self.it.case.pk).exists()

    def a_clue_waits_for_whoever_was_asked_to_explain(self):
        waiting = Explanation.objects.filter(
            subject__case=self.it.case, subject__state=states.INVOLVED, answered_on=None
        )
        assert waiting.exists() == (self.it.record.state == states.EXPLAINING)


def test_a_case_lives_as_its_rules_say(county):
    live(Life, county, lives=4)
