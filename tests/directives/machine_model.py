"""What a directive should be after each verb: a small pure model, written from the rules and not from the code.

A lead unit and one co-unit, neither of which countersigns. `owes` are open duties as 「holder:step」.
"""

from dataclasses import dataclass, field

LEAD, CO, OFFICER = "县水利局", "县交通运输局", "officer"
FIRST = f"{LEAD}:first_reply"
REPORT, PART, REVIEW = f"{LEAD}:report", f"{CO}:part", f"{OFFICER}:review"
MOST_EXTENSIONS = 2


@dataclass
class Model:
    state: str = "draft"
    numbered: bool = False
    signed: set = field(default_factory=set)
    finished: str = "no"  # the co-unit's part: no, reported, done
    extensions: int = 0
    asked: bool = False  # an extension waits for its decision
    owes: set = field(default_factory=set)

    def propose(self):
        self.state, self.owes = "proposed", {"director:approve"}

    def decline(self):
        self.state, self.owes = "draft", {f"{OFFICER}:amend"}

    def approve(self):
        self.state, self.numbered, self.owes = "approved", True, {f"{OFFICER}:dispatch"}

    def dispatch(self):
        self.state = "running"
        self.owes = {f"{LEAD}:sign", f"{CO}:sign", FIRST, REPORT, PART}

    def sign(self, unit):
        self.signed.add(unit)
        self.owes.discard(f"{unit}:sign")

    def reply(self):
        self.owes.discard(FIRST)

    def finish(self):
        self.finished = "reported"
        self.owes.discard(PART)

    def accept_part(self):
        self.finished = "done"

    def send_back_part(self):
        self.finished = "no"
        self.owes.add(PART)

    def ask(self):
        self.asked = True
        self.owes.add("leader:decide_extension" if self.extensions else "director:decide_extension")

    def decide(self, granted):
        self.asked = False
        self.extensions += granted
        self.owes = {duty for duty in self.owes if not duty.endswith("decide_extension")}

    def report(self):
        self.state = "reviewing"
        self.owes = self.owes - {FIRST, REPORT} | {REVIEW}

    def send_back(self):
        self.state = "running"
        self.owes = self.owes - {REVIEW} | {REPORT}

    def close(self):
        self.state, self.finished, self.signed, self.owes = "closed", "done", {LEAD, CO}, set()
        self.asked = False

    def suspend(self):
        self.state = "suspended"

    def resume(self):
        self.state = "running"

    def void(self):
        self.state, self.owes = "void", set()

    def reopen(self):
        self.state, self.owes, self.extensions = "running", {REPORT}, 0
