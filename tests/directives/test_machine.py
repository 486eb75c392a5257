"""Any persons trying any verbs in any order: the directive is always what the model says it is."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from bureau.matters.models import Reply
from bureau.matters.parts import assignments, reassigning, replies
from directives import actions
from tests.county import in_days
from tests.directives.machine_model import CO, LEAD, MOST_EXTENSIONS, THIRD
from tests.directives.machine_stage import Stage
from tests.machines.stage import during, live

DESK = {"officer", "director", "deputy"}
DIRECTORS = {"director", "deputy"}
OF_CO = {"roads_liaison"}
LEADERS = {"vice"}


class Life(Stage):
    """The rules: who may and when."""

    # --- setting up -------------------------------------------------------------------------------
    @during("draft")
    @rule(data=st.data())
    def propose(self, data):
        self.attempt(data, DESK, lambda who: actions.propose(who, self.directive), self.model.propose)

    @during("proposed")
    @rule(data=st.data())
    def decline(self, data):
        self.attempt(
            data, DIRECTORS, lambda who: actions.decline(who, self.directive, "补充依据"), self.model.decline
        )

    @during("proposed")
    @rule(data=st.data())
    def approve(self, data):
        self.attempt(data, DIRECTORS, lambda who: actions.approve(who, self.directive), self.model.approve)

    @during("approved")
    @rule(data=st.data())
    def dispatch(self, data):
        self.attempt(data, DESK, lambda who: actions.dispatch(who, self.directive), self.model.dispatch)

    @during("draft", "proposed", "approved")
    @rule()
    def go_straight_to_the_units(self):
        """Most of the life is after dispatch: a short way there."""
        county, model = self.county, self.model
        road = (
            (actions.propose, county.officer),
            (actions.approve, county.director),
            (actions.dispatch, county.officer),
        )
        for verb, person in road[("draft", "proposed", "approved").index(model.state) :]:
            verb(person, self.directive)
            getattr(model, verb.__name__)()
        for unit, person in ((LEAD, county.water_liaison), (CO, county.roads_liaison)):
            assignments.sign(person, self.part(unit))
            model.sign(unit)

    # --- the units --------------------------------------------------------------------------------
    @during("running", "reviewing")
    @rule(data=st.data(), leads=st.booleans())
    def sign(self, data, leads):
        unit = self.model.lead if leads else CO
        self.attempt(
            data,
            self.of_lead if leads else OF_CO,
            lambda who: assignments.sign(who, self.part(unit)),
            lambda: self.model.sign(unit),
            now=unit not in self.model.signed,
        )

    @during("running", "reviewing")
    @rule(data=st.data())
    def reply(self, data):
        lead = self.model.lead
        now = lead in self.model.signed and self.model.state == "running"
        self.attempt(
            data,
            self.of_lead,
            lambda who: assignments.reply(who, self.part(lead), "进展"),
            self.model.reply,
            now,
        )

    @during("running", "reviewing")
    @rule(data=st.data())
    def finish(self, data):
        now = CO in self.model.signed and self.model.finished == "no"
        self.attempt(
            data, OF_CO, lambda who: assignments.finish(who, self.part(CO), "完成"), self.model.finish, now
        )

    @precondition(lambda self: self.model.finished == "reported")
    @rule(data=st.data(), accepted=st.booleans())
    def judge_part(self, data, accepted):
        answer = Reply.objects.filter(assignment__matter=self.pk, assignment__role="co", kind="final").first()
        verb = replies.accept if accepted else replies.send_back
        learn = self.model.accept_part if accepted else self.model.send_back_part
        now = self.model.state in ("running", "reviewing")
        self.attempt(data, DESK | self.of_lead, lambda who: verb(who, answer, "看过"), learn, now)

    @during("running")
    @rule(data=st.data())
    def report(self, data):
        self.attempt(
            data,
            self.of_lead,
            lambda who: actions.report(who, self.directive, "全部完成"),
            self.model.report,
            now=self.model.lead in self.model.signed,
        )

    # --- who should lead --------------------------------------------------------------------------
    @during("running", "reviewing")
    @rule(data=st.data())
    def dispute(self, data):
        model = self.model
        free = not model.answered and model.lead not in model.disputed
        self.attempt(
            data,
            self.of_lead,
            lambda who: assignments.dispute(who, self.part(model.lead), "不属本单位职责"),
            model.dispute,
            now=free and model.state == "running",
        )

    def disputed(self, role):
        waiting = Reply.objects.filter(assignment__matter=self.pk, kind="dispute", state="sent")
        return waiting.get(assignment__role=role)

    @during("running", "reviewing")
    @rule(data=st.data())
    def hand_back(self, data):
        now = not self.model.co_said and self.model.finished == "no"
        verb = lambda who: assignments.dispute(who, self.part(CO), "不属本单位职责")  # noqa: E731
        self.attempt(data, OF_CO, verb, self.model.hand_back, now)

    @precondition(lambda self: self.model.co_disputing)
    @rule(data=st.data())
    def keep(self, data):
        answer = self.disputed(role="co")
        now = self.model.state in ("running", "reviewing")
        self.attempt(
            data, DIRECTORS, lambda who: reassigning.uphold(who, answer, "属职责范围"), self.model.keep, now
        )

    @precondition(lambda self: self.model.disputing)
    @rule(data=st.data(), upheld=st.booleans())
    def decide_dispute(self, data, upheld):
        answer = self.disputed(role="lead")
        other = LEAD if self.model.lead == THIRD else THIRD

        def verb(who):
            if upheld:
                return reassigning.uphold(who, answer, "属职责范围")
            return reassigning.reassign(who, answer, self.unit(other))

        def learn():
            return self.model.uphold() if upheld else self.model.reassign(other)

        now = self.model.state in (("running", "reviewing") if upheld else ("running",))
        self.attempt(data, DIRECTORS, verb, learn, now)

    # --- more time --------------------------------------------------------------------------------
    @during("running", "reviewing")
    @rule(data=st.data(), days=st.integers(1, 9))
    def ask_extension(self, data, days):
        until = timezone.localdate(self.directive.matter.due_at) + timedelta(days=days)
        free = not self.model.asked and self.model.granted < MOST_EXTENSIONS
        now = free and self.model.state == "running"
        self.attempt(
            data,
            self.of_lead,
            lambda who: assignments.ask_extension(who, self.part(self.model.lead), "汛期", "六成", until),
            self.model.ask,
            now,
        )

    @precondition(lambda self: self.model.asked)
    @rule(data=st.data(), granted=st.booleans())
    def decide_extension(self, data, granted):
        answer = Reply.objects.get(assignment__matter=self.pk, kind="extension", state="sent")
        until = max(answer.until, timezone.localdate(self.directive.matter.due_at) + timedelta(days=1))

        def verb(who):
            if granted:
                return replies.grant_extension(who, answer, until)
            return replies.refuse_extension(who, answer, "不同意")

        right = LEADERS if self.model.granted else DIRECTORS
        now = self.model.state in ("running", "reviewing")
        self.attempt(data, right, verb, lambda: self.model.decide(granted), now)

    # --- the bureau's verdict ---------------------------------------------------------------------
    @during("reviewing")
    @rule(data=st.data())
    def close(self, data):
        self.attempt(data, DESK, lambda who: actions.close(who, self.directive), self.model.close)

    @during("reviewing")
    @rule(data=st.data())
    def send_back(self, data):
        self.attempt(
            data, DESK, lambda who: actions.send_back(who, self.directive, "补办"), self.model.send_back
        )

    @during("running")
    @rule(data=st.data())
    def suspend(self, data):
        self.attempt(
            data, DIRECTORS, lambda who: actions.suspend(who, self.directive, "政策调整"), self.model.suspend
        )

    @during("suspended")
    @rule(data=st.data())
    def resume(self, data):
        self.attempt(data, DIRECTORS, lambda who: actions.resume(who, self.directive), self.model.resume)

    @during("closed")
    @rule(data=st.data())
    def reopen(self, data):
        self.attempt(
            data,
            DIRECTORS,
            lambda who: actions.reopen(who, self.directive, "反弹", in_days(20)),
            self.model.reopen,
        )

    @during("suspended")
    @rule(data=st.data())
    def void(self, data):
        """Tried only while suspended, for a void directive ends the play."""
        self.attempt(data, DIRECTORS, lambda who: actions.void(who, self.directive, "重复"), self.model.void)

    @during("void", "closed", "suspended")
    @rule(data=st.data())
    def answer_too_late(self, data):
        self.attempt(
            data,
            self.of_lead,
            lambda who: assignments.reply(who, self.part(self.model.lead), "迟到"),
            lambda: None,
            now=False,
        )


@pytest.mark.slow
@pytest.mark.django_db
def test_a_directives_life_agrees_with_the_model(county):
    live(Life, county)
