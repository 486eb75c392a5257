"""What a complaint should be after each verb: a small pure model, written from the rules and not from the code.

Units are named by their short names, people by their accounts; none of the units countersigns. The complainant has given a name
and wants an answer."""

from dataclasses import dataclass, field

CLERK = "clerk"


@dataclass
class Model:
    state: str = "received"
    mode: str = ""
    lead: str = ""
    co: list = field(default_factory=list)
    parts: dict = field(default_factory=dict)  # unit → state of its part
    asked_more: bool = False
    proposed_by: str = ""
    answered_by: str = ""
    result_by: str = ""
    redone: bool = False
    disputed: set = field(default_factory=set)  # units that have had their say
    disputing: bool = False
    designated: bool = False
    replied: bool = False  # by the lead, since it was asked to sign
    extended: int = 0
    asking: bool = False  # an extension waits for its decision
    hearing: bool = False
    owes: set = field(default_factory=lambda: {f"{CLERK}:screen"})

    @property
    def own(self) -> bool:
        return self.mode == "own"

    def owe_word(self):
        self.owes.add(f"{CLERK}:tell")

    def tell(self):
        self.owes.discard(f"{CLERK}:tell")

    # --- screening --------------------------------------------------------------------------------
    def accept(self, mode):
        self.mode, self.designated = mode, mode == "assign"
        self.owes = {duty for duty in self.owes if duty != f"{CLERK}:screen"}
        self.state = "running" if self.own else "accepted"
        self.owes.add(f"{CLERK}:{'report' if self.own else 'dispatch'}")
        self.owe_word()

    def ask_more(self):
        self.state, self.asked_more = "supplementing", True
        self.owes.add(f"{CLERK}:supplement")
        self.owe_word()

    def supplied(self):
        self.state = "received"
        self.owes.discard(f"{CLERK}:supplement")

    def propose_refusal(self, who):
        self.state, self.proposed_by = "refusing", who
        self.owes.add("director:approve")

    def decline(self):
        self.state = "received"
        self.owes.discard("director:approve")

    def refuse(self, routed):
        self.state = "routed" if routed else "refused"
        self.owes = set()
        self.owe_word()

    def deem(self):
        self.state, self.mode = "accepted", "transfer"
        self.owes = {f"{CLERK}:dispatch"}
        self.owe_word()

    # --- handling ---------------------------------------------------------------------------------
    def dispatch(self, lead, co):
        self.state, self.lead, self.co = "running", lead, co
        self.parts = dict.fromkeys([lead, *co], "pending")
        self.owes.discard(f"{CLERK}:dispatch")
        self.owes |= {f"{unit}:sign" for unit in self.parts}
        self.owes |= {f"{lead}:first_reply", f"{lead}:report", *(f"{unit}:part" for unit in co)}

    def sign(self, unit):
        self.parts[unit] = "working"
        self.owes.discard(f"{unit}:sign")

    def reply(self):
        self.replied = True
        self.owes.discard(f"{self.lead}:first_reply")

    def ask(self):
        self.asking = True
        self.owes.add("director:decide_extension")

    def decide(self, granted):
        self.asking = False
        self.owes.discard("director:decide_extension")
        self.extended += granted
        if granted:
            self.owe_word()

    def dispute(self):
        self.disputing = True
        self.disputed.add(self.lead)
        self.owes.add("director:decide_dispute")

    def uphold(self):
        self.disputing = False
        self.owes.discard("director:decide_dispute")

    def redispatch(self, unit):
        self.uphold()
        old = self.lead
        self.owes = {duty for duty in self.owes if not duty.startswith((old, unit))}
        self.owes.discard("director:decide_extension")
        self.parts |= {old: "released", unit: "pending"}
        self.lead, self.mode, self.designated, self.asking, self.replied = unit, "assign", True, False, False
        self.co = [one for one in self.co if one != unit]
        self.owes |= {f"{unit}:sign", f"{unit}:first_reply", f"{unit}:report"}

    def escalate(self):
        """The bureau goes on itself."""
        self.mode, self.asking, self.disputing = "own", False, False
        self.parts = dict.fromkeys(self.parts, "released")
        self.owes = {duty for duty in self.owes if duty.startswith(CLERK)}
        self.owes.add(f"{CLERK}:report")

    def ask_explanation(self):
        self.hearing = True
        self.owes.add(f"{CLERK}:hearing")

    def hear(self):
        self.hearing = False
        self.owes.discard(f"{CLERK}:hearing")

    def report(self, who):
        self.state, self.replied = "reviewing", True
        if self.own:
            self.result_by = who
            self.owes.discard(f"{CLERK}:report")
            self.owes.add("director:review")
        else:
            self.owes -= {f"{self.lead}:first_reply", f"{self.lead}:report"}
            self.owes.add(f"{CLERK}:review")

    def send_back(self):
        self.state = "running"
        self.owes -= {f"{CLERK}:review", "director:review"}
        self.owes.add(f"{CLERK if self.own else self.lead}:report")

    def conclude(self):
        self.parts = {unit: state if state == "released" else "done" for unit, state in self.parts.items()}
        self.asking = self.disputing = False
        self.state, self.owes = "answering", {f"{CLERK}:answer_complainant"}

    # --- answering --------------------------------------------------------------------------------
    def answer(self, who):
        self.state, self.answered_by, self.owes = "answered", who, {"director:call_back"}

    def call_back(self, content):
        self.state = "closed" if content else "dissatisfied"
        self.owes = set() if content else {"director:judge"}

    def explain(self):
        self.state, self.owes = "closed", set()

    def again(self, redone):
        self.redone |= redone
        self.state, self.extended = "running", 0
        self.result_by = ""
        self.owes = {f"{CLERK if self.own else self.lead}:report"}
        if not self.own:
            self.parts[self.lead] = "working"

    def end(self, state):
        self.state, self.owes = state, set()
        self.asking = self.disputing = False
