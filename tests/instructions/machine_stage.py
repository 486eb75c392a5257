"""The stage of an instruction's life: from any leader's word on, and what holds of its rounds after every step."""

from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import invariant

import instructions.actions as instructing
from bureau.matters.models import Entry, Matter
from bureau.matters.parts import assignments
from instructions import flow
from instructions.facts import readable_rounds
from tests.county import CITY
from tests.instructions.machine_model import Model, Said
from tests.machines.stage import NAMES
from tests.machines.stage import Stage as AnyStage

FINISHED = {"reviewing", "accepted", "reported", "closed"}
UNITS = {
    "县水利局": {"water_liaison", "water_head"},
    "县交通运输局": {"roads_liaison"},
    "县财政局": {"finance_liaison"},
}
WATER, ROADS, FINANCE = UNITS


class Stage(AnyStage):
    names = [*NAMES, "colleague", "magistrate", "finance_liaison"]

    def begin(self, data) -> tuple:
        """Registered from paper, typed or drawn by the leader; of a leader with an account here, or elsewhere."""
        county, self.spoken = self.county, 0
        origin = data.draw(st.sampled_from(["paper", "paper", "typed", "ink"]))
        here = origin != "paper" or data.draw(st.booleans())
        said = self.say(origin, wants_answer=data.draw(st.sampled_from([True, True, False])))
        word = self.word(said, here)
        about = instructing.OnPaper("防汛情况报告")
        if origin == "paper":
            record = instructing.register(county.officer, word, about)
        else:
            record = instructing.instruct(county.magistrate, word, about, instructing.Plan(county.water))
        return record, Model("magistrate" if here else "", [said])

    def lead_in(self, data):
        """Through none, one or two rounds, and from there to the units or up to the leader."""
        for _ in range(data.draw(st.sampled_from([0, 0, 0, 1, 1, 2]))):
            self.to_the_units()
            self.to_the_leader()
            self.around()
        if data.draw(st.booleans()):
            self.to_the_units()
            if data.draw(st.booleans()):
                self.to_the_leader()

    def to_the_units(self):
        county, model = self.county, self.model
        if model.unread:
            words = self.say("ink").words
            instructing.transcribe(county.officer, self.record, words)
            model.transcribe(words)
        units = {"lead": county.water, "co": [county.roads], "summary": "给单位的摘要。"}
        instructing.propose(county.officer, self.record, **units)
        model.propose("officer", WATER, [ROADS], "给单位的摘要。")
        instructing.approve(county.director, self.record)
        model.approve()
        assignments.sign(county.water_liaison, self.part(WATER))
        model.sign(WATER)

    def to_the_leader(self):
        """Accepted, and presented where the leader wants an answer."""
        county, wanted = self.county, self.model.latest.wants_answer
        instructing.report(county.water_liaison, self.record, "全部完成")
        (instructing.accept if wanted else instructing.close)(county.colleague, self.record)
        self.model.report()
        self.model.conclude()
        if wanted:
            self.present()

    def present(self):
        """By the house itself, when the 专报 is issued."""
        instructing.present(self.record, "督查专报2026年第1期", timezone.now())
        self.model.present()

    def around(self):
        here = bool(self.model.leader)
        said = self.say("typed" if here else "paper")
        person = self.county.magistrate if here else self.county.officer
        instructing.again(person, self.record, self.word(said, here))
        self.model.again(said)

    def unit(self, short: str):
        county = self.county
        return next((one for one in (county.water, county.roads, county.finance) if one.short == short), None)

    def say(self, origin: str, **how) -> Said:
        """A word that nobody has said before, so that it is found wherever it leaks."""
        self.spoken += 1
        return Said(f"原话{self.spoken}号", origin=origin, unread=origin == "ink", **how)

    def word(self, said: Said, here: bool = True) -> instructing.Word:
        meaning = "order" if said.pursued else "know"
        words = {"words": "" if said.unread else said.words, "origin": said.origin, "meaning": meaning}
        leader = {} if here else CITY
        return self.county.word(**words, **leader, wants_answer=said.wants_answer)

    # --- what always holds ------------------------------------------------------------------------
    @invariant()
    def the_number_stands_from_the_first_line(self):
        assert self.record.matter.number.startswith("桃")

    @invariant()
    def the_cover_shows_the_state(self):
        matter, state = self.record.matter, flow.STATES[self.model.state]
        assert (matter.phase, matter.stage) == (state.phase, state.words)
        assert bool(matter.opened_at) is self.model.opened
        assert bool(matter.finished_at) is (self.model.state in FINISHED)

    @invariant()
    def there_is_one_lead_and_every_part_stands_as_it_should(self):
        parts = list(self.record.matter.assignments.select_related("unit"))
        assert {part.unit.short: part.state for part in parts} == self.model.parts
        leads = [part.unit.short for part in parts if part.is_lead]
        assert len(leads) == bool(parts)
        if self.model.state in ("running", "reviewing", "suspended") and not self.model.by_itself:
            assert leads == [self.model.lead]

    @invariant()
    def the_rounds_follow_one_another(self):
        rounds = list(self.record.rounds.all())
        assert [one.number for one in rounds] == list(range(1, len(self.model.said) + 1))
        for one in rounds:
            dates = [one.at, one.opened_at, one.finished_at, one.answered_at, one.closed_at]
            known = [at for at in dates if at]
            assert known == sorted(known)
            assert not known or known[-1] <= timezone.now()
            assert bool(one.opened_at) is bool(one.due_at)
        assert all(one.closed_at for one in rounds[:-1])
        assert bool(rounds[-1].closed_at) is (self.model.state == "closed")

    @invariant()
    def the_rounds_keep_what_was_said_and_what_was_told(self):
        found = [
            (one.words, one.told, one.pursued, one.unread) for one in self.record.rounds.order_by("number")
        ]
        unread = self.record.rounds.model.UNREAD
        assert found == [
            (unread if one.unread else one.words, one.told, one.pursued, one.unread)
            for one in self.model.said
        ]

    @invariant()
    def a_unit_reads_what_it_was_told_and_no_word_more(self):
        told = [one.told for one in self.model.said if one.told]
        hidden = [one.words for one in self.model.said if one.words not in told]
        for unit, people in UNITS.items():
            person = self.county.cast[min(people)]
            sees = Matter.objects.visible_to(person).filter(pk=self.pk).exists()
            assert sees is (unit in self.model.parts)
            if sees:
                assert [one.shown for one in readable_rounds(self.record, person)] == told
                lines = Entry.objects.filter(matter=self.pk).readable_by(person, self.record.matter)
                read = " ".join(f"{line.sentence} {line.facts}" for line in lines) + self.record.matter.words
                assert [words for words in hidden if words in read] == []
