"""Any persons trying any verbs in any order: a suggestion to a unit, to a leader or to a meeting is always what the model says."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import ClassVar

import pytest
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from bureau.matters.models import Reply
from bureau.matters.parts import assignments, replies
from directives.suggestions import actions
from tests.machines.stage import Stage, during, live

UNIT, LEADER, MEETING = "unit", "leader", "meeting"
DESK, DIRECTORS = {"officer", "clerk", "director", "deputy"}, {"director", "deputy"}
OF_WATER = {"water_liaison", "water_head"}
OWED = {UNIT: "县水利局:respond", LEADER: "magistrate:take_up", MEETING: "officer:note_down"}
FOLLOW_UP, MOST_EXTENSIONS = "officer:follow_up", 2


@dataclass
class Model:
    """What it should be, written from the rules and not from the code. `by`: who answered."""

    to: str
    state: str = "draft"
    verdict: str = ""
    signed: bool = False
    asked: bool = False  # an extension waits for its decision
    granted: int = 0
    by: str = ""
    owes: set = field(default_factory=set)

    @property
    def term(self) -> str:
        return OWED[self.to]

    def propose(self):
        self.state, self.owes = "proposed", {"director:approve"}

    def back(self):
        self.state, self.owes = "draft", {"officer:amend"}

    def approve(self):
        self.state, self.owes = "sent", {self.term} | ({"县水利局:sign"} if self.to == UNIT else set())

    def sign(self):
        self.signed = True
        self.owes.discard("县水利局:sign")

    def answer(self, verdict):
        self.state, self.verdict = "answered", verdict
        self.owes = self.owes - {self.term} | {FOLLOW_UP}

    def unanswer(self):
        self.state, self.verdict = "sent", ""
        self.owes = self.owes - {FOLLOW_UP} | {self.term}

    def end(self, state):
        self.state, self.owes, self.asked = state, set(), False

    def ask(self):
        self.asked = True
        self.owes.add("leader:decide_extension" if self.granted else "director:decide_extension")

    def decide(self, granted):
        self.asked, self.granted = False, self.granted + granted
        self.owes = {duty for duty in self.owes if not duty.endswith("decide_extension")}


class Life(Stage):
    names: ClassVar = [*sorted(DESK), *sorted(OF_WATER), "magistrate", "stranger", "system"]
    ended = ("closed", "adopted")

    def begin(self, data) -> tuple:
        to = data.draw(st.sampled_from([UNIT, UNIT, LEADER, MEETING]))
        named = {LEADER: {"recipient": self.county.magistrate}, MEETING: {"meeting": "县人民政府常务会议"}}
        return self.county.suggestion("draft", **named.get(to, {})), Model(to)

    def lead_in(self, data) -> None:
        """Most of the life comes after it was sent."""
        if data.draw(st.booleans()):
            for verb, who in ((actions.propose, "officer"), (actions.approve, "director")):
                verb(self.county.cast[who], self.record)
                getattr(self.model, verb.__name__)()

    # --- what always holds ------------------------------------------------------------------------
    @invariant()
    def a_number_is_given_when_it_is_sent_and_the_unit_sees_it_from_then_on(self):
        sent = bool(self.record.matter.number)
        assert sent is (self.model.state not in ("draft", "proposed", "void")) or self.model.state == "void"
        seen = self.kind.objects.visible_to(self.county.water_liaison).filter(pk=self.pk).exists()
        assert seen is (sent and self.model.to == UNIT)

    @invariant()
    def what_was_answered_is_what_stands(self):
        assert self.record.verdict == self.model.verdict
        finished = self.record.matter.finished_at is not None
        assert finished is (self.model.verdict != "")

    # --- setting up -------------------------------------------------------------------------------
    @during("draft")
    @rule(data=st.data())
    def propose(self, data):
        self.attempt(data, DESK, lambda who: actions.propose(who, self.record), self.model.propose)

    @during("proposed")
    @rule(data=st.data())
    def decline(self, data):
        self.attempt(data, DIRECTORS, lambda who: actions.decline(who, self.record, "补充"), self.model.back)

    @during("proposed")
    @rule(data=st.data())
    def approve(self, data):
        self.attempt(data, DIRECTORS, lambda who: actions.approve(who, self.record), self.model.approve)

    # --- answered ---------------------------------------------------------------------------------
    @precondition(lambda self: self.model.to == UNIT)
    @during("sent", "answered")
    @rule(data=st.data())
    def sign(self, data):
        self.attempt(
            data,
            OF_WATER,
            lambda who: assignments.sign(who, self.part("县水利局")),
            self.model.sign,
            now=not self.model.signed,
        )

    @during("sent")
    @rule(data=st.data(), verdict=st.sampled_from(["adopted", "partly", "declined"]))
    def answer(self, data, verdict):
        right = {UNIT: OF_WATER, LEADER: {"magistrate"}, MEETING: {"magistrate"}}[self.model.to]
        by = self.attempt(
            data,
            right,
            lambda who: actions.answer(who, self.record, verdict, "理由。"),
            lambda: self.model.answer(verdict),
            now=self.model.to == LEADER or (self.model.to == UNIT and self.model.signed),
        )
        self.model.by = by or self.model.by

    @during("sent")
    @rule(data=st.data(), verdict=st.sampled_from(["adopted", "declined"]))
    def note_answer(self, data, verdict):
        by = self.attempt(
            data,
            DESK,
            lambda who: actions.note_answer(who, self.record, verdict, "口头答复。"),
            lambda: self.model.answer(verdict),
            now=self.model.to != UNIT,
        )
        self.model.by = by or self.model.by

    @during("answered")
    @rule(data=st.data())
    def take_back_answer(self, data):
        self.attempt(
            data,
            {self.model.by},
            lambda who: actions.take_back_answer(who, self.record),
            self.model.unanswer,
        )

    @during("answered")
    @rule(data=st.data())
    def send_back(self, data):
        self.attempt(
            data,
            DESK,
            lambda who: actions.send_back(who, self.record, "写明理由"),
            self.model.unanswer,
            now=self.model.to == UNIT,
        )

    # --- more time --------------------------------------------------------------------------------
    @precondition(lambda self: self.model.to == UNIT)
    @during("sent", "answered")
    @rule(data=st.data())
    def ask_extension(self, data):
        until = timezone.localdate(self.record.matter.due_at) + timedelta(days=5)
        free = not self.model.asked and self.model.granted < MOST_EXTENSIONS
        self.attempt(
            data,
            OF_WATER,
            lambda who: assignments.ask_extension(who, self.part("县水利局"), "要调研", "已起步", until),
            self.model.ask,
            now=free and self.model.state == "sent",
        )

    @precondition(lambda self: self.model.asked)
    @during("sent", "answered")
    @rule(data=st.data(), granted=st.booleans())
    def decide_extension(self, data, granted):
        answer = Reply.objects.get(assignment__matter=self.pk, kind="extension", state="sent")
        until = max(answer.until, timezone.localdate(self.record.matter.due_at) + timedelta(days=1))

        def verb(who):
            if granted:
                return replies.grant_extension(who, answer, until)
            return replies.refuse_extension(who, answer, "不同意")

        right = {"magistrate"} if self.model.granted else DIRECTORS
        self.attempt(data, right, verb, lambda: self.model.decide(granted))

    # --- what becomes of it -----------------------------------------------------------------------
    @during("answered", "closed")
    @rule(data=st.data())
    def adopt(self, data):
        self.attempt(
            data,
            DESK,
            lambda who: actions.adopt(who, self.record, "办法", timezone.localdate()),
            lambda: self.model.end("adopted"),
            now=self.model.verdict in ("adopted", "partly"),
        )

    @during("answered")
    @rule(data=st.data())
    def close(self, data):
        self.attempt(
            data,
            DESK,
            lambda who: actions.close(who, self.record, "不再跟踪"),
            lambda: self.model.end("closed"),
        )

    @during("sent")
    @rule(data=st.data())
    def suspend(self, data):
        self.attempt(
            data,
            DIRECTORS,
            lambda who: actions.suspend(who, self.record, "等待政策"),
            lambda: setattr(self.model, "state", "suspended"),
        )

    @during("suspended")
    @rule(data=st.data())
    def resume(self, data):
        self.attempt(
            data,
            DIRECTORS,
            lambda who: actions.resume(who, self.record),
            lambda: setattr(self.model, "state", "sent"),
        )

    @during("suspended")
    @rule(data=st.data())
    def void(self, data):
        """Tried only while suspended, for a void one ends the play."""
        self.attempt(
            data,
            DIRECTORS,
            lambda who: actions.void(who, self.record, "重复"),
            lambda: self.model.end("void"),
        )

    @during("void", "closed", "adopted", "suspended")
    @rule(data=st.data())
    def answer_too_late(self, data):
        verb = actions.answer if self.model.to != MEETING else actions.note_answer
        self.attempt(
            data,
            OF_WATER | {"magistrate", "officer"},
            lambda who: verb(who, self.record, "adopted", "迟到。"),
            lambda: None,
            now=False,
        )


@pytest.mark.slow
@pytest.mark.django_db
def test_a_suggestions_life_agrees_with_the_model(county):
    live(Life, county)
