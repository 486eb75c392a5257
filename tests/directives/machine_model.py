"""What a directive should be after each verb: a small pure model, written from the rules and not from the code.

A lead unit and one co-unit, neither of which countersigns, and a third that may be put in the lead's place.
`owes` are open duties as 「holder:step」.
"""

from dataclasses import dataclass, field

LEAD, CO, THIRD, OFFICER = "县水利局", "县交通运输局", "县财政局", "officer"
PART, REVIEW = f"{CO}:part", f"{OFFICER}:review"
MOST_EXTENSIONS = 2


@dataclass
class Model:
    state: str = "draft"
    numbered: bool = False
    lead: str = LEAD
    signed: set = field(default_factory=set)
    finished: str = "no"  # the co-unit's part: no, reported, done
    answered: bool = False  # by the lead, since it was asked to sign
    extensions: dict = field(default_factory=dict)  # granted, by unit
    asked: bool = False  # an extension waits for its decision
    disputed: set = field(default_factory=set)  # units that have had their say
    disputing: bool = False  # a dispute waits for its decision
    co_said: bool = False  # the co-unit handed its part back, or reported on it
    co_disputing: bool = False
    owes: set = field(default_factory=set)

    @property
    def first(self) -> str:
        return f"{self.lead}:first_reply"

    @property
    def result(self) -> str:
        return f"{self.lead}:report"

    @property
    def granted(self) -> int:
        return self.extensions.get(self.lead, 0)

    def propose(self):
        self.state, self.owes = "proposed", {"director:approve"}

    def decline(self):
        self.state, self.owes = "draft", {f"{OFFICER}:amend"}

    def approve(self):
        self.state, self.numbered, self.owes = "approved", True, {f"{OFFICER}:dispatch"}

    def dispatch(self):
        self.state = "running"
        self.owes = {f"{LEAD}:sign", f"{CO}:sign", self.first, self.result, PART}

    def sign(self, unit):
        self.signed.add(unit)
        self.owes.discard(f"{unit}:sign")

    def reply(self):
        self.answered = True
        self.owes.discard(self.first)

    def finish(self):
        self.finished, self.co_said = "reported", True
        self.owes.discard(PART)

    def accept_part(self):
        self.finished = "done"

    def send_back_part(self):
        self.finished = "no"
        self.owes.add(PART)

    def ask(self):
        self.asked = True
        self.owes.add("leader:decide_extension" if self.granted else "director:decide_extension")

    def decide(self, granted):
        self.asked = False
        self.extensions[self.lead] = self.granted + granted
        self.owes = {duty for duty in self.owes if not duty.endswith("decide_extension")}

    def dispute(self):
        self.disputing = True
        self.disputed.add(self.lead)
        self.owes.add("director:decide_dispute")

    def uphold(self):
        self.disputing = False
        self.settle()

    def hand_back(self):
        self.co_said = self.co_disputing = True
        self.owes.add("director:decide_dispute")

    def keep(self):
        self.co_disputing = False
        self.settle()

    def settle(self):
        if not (self.disputing or self.co_disputing):
            self.owes.discard("director:decide_dispute")

    def reassign(self, unit):
        """The old lead owes nothing, and its plea for time is settled; the new one signs and answers anew."""
        self.uphold()
        self.owes = {duty for duty in self.owes if not duty.startswith(self.lead)}
        self.owes -= {"director:decide_extension", "leader:decide_extension"}
        self.lead, self.asked, self.answered = unit, False, False
        self.signed.discard(unit)
        self.owes |= {f"{unit}:sign", self.first, self.result}

    def report(self):
        self.state, self.answered = "reviewing", True
        self.owes = self.owes - {self.first, self.result} | {REVIEW}

    def send_back(self):
        self.state = "running"
        self.owes = self.owes - {REVIEW} | {self.result}

    def close(self):
        self.state, self.finished, self.signed, self.owes = "closed", "done", {self.lead, CO}, set()
        self.asked = self.disputing = self.co_disputing = False

    def suspend(self):
        self.state = "suspended"

    def resume(self):
        self.state = "running"

    def void(self):
        self.state, self.owes = "void", set()
        self.asked = self.disputing = self.co_disputing = False

    def reopen(self):
        self.state, self.owes, self.extensions[self.lead] = "running", {self.result}, 0
