"""How far a decision has come: the steps of its life up to a state, in the order of `directives.flow`."""

from dataclasses import dataclass
from random import Random

from bureau.bench.cast import Cast
from bureau.bench.dates import Dates
from bureau.bench.words import answer
from bureau.demo.rows.folder import Folder, accepted
from bureau.matters.deadlines import dues
from bureau.matters.models import Reply
from bureau.matters.parts import steps
from bureau.org.posts import Post
from bureau.org.worktime import local
from directives import flow


@dataclass(frozen=True)
class Road:
    folder: Folder
    cast: Cast
    when: Dates
    chance: Random

    def travel(self, state: str) -> None:
        """From registration to `state`."""
        self.folder.tell(flow.REGISTER, self.officer, self.when.registered, source="来文")
        self.folder.turn(flow.DRAFT)
        for stage, walk in STAGES.items():
            if stage in NEEDED[state]:
                walk(self)
                self.folder.turn(stage)
        if state == flow.SUSPENDED:
            self.suspend()

    @property
    def officer(self):
        return self.folder.officer

    def propose(self) -> None:
        approved = self.folder.matter.number is not None
        at = self.when.registered
        self.folder.tell(flow.PROPOSE, self.officer, at)
        self.folder.owe(dues.APPROVE, at, done_at=at if approved else None, holder_post=Post.DIRECTOR.value)

    def approve(self) -> None:
        at = self.when.registered
        self.folder.tell(flow.APPROVE, self.cast.director, at, number=self.folder.matter.number)
        dispatched = hasattr(self.folder.directive, "notice_number")
        done_at = self.when.opened if dispatched else None
        self.folder.owe(dues.DISPATCH, at, done_at=done_at, holder_person_id=self.officer.pk)

    def dispatch(self) -> None:
        at = self.when.opened
        lead, due = self.folder.parts[0].unit.short, f"{self.due:%Y-%m-%d}"
        self.folder.tell(flow.DISPATCH, self.officer, at, lead=lead, due=due)
        self.folder.turn(flow.RUNNING, opened_at=at)
        for part in self.folder.parts:
            self.sign(part)
            self.answer(part)

    @property
    def due(self):
        return local(self.when.due).date()

    def sign(self, part) -> None:
        at = self.when.opened
        vars(part).update(opened_at=at, signed_at=at, open=True, state=steps.WORKING)
        self.folder.owe(dues.SIGN, at, done_at=at, **of(part))
        self.folder.tell(steps.SIGN, self.cast.liaisons[part.unit_id], at, part)

    def answer(self, part) -> None:
        """Every unit owes its result; two of three have told of their progress."""
        at, text = self.when.opened, answer(self.chance)
        step = dues.REPORT if part.role == "lead" else dues.PART
        self.folder.owe(step, at, self.due, self.result_at, **of(part))
        told = self.chance.random() < 0.67
        if told:
            author = self.cast.liaisons[part.unit_id]
            self.folder.reply(part, author, Reply.Kind.PROGRESS, text, at, **accepted(self.officer, at))
            self.folder.tell(steps.REPLY, author, at, part, text=text)
        if part.role == "lead":
            done_at = at if told else self.result_at
            self.folder.owe(dues.FIRST_REPLY, at, done_at=done_at, **of(part))

    @property
    def result_at(self):
        return self.folder.matter.finished_at

    def report(self) -> None:
        part, at, text = self.folder.parts[0], self.when.finished, answer(self.chance)
        author, closed_at = self.cast.liaisons[part.unit_id], self.folder.matter.closed_at
        self.folder.reply(
            part, author, Reply.Kind.FINAL, text, at, **accepted(self.officer, at) if closed_at else {}
        )
        self.folder.tell(flow.REPORT, author, at, part, text=text)
        self.folder.owe(dues.REVIEW, at, done_at=closed_at, holder_person_id=self.officer.pk)

    def close(self) -> None:
        self.folder.tell(flow.CLOSE, self.officer, self.when.closed)
        for part in self.folder.parts:
            part.open, part.state = False, steps.DONE

    def suspend(self) -> None:
        self.folder.tell(flow.SUSPEND, self.cast.director, self.when.opened, reason="等待上级批复")
        self.folder.turn(flow.SUSPENDED)
        for duty in self.folder.owed:
            duty.stopped_at = self.when.opened


def of(part) -> dict:
    return {"holder_unit_id": part.unit_id, "assignment_id": part.id}


STAGES = {
    flow.PROPOSED: Road.propose,
    flow.APPROVED: Road.approve,
    flow.RUNNING: Road.dispatch,
    flow.REVIEWING: Road.report,
    flow.CLOSED: Road.close,
}
ORDER = list(STAGES)
NEEDED = {flow.DRAFT: []} | {state: ORDER[: place + 1] for place, state in enumerate(ORDER)}
NEEDED[flow.SUSPENDED] = NEEDED[flow.RUNNING]
