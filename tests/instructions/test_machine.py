"""Any persons trying any verbs in any order, round after round: the instruction is always what the model says."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import rule

import instructions.actions as instructing
from bureau.matters.models import Reply
from bureau.matters.parts import assignments, reassigning, replies
from tests.instructions.machine_model import MOST_EXTENSIONS
from tests.instructions.machine_stage import FINANCE, ROADS, UNITS, WATER, Stage
from tests.machines.stage import live

DESK = {"officer", "colleague", "director", "deputy"}
DIRECTORS = {"director", "deputy"}
LEADERS = {"magistrate"}  # in charge of all units; the vice of none of these
PLANS = [(WATER, [ROADS]), (WATER, [ROADS]), (FINANCE, [WATER]), (ROADS, []), ("", [])]


def when(condition):
    """What is worth trying now: by the model, which it is asked with."""

    def marked(act):
        act.when = condition
        return act

    return marked


def during(*states: str):
    return when(lambda model: model.state in states)


def given_out(model) -> bool:
    return model.state in ("running", "reviewing") and bool(model.lead)


class Life(Stage):
    """Who may and when. What no state allows is tested in test_policy."""

    @rule(data=st.data())
    def somebody_acts(self, data):
        """All that can be tried is tried as often: rules of their own would be left out by turns, and with them all
        that comes after."""
        acts = [act for act in vars(Life).values() if hasattr(act, "when") and act.when(self.model)]
        data.draw(st.sampled_from(acts))(self, data)

    # --- setting up -------------------------------------------------------------------------------
    @when(lambda model: model.state == "registered" and model.latest.origin == "paper")
    def edit(self, data):
        said = self.model.latest
        pursued = data.draw(st.sampled_from([True, True, False]))
        mended = self.say("paper", wants_answer=said.wants_answer, pursued=pursued)

        def learn():
            said.words, said.pursued = mended.words, mended.pursued

        def verb(who):
            about, word = instructing.OnPaper("防汛情况报告"), self.word(mended, bool(self.model.leader))
            instructing.edit(who, self.record, word, about, "normal", "normal")

        self.attempt(data, DESK, verb, learn)

    @when(lambda model: model.unread and model.state in ("registered", "closed"))
    def transcribe(self, data):
        words, verb = self.say("ink").words, instructing.transcribe
        right = DESK | ({self.model.leader} if self.model.leader else set())
        self.attempt(
            data, right, lambda who: verb(who, self.record, words), lambda: self.model.transcribe(words)
        )

    @during("registered")
    def propose(self, data):
        (lead, co), original = data.draw(st.sampled_from(PLANS)), data.draw(st.booleans())
        summary = "" if original else "给单位的摘要。"
        how = {"self_handled": not lead, "lead": self.unit(lead), "co": [self.unit(one) for one in co]}
        how |= {"summary": summary, "shown": "original" if original else "summary"}
        now = self.model.latest.pursued and not self.model.unread
        who = self.attempt(
            data, DESK, lambda who: instructing.propose(who, self.record, **how), lambda: None, now
        )
        if who:
            self.model.propose(who, lead, co, summary)

    @during("registered")
    def file(self, data):
        now = not self.model.latest.pursued and not self.model.unread
        self.attempt(data, DESK, lambda who: instructing.file(who, self.record), self.model.file, now)

    @during("proposed")
    def decline(self, data):
        verb, learn = instructing.decline, self.model.decline
        self.attempt(data, DIRECTORS, lambda who: verb(who, self.record, "牵头单位不准确"), learn)

    @during("proposed")
    def approve(self, data):
        right = DIRECTORS - {self.model.proposed_by}
        self.attempt(data, right, lambda who: instructing.approve(who, self.record), self.model.approve)

    # --- the units --------------------------------------------------------------------------------
    @when(lambda model: model.state in ("running", "reviewing") and model.parts)
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

    @when(lambda model: given_out(model) and model.co)
    def finish(self, data):
        [unit], verb = self.model.co, assignments.finish
        now = self.model.parts[unit] == "working"
        learn = lambda: self.model.finish(unit)  # noqa: E731
        self.attempt(data, UNITS[unit], lambda who: verb(who, self.part(unit), "完成"), learn, now)

    @when(lambda model: given_out(model) and model.co and model.parts[model.co[0]] == "reported")
    def judge_part(self, data):
        [unit], accepted = self.model.co, data.draw(st.booleans())
        answer = Reply.objects.filter(assignment=self.part(unit), kind="final").first()
        verb = replies.accept if accepted else replies.send_back
        learn = self.model.accept_part if accepted else self.model.send_back_part
        right = DESK | UNITS[self.model.lead]
        self.attempt(data, right, lambda who: verb(who, answer, "看过"), lambda: learn(unit))

    # --- more time --------------------------------------------------------------------------------
    @when(given_out)
    def ask_extension(self, data):
        stands = timezone.localdate(self.record.matter.due_at)
        until = stands + timedelta(days=data.draw(st.integers(1, 9)))
        free = not self.model.asked and self.model.granted < MOST_EXTENSIONS
        lead, verb = self.model.lead, assignments.ask_extension
        self.attempt(
            data,
            UNITS[lead],
            lambda who: verb(who, self.part(lead), "汛期", "六成", until),
            self.model.ask,
            now=free and self.model.state == "running",
        )

    @when(lambda model: model.asked and model.state in ("running", "reviewing"))
    def decide_extension(self, data):
        answer = Reply.objects.get(assignment__matter=self.pk, kind="extension", state="sent")
        until = max(answer.until, timezone.localdate(self.record.matter.due_at) + timedelta(days=1))
        granted = data.draw(st.booleans())

        def verb(who):
            if granted:
                return replies.grant_extension(who, answer, until)
            return replies.refuse_extension(who, answer, "不同意")

        right = LEADERS if self.model.granted else DIRECTORS
        self.attempt(data, right, verb, lambda: self.model.decide(granted))

    # --- who should lead --------------------------------------------------------------------------
    @when(given_out)
    def dispute(self, data):
        lead, verb = self.model.lead, assignments.dispute
        free = not self.model.answered and lead not in self.model.disputed
        self.attempt(
            data,
            UNITS[lead],
            lambda who: verb(who, self.part(lead), "不属本单位职责"),
            self.model.dispute,
            now=free and self.model.state == "running",
        )

    @when(lambda model: model.disputing and model.state in ("running", "reviewing"))
    def decide_dispute(self, data):
        answer = Reply.objects.get(assignment__matter=self.pk, kind="dispute", state="sent")
        other = data.draw(st.sampled_from(sorted(UNITS.keys() - {self.model.lead})))
        upheld = data.draw(st.booleans())

        def verb(who):
            if upheld:
                return reassigning.uphold(who, answer, "属职责范围")
            return reassigning.reassign(who, answer, self.unit(other))

        def learn():
            return self.model.uphold() if upheld else self.model.reassign(other)

        self.attempt(data, DIRECTORS, verb, learn, now=upheld or self.model.state == "running")

    # --- the result -------------------------------------------------------------------------------
    @during("running")
    def report(self, data):
        lead, alone = self.model.lead, self.model.by_itself
        verb = instructing.self_report if alone else instructing.report
        now = alone or self.model.parts[lead] == "working"
        right = {"officer"} if alone else UNITS[lead]
        self.attempt(data, right, lambda who: verb(who, self.record, "办完了"), self.model.report, now)

    @during("reviewing")
    def send_back(self, data):
        verb = instructing.self_return if self.model.by_itself else instructing.send_back
        learn = self.model.send_back
        self.attempt(data, self.reviewers, lambda who: verb(who, self.record, "补办"), learn)

    @during("reviewing")
    def conclude(self, data):
        to_the_leader = data.draw(st.booleans())
        verb = instructing.accept if to_the_leader else instructing.close
        now = to_the_leader is self.model.latest.wants_answer
        self.attempt(data, self.reviewers, lambda who: verb(who, self.record), self.model.conclude, now)

    @property
    def reviewers(self) -> set:
        return DESK - {"officer"} if self.model.by_itself else DESK

    # --- the leader -------------------------------------------------------------------------------
    @during("accepted")
    def the_report_is_issued(self, data):
        self.present()

    @during("reported")
    def note(self, data):
        here, way = bool(self.model.leader), data.draw(st.sampled_from(["circle", "words", "ink"]))
        origin = ("ink" if way == "ink" else "typed") if here else "paper"
        said = None if way == "circle" else self.say(origin, pursued=False, wants_answer=False)
        words = "" if said is None or said.unread else said.words

        def verb(who):
            if here:
                return instructing.note(who, self.record, words, origin=origin)
            return instructing.note_for(who, self.record, words)

        self.attempt(data, self.writers, verb, lambda: self.model.note(said))

    @during("reported", "closed")
    def again(self, data):
        here = bool(self.model.leader)
        said = self.say(data.draw(st.sampled_from(["ink", "typed"])) if here else "paper")
        named = instructing.Plan(self.county.finance, (self.county.water,))
        plan = data.draw(st.sampled_from([named, instructing.Plan()]))
        self.attempt(
            data,
            self.writers,
            lambda who: instructing.again(who, self.record, self.word(said, here), plan),
            lambda: self.model.again(said),
        )

    @property
    def writers(self) -> set:
        """Who says, or notes, what the leader says next."""
        return {self.model.leader} if self.model.leader else DESK

    # --- turning ----------------------------------------------------------------------------------
    @during("running")
    def suspend(self, data):
        verb, learn = instructing.suspend, self.model.suspend
        self.attempt(data, DIRECTORS, lambda who: verb(who, self.record, "政策调整"), learn)

    @during("suspended")
    def resume(self, data):
        verb, learn = instructing.resume, self.model.resume
        self.attempt(data, DIRECTORS, lambda who: verb(who, self.record), learn)

    @when(lambda model: model.state == "suspended" or (len(model.said) > 2 and model.state == "registered"))
    def void(self, data):
        """Tried late, for a void instruction ends the play."""
        verb, learn = instructing.void, self.model.void
        right = DIRECTORS if self.model.opened else DESK
        self.attempt(data, right, lambda who: verb(who, self.record, "重复"), learn)

    @when(lambda model: model.parts and model.state in ("void", "closed", "suspended", "filed"))
    def answer_too_late(self, data):
        unit, verb = min(self.model.parts), assignments.reply
        nothing = lambda: None  # noqa: E731
        self.attempt(data, UNITS[unit], lambda who: verb(who, self.part(unit), "迟到"), nothing, now=False)

    @during("filed", "void")
    def wake_it(self, data):
        verb, nothing = instructing.suspend, lambda: None
        self.attempt(data, DIRECTORS, lambda who: verb(who, self.record, "再办"), nothing, now=False)


@pytest.mark.slow
@pytest.mark.django_db
def test_an_instructions_life_agrees_with_the_model(county):
    live(Life, county)
