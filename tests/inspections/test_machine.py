"""Any persons trying any verbs in any order: a visit to two units, unannounced or not, is always what the model says, and so are
its conclusions and what is contested of them."""

from dataclasses import dataclass, field
from typing import ClassVar
from uuid import uuid4

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

import directives.inspections.actions as visiting
from bureau.matters.models import Contest, Service
from bureau.matters.service import contesting, serving
from directives.inspections.models import Use
from tests.county import WRITTEN
from tests.inspections.test_life import target_of
from tests.machines.stage import Stage, during, live

TEAM, LEADS, DIRECTORS = {"officer", "deputy", "colleague"}, {"officer", "deputy"}, {"director", "deputy"}
PEOPLE = {"water": {"water_liaison", "water_head"}, "roads": {"roads_liaison"}}
SHORT = {"water": "县水利局", "roads": "县交通运输局"}
SETTLED, IN_FORCE = ("served", "changed", "revoked", "none"), ("served", "changed")


@dataclass
class Looked:
    """One target. `papers`: the conclusion and the answer, each received or not; `contested`: "", waiting, decided."""

    state: str = "planned"
    found: int = 0
    drafter: str = ""
    signer: str = ""
    papers: list = field(default_factory=list)
    contested: str = ""
    contester: str = ""
    use: str = ""

    @property
    def took_part(self) -> set:
        return TEAM | {self.drafter, self.signer}


@dataclass
class Model:
    """What it should be, written from the rules and not from the code."""

    unannounced: bool
    state: str = "draft"
    proposer: str = ""
    returned: bool = False
    targets: dict = field(default_factory=lambda: {"water": Looked(), "roads": Looked()})

    @property
    def desk(self) -> set:
        return LEADS | DIRECTORS | (set() if self.hidden else {"colleague"})

    @property
    def hidden(self) -> bool:
        return self.unannounced and self.state not in ("concluding", "closed")

    def all_are(self, *states: str) -> bool:
        return all(one.state in states for one in self.targets.values())

    @property
    def owes(self) -> set:
        of_plan = {"proposed": "magistrate:approve_plan", "approved": "deputy:visit_targets"}
        of_plan |= {"running": "deputy:visit_targets", "draft": "officer:amend_plan" if self.returned else ""}
        owed = {of_plan.get(self.state, "")}
        owed.add("colleague:join_visit" if self.state in ("approved", "running") else "")
        if self.state == "concluding":
            owed.add("officer:close_visit" if self.all_are(*SETTLED) else "officer:conclude")
        for name, one in self.targets.items():
            owed.add("director:sign_conclusion" if one.state == "drafted" else "")
            owed.add("" if all(one.papers) else f"{SHORT[name]}:receive_paper")
            if one.contested == "waiting":
                owed.add("director:decide_review" if one.signer == "deputy" else "leader:decide_review")
            owed.add("magistrate:decide_use" if one.use == "proposed" else "")
            owed.add("officer:carry_out_use" if one.use == "approved" else "")
        return owed - {""}


def drafted(one: Looked) -> bool:
    return one.state == "drafted"


def unread(one: Looked) -> bool:
    return not all(one.papers)


def received(one: Looked) -> bool:
    return any(one.papers) and one.contested != "waiting"


def contested(one: Looked) -> bool:
    return one.contested == "waiting"


def proposed(one: Looked) -> bool:
    return one.use == "proposed"


def once(fits):
    """A rule for when a target fits; by chance it is tried on the other one."""
    return precondition(lambda self: any(map(fits, self.model.targets.values())))


