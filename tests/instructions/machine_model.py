"""What an instruction should be after each verb: a small pure model, written from the rules and not from the code.

Units are named by their short names, people by their accounts; none of the units countersigns."""

from dataclasses import dataclass, field

OFFICER = "officer"
MOST_EXTENSIONS = 2


@dataclass
class Said:
    """One word of the leader's: what stands on the paper, and what the units were given of it."""

    words: str
    pursued: bool = True
    wants_answer: bool = True
    origin: str = "paper"
    unread: bool = False
    told: str = ""


@dataclass
class Model:
    leader: str  # the account, or "" for a leader elsewhere
    said: list[Said]
    state: str = "registered"
    opened: bool = False  # whether units have seen it
    lead: str = ""
    co: list = field(default_factory=list)
    by_itself: bool = False
    summary: str = ""
    proposed_by: str = ""
    parts: dict = field(default_factory=dict)  # unit → state of its part
    extensions: dict = field(default_factory=dict)  # granted in this round, by unit
    asked: bool = False  # an extension waits for its decision
    answered: bool = False  # by the lead, since it was asked to sign
    disputed: set = field(default_factory=set)  # units that have had their say in this round
    disputing: bool = False  # a dispute waits for its decision
    owes: set = field(default_factory=set)

    def __post_init__(self):
        self.owe_next()

    @property
    def latest(self) -> Said:
        return self.said[-1]

    @property
    def unread(self) -> bool:
        return any(one.unread for one in self.said)

    @property
    def granted(self) -> int:
        return self.extensions.get(self.lead, 0)

    def owe_next(self):
        self.owes = {f"{OFFICER}:{'transcribe' if self.unread else 'propose'}"}

    def transcribe(self, words):
        one = next(one for one in self.said if one.unread)
        one.words, one.unread = words, False
        if self.state == "registered":
            self.owe_next()
        elif not self.unread:
            self.owes = set()

    def file(self):
        self.state, self.owes = "filed", set()

    def propose(self, who, lead, co, summary):
        self.state, self.owes, self.proposed_by = "proposed", {"director:approve"}, who
        self.lead, self.co, self.by_itself, self.summary = lead, co, not lead, summary

    def decline(self):
        self.state, self.owes = "registered", {f"{OFFICER}:propose"}

    def approve(self):
        self.state, self.opened, self.extensions = "running", True, {}
        self.answered, self.disputed = False, set()
        self.latest.told = self.summary or self.latest.words
        if self.by_itself:
            self.owes = {f"{OFFICER}:report"}
            return
        self.parts |= dict.fromkeys([self.lead, *self.co], "pending")
        self.owes = {f"{unit}:sign" for unit in [self.lead, *self.co]}
        self.owes |= {f"{self.lead}:first_reply", f"{self.lead}:report"}
        self.owes |= {f"{unit}:part" for unit in self.co}

    def sign(self, unit):
        self.parts[unit] = "working"
        self.owes.discard(f"{unit}:sign")

    def reply(self):
        self.answered = True
        self.owes.discard(f"{self.lead}:first_reply")

    def finish(self, unit):
        self.parts[unit] = "reported"
        self.owes.discard(f"{unit}:part")

    def accept_part(self, unit):
        self.parts[unit] = "done"

    def send_back_part(self, unit):
        self.parts[unit] = "working"
        self.owes.add(f"{unit}:part")

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
        self.owes.discard("director:decide_dispute")

    def reassign(self, unit):
        """The old lead owes nothing, and its plea for time is settled; the new one, whatever it did so far, signs and
        answers as the lead."""
        self.uphold()
        self.owes = {duty for duty in self.owes if not duty.startswith((self.lead, unit))}
        self.owes -= {"director:decide_extension", "leader:decide_extension"}
        self.parts |= {self.lead: "released", unit: "pending"}
        self.lead, self.asked, self.answered = unit, False, False
        self.co = [one for one in self.co if one != unit]
        self.owes |= {f"{unit}:sign", f"{unit}:first_reply", f"{unit}:report"}

    def report(self):
        self.state, self.answered = "reviewing", True
        if self.by_itself:
            self.owes = {"director:review"}
        else:
            self.owes -= {f"{self.lead}:first_reply", f"{self.lead}:report"}
            self.owes.add(f"{OFFICER}:review")

    def send_back(self):
        self.state = "running"
        self.owes -= {f"{OFFICER}:review", "director:review"}
        self.owes.add(f"{OFFICER if self.by_itself else self.lead}:report")

    def conclude(self):
        """Accepted: to be answered to the leader, or closed where no answer was wanted."""
        self.parts = {unit: state if state == "released" else "done" for unit, state in self.parts.items()}
        self.asked = self.disputing = False
        wanted = self.latest.wants_answer
        self.state, self.owes = ("accepted", {f"{OFFICER}:present"}) if wanted else ("closed", set())

    def present(self):
        self.state, self.owes = "reported", {f"{self.leader or OFFICER}:read"}

    def note(self, said: Said | None):
        self.state, self.owes = "closed", set()
        self.said += [said] if said else []
        if self.unread:
            self.owes = {f"{OFFICER}:transcribe"}

    def again(self, said: Said):
        self.state, self.by_itself, self.lead, self.co = "registered", False, "", []
        self.said.append(said)
        self.owe_next()

    def suspend(self):
        self.state = "suspended"

    def resume(self):
        self.state = "running"

    def void(self):
        self.state, self.owes, self.asked, self.disputing = "void", set(), False, False
