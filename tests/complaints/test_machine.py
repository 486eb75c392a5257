"""Any persons trying any verbs in any order: the complaint is always what the model says."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

import complaints.actions as complaining
from bureau.matters.models import Matter, Reply
from bureau.matters.parts import assignments, reassigning, replies
from bureau.vault.models import Identity
from complaints.models import Ground
from tests.complaints.machine_model import Model
from tests.county import in_days
from tests.machines.stage import NAMES, Stage, live

DESK = {"clerk", "director", "deputy"}
DIRECTORS = {"director", "deputy"}
UNITS = {
    "县水利局": {"water_liaison", "water_head"},
    "县交通运输局": {"roads_liaison"},
    "县财政局": {"finance_liaison"},
}
WATER, ROADS, FINANCE = UNITS


def when(condition):
    """What is worth trying now: by the model, which it is asked with."""

    def marked(act):
        act.when = condition
        return act

    return marked


def during(*states: str):
    return when(lambda model: model.state in states)


def given_out(model) -> bool:
    return model.state in ("running", "reviewing") and bool(model.lead) and not model.own


class Life(Stage):
    """Who may and when."""

    names = [*NAMES, "clerk", "finance_liaison", "horse_liaison"]

    def begin(self, data) -> tuple:
        return self.county.complaint("registered"), Model()

    def lead_in(self, data):
        """Often as far as the units, or up to the answer."""
        if data.draw(st.booleans()):
            complaining.accept(self.county.clerk, self.record, "transfer", "normal")
            self.model.accept("transfer")
            complaining.dispatch(self.county.clerk, self.record, self.county.water, "请核查。", "normal")
            self.model.dispatch(WATER, [])
            assignments.sign(self.county.water_liaison, self.part(WATER))
            self.model.sign(WATER)
            if data.draw(st.booleans()):
                complaining.report(self.county.water_liaison, self.record, "已拆除。")
                self.model.report("water_liaison")
                complaining.conclude(self.county.director, self.record, "true", "已拆除。")
                self.model.conclude()

    def unit(self, short: str):
        county = self.county
        return {WATER: county.water, ROADS: county.roads, FINANCE: county.finance}[short]

    def tried(self, data, right: set, verb, learn, *args, now: bool = True):
        """A verb of the room on the record as it stands."""
        return self.attempt(data, right, lambda who: verb(who, self.record, *args), learn, now)

    @rule(data=st.data())
    def somebody_acts(self, data):
        acts = [act for act in vars(Life).values() if hasattr(act, "when") and act.when(self.model)]
        data.draw(st.sampled_from(acts))(self, data)

    # --- screening --------------------------------------------------------------------------------
    @during("received")
    def accept(self, data):
        mode = data.draw(st.sampled_from(["transfer", "assign", "own"]))
        self.tried(data, DESK, complaining.accept, lambda: self.model.accept(mode), mode, "normal")

    @during("received")
    def ask_more(self, data):
        free = not self.model.asked_more
        self.tried(data, DESK, complaining.ask_more, self.model.ask_more, "请说明。", now=free)

    @during("supplementing")
    def supplied(self, data):
        came = data.draw(st.booleans())
        verb, words = (complaining.supplied, ["是财政所。"]) if came else (complaining.give_up, [])
        self.tried(data, DESK, verb, self.model.supplied, *words)

    @during("received")
    def propose_refusal(self, data):
        self.ground = data.draw(st.sampled_from([Ground.CIVIL, Ground.SETTLED, Ground.VAGUE]))
        fits = self.ground != Ground.VAGUE or self.model.asked_more
        words = (self.ground, "不属于受理范围。")
        who = self.tried(data, DESK, complaining.propose_refusal, lambda: None, *words, now=fits)
        if who:
            self.model.propose_refusal(who)

    @during("refusing")
    def refuse(self, data):
        right = DIRECTORS - {self.model.proposed_by}
        routed = self.ground == Ground.CIVIL
        self.tried(data, right, complaining.refuse, lambda: self.model.refuse(routed))

    @during("refusing")
    def decline(self, data):
        self.tried(data, DIRECTORS, complaining.decline_refusal, self.model.decline, "应当受理。")

    @during("refusing")
    def take_it_back(self, data):
        right = {self.model.proposed_by}
        self.tried(data, right, complaining.take_back_refusal, self.model.decline)

    @when(lambda model: model.state in ("received", "refusing") and "clerk:screen" in model.owes)
    def nobody_decides_in_time(self, data):
        later = timezone.now() + timedelta(days=60)
        assert complaining.deem(self.record, later)
        self.model.deem()

    @when(lambda model: model.state not in ("received", "refusing"))
    def it_is_too_late_for_being_deemed(self, data):
        assert not complaining.deem(self.record, timezone.now() + timedelta(days=60))

    # --- the complainant --------------------------------------------------------------------------
    @when(lambda model: model.state not in ("received", "refusing", "suspended", "withdrawn", "void"))
    def tell(self, data):
        owed = "clerk:tell" in self.model.owes
        self.tried(data, DESK, complaining.tell, self.model.tell, "call", now=owed)

    @during("accepted", "running", "reviewing", "answering")
    def withdraw(self, data):
        """Tried seldom, for it ends the play."""
        if data.draw(st.integers(0, 5)) == 0:
            verb = complaining.withdraw
            self.tried(data, DESK, verb, lambda: self.model.end("withdrawn"), "已解决。")

    # --- handling ---------------------------------------------------------------------------------
    @during("accepted")
    def dispatch(self, data):
        lead, co = data.draw(st.sampled_from([(WATER, []), (WATER, [ROADS]), (FINANCE, [WATER])]))
        learn = lambda: self.model.dispatch(lead, co)  # noqa: E731
        units = [self.unit(one) for one in co]
        verb = lambda who: complaining.dispatch(  # noqa: E731
            who, self.record, self.unit(lead), "请核查。", "normal", co=units
        )
        self.attempt(data, DESK, verb, learn)

    @during("accepted", "running")
    def to_the_accused(self, data):
        """Nobody gives it to who is complained about."""
        horse, running = self.county.horse, self.model.state == "running"
        words = (horse, "再办。") if running else (horse, "请核查。", "normal")
        verb = complaining.redispatch if running else complaining.dispatch
        self.tried(data, DESK, verb, lambda: None, *words, now=False)

    @when(lambda model: given_out(model))
    def sign(self, data):
        unit = data.draw(st.sampled_from(sorted(self.model.parts)))
        now, verb = self.model.parts[unit] == "pending", assignments.sign
        learn = lambda: self.model.sign(unit)  # noqa: E731
        self.attempt(data, UNITS[unit], lambda who: verb(who, self.part(unit)), learn, now)

    @when(given_out)
    def reply(self, data):
        lead, verb = self.model.lead, assignments.reply
        now = self.model.parts[lead] == "working" and self.model.state == "running"
        self.attempt(data, UNITS[lead], lambda who: verb(who, self.part(lead), "进展"), self.model.reply, now)

    @when(given_out)
    def ask_extension(self, data):
        lead, verb = self.model.lead, assignments.ask_extension
        until = timezone.localdate(self.record.matter.due_at) + timedelta(days=5)
        free = not self.model.asking and not self.model.extended and self.model.state == "running"
        self.attempt(
            data,
            UNITS[lead],
            lambda who: verb(who, self.part(lead), "资料未到", "五成", until),
            self.model.ask,
            free,
        )

    @when(lambda model: model.asking and model.state in ("running", "reviewing"))
    def decide_extension(self, data):
        plea = Reply.objects.get(assignment__matter=self.pk, kind="extension", state="sent")
        until = timezone.localdate(self.record.matter.due_at) + timedelta(days=5)
        granted = data.draw(st.booleans())

        def verb(who):
            if granted:
                return replies.grant_extension(who, plea, until)
            return replies.refuse_extension(who, plea, "不同意")

        self.attempt(data, DIRECTORS, verb, lambda: self.model.decide(granted))

    @when(given_out)
    def dispute(self, data):
        lead, model = self.model.lead, self.model
        free = not (model.designated or model.replied or lead in model.disputed) and model.state == "running"
        verb = lambda who: assignments.dispute(who, self.part(lead), "不属本单位职责")  # noqa: E731
        self.attempt(data, UNITS[lead], verb, self.model.dispute, free)

    @when(lambda model: model.disputing and model.state in ("running", "reviewing"))
    def uphold(self, data):
        plea = Reply.objects.get(assignment__matter=self.pk, kind="dispute", state="sent")
        verb = lambda who: reassigning.uphold(who, plea, "属职责范围")  # noqa: E731
        self.attempt(data, DIRECTORS, verb, self.model.uphold)

    @when(lambda model: model.state == "running" and bool(model.lead) and not model.own)
    def redispatch(self, data):
        other = data.draw(st.sampled_from(sorted(UNITS.keys() - {self.model.lead})))
        learn = lambda: self.model.redispatch(other)  # noqa: E731
        self.tried(data, DIRECTORS, complaining.redispatch, learn, self.unit(other), "另行交办。")

    @when(lambda model: model.state == "running" and bool(model.lead) and not model.own)
    def escalate(self, data):
        """Tried seldom, for then no unit does anything any more."""
        if data.draw(st.integers(0, 4)) == 0:
            self.tried(data, DIRECTORS, complaining.escalate, self.model.escalate, "拖延。")

    @during("accepted", "running")
    def ask_explanation(self, data):
        free = not self.model.hearing
        words = ("依据是什么？", in_days(3))
        self.tried(data, DESK, complaining.ask_explanation, self.model.ask_explanation, *words, now=free)

    @during("accepted", "running", "reviewing")
    def hear(self, data):
        self.tried(data, DESK, complaining.hear, self.model.hear, "村里收的。", now=self.model.hearing)

    @during("running")
    def report(self, data):
        own, lead = self.model.own, self.model.lead
        now = own or self.model.parts[lead] == "working"
        verb = complaining.self_report if own else complaining.report
        who = self.tried(data, {"clerk"} if own else UNITS[lead], verb, lambda: None, "办完了。", now=now)
        if who:
            self.model.report(who)

    @during("reviewing")
    def send_back(self, data):
        verb = complaining.self_return if self.model.own else complaining.send_back
        self.tried(data, self.reviewers, verb, self.model.send_back, "补办。")

    @during("reviewing")
    def conclude(self, data):
        self.tried(data, self.reviewers, complaining.conclude, self.model.conclude, "true", "已拆除。")

    @property
    def reviewers(self) -> set:
        return DESK - {self.model.result_by} if self.model.own else DESK

    # --- answering --------------------------------------------------------------------------------
    @during("answering")
    def answer(self, data):
        who = self.tried(data, DESK, complaining.answer, lambda: None, "经查属实。", "call")
        if who:
            self.model.answer(who)

    @during("answered")
    def call_back(self, data):
        content = data.draw(st.booleans())
        words = ("satisfied",) if content else ("dissatisfied", True, False, "还在收。")
        right = DESK - {"clerk", self.model.answered_by, self.model.result_by}
        self.tried(data, right, complaining.call_back, lambda: self.model.call_back(content), *words)

    @during("dissatisfied")
    def explain(self, data):
        self.tried(data, DIRECTORS, complaining.explain, self.model.explain, "没有依据。")

    @during("dissatisfied")
    def redo(self, data):
        free, words = not self.model.redone, ("还在收。", in_days(9))
        learn = lambda: self.model.again(True)  # noqa: E731
        self.tried(data, DIRECTORS, complaining.redo, learn, *words, now=free)

    @during("closed")
    def reopen(self, data):
        learn = lambda: self.model.again(False)  # noqa: E731
        self.tried(data, DIRECTORS, complaining.reopen, learn, "又设了一处卡。", in_days(9))

    # --- turning ----------------------------------------------------------------------------------
    @during("running")
    def suspend(self, data):
        learn = lambda: setattr(self.model, "state", "suspended")  # noqa: E731
        self.tried(data, DIRECTORS, complaining.suspend, learn, "等待鉴定。")

    @during("suspended")
    def resume(self, data):
        learn = lambda: setattr(self.model, "state", "running")  # noqa: E731
        self.tried(data, DIRECTORS, complaining.resume, learn)

    @during("suspended")
    def void(self, data):
        """Tried late, for a void complaint ends the play."""
        self.tried(data, DIRECTORS, complaining.void, lambda: self.model.end("void"), "登记错了。")

    @during("closed", "withdrawn", "refused", "routed", "void")
    def act_too_late(self, data):
        verb = data.draw(st.sampled_from([complaining.suspend, complaining.withdraw]))
        self.tried(data, DIRECTORS, verb, lambda: None, "再办。", now=False)

    # --- what always holds ------------------------------------------------------------------------
    @invariant()
    def clocks_stand_still_exactly_while_suspended(self):
        """And that of accepting while more was asked for."""
        duties = self.record.matter.duties.filter(done_at=None)
        stopped = {duty.step for duty in duties if duty.stopped_at}
        waits = {"suspended": {duty.step for duty in duties}, "supplementing": {"screen"}}
        assert stopped == waits.get(self.model.state, set())

    @invariant()
    def the_accused_never_sees_it_and_a_unit_only_what_it_was_given(self):
        seen = {
            name
            for name in ("horse_liaison", "stranger", "water_liaison", "roads_liaison", "finance_liaison")
            if Matter.objects.visible_to(self.county.cast[name]).filter(pk=self.pk).exists()
        }
        assert seen == {min(UNITS[unit]) for unit in self.model.parts} - {"water_head"} | (
            {"water_liaison"} if WATER in self.model.parts else set()
        )

    @invariant()
    def who_complained_stays_in_the_vault(self):
        assert Identity.objects.filter(matter=self.pk).count() == 1


@pytest.mark.slow
@pytest.mark.django_db
def test_a_complaints_life_agrees_with_the_model(county):
    live(Life, county, 9)