class Life(Stage):
    names: ClassVar = [
        *sorted(TEAM | DIRECTORS | PEOPLE["water"] | PEOPLE["roads"]),
        "magistrate",
        "vice",
        "stranger",
        "system",
    ]

    def begin(self, data) -> tuple:
        unannounced = data.draw(st.booleans())
        both = (self.county.water, self.county.roads)
        return self.county.inspection("draft", unannounced=unannounced, targets=both), Model(unannounced)

    def lead_in(self, data) -> None:
        """Most of it comes after the visits, and after the conclusions."""
        depth = data.draw(st.sampled_from([0, 1, 2, 2, 2]))
        if depth:
            for verb, who in (
                (visiting.propose, "officer"),
                (visiting.approve, "magistrate"),
                (visiting.begin, "officer"),
                (visiting.finish, "officer"),
            ):
                verb(self.county.cast[who], self.record)
            self.model.state = "concluding"
        if depth == 2:
            signer = data.draw(st.sampled_from(sorted(DIRECTORS)))
            for unit in PEOPLE:
                visiting.draft(self.county.colleague, self.target(unit), **WRITTEN)
                visiting.sign(self.county.cast[signer], self.target(unit))
                if read := data.draw(st.booleans()):
                    serving.receive(self.county.cast[max(PEOPLE[unit])], self.target(unit).service)
                self.model.targets[unit] = Looked("served", 0, "colleague", signer, [read])

    def unit(self, data, fits) -> str:
        """One that the verb fits, mostly."""
        those = [unit for unit, one in self.model.targets.items() if fits(one)]
        return data.draw(st.sampled_from(those * 4 + [*PEOPLE]))

    def target(self, unit: str):
        return target_of(self.record, getattr(self.county, unit))

    def on_plan(self, data, right, verb, state, **learnt):
        words = learnt.pop("words", ())

        def learn():
            self.model.state = state
            for name, value in learnt.items():
                setattr(self.model, name, value)

        return self.attempt(data, right, lambda who: verb(who, self.record, *words), learn)

    def on_target(self, data, right, verb, unit, now=True, **learnt):
        words = learnt.pop("words", {})
        one = self.model.targets[unit]

        def learn():
            for name, value in learnt.items():
                setattr(one, name, value)

        return self.attempt(data, right, lambda who: verb(who, self.target(unit), **words), learn, now=now)

    # --- what always holds ------------------------------------------------------------------------
    @invariant()
    def it_is_seen_by_whom_it_may_be(self):
        def sees(name):
            found = self.kind.objects.visible_to(self.county.cast[name])
            return found.filter(pk=self.pk).exists()

        assert sees("director") is not self.model.hidden
        assert sees("colleague")
        for unit, one in self.model.targets.items():
            assert sees(max(PEOPLE[unit])) is bool(one.papers)
        assert not sees("vice")

    @invariant()
    def every_target_is_the_models(self):
        for unit, one in self.model.targets.items():
            target = self.target(unit)
            assert target.state == one.state
            assert target.findings.count() == one.found
            assert target.assignment.services.count() == len(one.papers)

    @invariant()
    def a_number_is_given_with_the_approval(self):
        assert bool(self.record.matter.number) is (self.model.state not in ("draft", "proposed", "void"))

    # --- the plan ---------------------------------------------------------------------------------
    @during("draft")
    @rule(data=st.data())
    def propose(self, data):
        by = self.on_plan(data, self.model.desk, visiting.propose, "proposed", returned=False)
        self.model.proposer = by or self.model.proposer

    @during("proposed")
    @rule(data=st.data())
    def take_back(self, data):
        self.on_plan(data, {self.model.proposer}, visiting.take_back, "draft", returned=True)

    @during("proposed")
    @rule(data=st.data())
    def decline(self, data):
        words = ("改对象",)
        self.on_plan(data, {"magistrate"}, visiting.decline, "draft", returned=True, words=words)

    @during("proposed")
    @rule(data=st.data())
    def approve(self, data):
        self.on_plan(data, {"magistrate"}, visiting.approve, "approved")

    @during("approved")
    @rule(data=st.data())
    def begin_visits(self, data):
        self.on_plan(data, TEAM, visiting.begin, "running")

    @during("running")
    @rule(data=st.data())
    def finish(self, data):
        self.on_plan(data, LEADS, visiting.finish, "concluding")

    @during("running", "concluding", "closed", "void")
    @rule(data=st.data())
    def record_seen(self, data):
        unit = data.draw(st.sampled_from([*PEOPLE]))
        words = {"key": uuid4(), "kind": "problem", "words": "正在排水。"}
        goes_on, found = self.model.state in ("running", "concluding"), self.model.targets[unit].found + 1
        self.on_target(data, TEAM, visiting.record, unit, now=goes_on, found=found, words=words)

    # --- conclusions ------------------------------------------------------------------------------
    @during("running", "concluding")
    @rule(data=st.data())
    def draft(self, data):
        unit = self.unit(data, lambda one: one.state == "planned")
        one = self.model.targets[unit]
        now = self.model.state == "concluding" and one.state == "planned"
        by = self.on_target(data, TEAM, visiting.draft, unit, now=now, state="drafted", words=WRITTEN)
        one.drafter = by or one.drafter

    @during("concluding")
    @once(drafted)
    @rule(data=st.data())
    def take_back_or_return(self, data):
        unit = self.unit(data, drafted)
        one = self.model.targets[unit]
        if data.draw(st.booleans()):
            right, verb, words = {one.drafter or "officer"}, visiting.take_back_draft, {}
        else:
            right, verb, words = DIRECTORS, visiting.return_draft, {"reason": "证据不足。"}
        self.on_target(data, right, verb, unit, now=one.state == "drafted", state="planned", words=words)

    @during("concluding")
    @once(drafted)
    @rule(data=st.data())
    def sign(self, data):
        unit = self.unit(data, drafted)
        one = self.model.targets[unit]
        right, now = DIRECTORS - {one.drafter}, one.state == "drafted"
        by = self.on_target(data, right, visiting.sign, unit, now=now, state="served", papers=[False])
        one.signer = by or one.signer

    @during("concluding")
    @rule(data=st.data())
    def conclude_without(self, data):
        unit = self.unit(data, lambda one: one.state == "planned")
        now = self.model.targets[unit].state == "planned"
        words = {"why_none": "没有问题。"}
        self.on_target(data, LEADS, visiting.conclude_without, unit, now=now, state="none", words=words)

    @during("concluding")
    @rule(data=st.data())
    def close(self, data):
        self.attempt(
            data,
            LEADS,
            lambda who: visiting.close(who, self.record, "查了。"),
            lambda: setattr(self.model, "state", "closed"),
            now=self.model.all_are(*SETTLED),
        )

    # --- served and contested, also after the end ---------------------------------------------------
    def services(self, unit: str):
        return list(Service.objects.filter(assignment=self.target(unit).assignment).order_by("pk"))

    @during("concluding", "closed")
    @once(unread)
    @rule(data=st.data())
    def receive(self, data):
        unit = self.unit(data, unread)
        one = self.model.targets[unit]
        for place, service in enumerate(self.services(unit)):
            self.attempt(
                data,
                PEOPLE[unit],
                lambda who, service=service: serving.receive(who, service),
                lambda place=place: one.papers.__setitem__(place, True),
                now=not one.papers[place],
            )

    @during("concluding", "closed")
    @once(received)
    @rule(data=st.data())
    def contest(self, data):
        unit = self.unit(data, received)
        one = self.model.targets[unit]
        for place, service in enumerate(self.services(unit)):
            by = self.attempt(
                data,
                PEOPLE[unit],
                lambda who, service=service: contesting.apply_review(who, service, "没有生产。"),
                lambda: setattr(one, "contested", "waiting"),
                now=place == 0 and one.papers[place] and not one.contested,
            )
            one.contester = by or one.contester

    @during("concluding", "closed")
    @once(contested)
    @rule(data=st.data(), outcome=st.sampled_from(["upheld", "changed", "revoked", "withdrawn"]))
    def end_contest(self, data, outcome):
        unit = self.unit(data, contested)
        one = self.model.targets[unit]
        found = Contest.objects.filter(service__assignment=self.target(unit).assignment).order_by("-pk")
        if not (contest := found.first()):
            return
        waits = one.contested == "waiting"
        if outcome == "withdrawn":

            def verb(who):
                return contesting.withdraw(who, contest)

            right = {one.contester}
        else:

            def verb(who):
                return contesting.decide(who, contest, outcome, "理由。")

            right = {"magistrate", "vice", *DIRECTORS} - one.took_part
        self.attempt(data, right, verb, lambda: self.ended_by(one, outcome), now=waits)

    def ended_by(self, one: Looked, outcome: str) -> None:
        one.contested = "" if outcome == "withdrawn" else "decided"
        if outcome in ("changed", "revoked"):
            one.state = outcome
        if outcome != "withdrawn":
            one.papers.append(False)

    # --- what is made of it -----------------------------------------------------------------------
    @during("concluding", "closed")
    @rule(data=st.data())
    def propose_use(self, data):
        unit = self.unit(data, lambda one: one.state in IN_FORCE and not one.use)
        one = self.model.targets[unit]
        now = one.state in IN_FORCE and not one.use
        words = {"kind": "criticise", "reason": "明知故犯。"}
        self.on_target(data, LEADS, visiting.propose_use, unit, now=now, use="proposed", words=words)

    @during("concluding", "closed")
    @once(proposed)
    @rule(data=st.data(), agreed=st.booleans())
    def decide_use(self, data, agreed):
        unit = self.unit(data, proposed)
        one = self.model.targets[unit]
        if not (use := Use.objects.filter(target=self.target(unit)).order_by("-pk").first()):
            return

        def verb(who):
            return visiting.approve_use(who, use) if agreed else visiting.decline_use(who, use, "不宜。")

        def learn():
            one.use = "approved" if agreed else ""

        self.attempt(data, {"magistrate"}, verb, learn, now=one.use == "proposed")

    @during("draft", "proposed", "approved")
    @rule(data=st.data(), wanted=st.integers(0, 5))
    def cancel(self, data, wanted):
        """Seldom, for it ends the play."""
        if not wanted:
            self.on_plan(
                data, self.model.desk - {"colleague"}, visiting.cancel, "void", words=("另行安排。",)
            )


@pytest.mark.slow
@pytest.mark.django_db
def test_an_inspections_life_agrees_with_the_model(county, monkeypatch):
    monkeypatch.setattr(
        serving, "pdf_of", lambda sheet: b"%PDF-1.7"
    )  # how a paper is set is tested elsewhere
    live(Life, county, lives=6)
