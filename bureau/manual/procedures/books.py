"""The rule books: one for each room that stands, and one for the units, whose part is alike in every room."""

from dataclasses import dataclass, field

from django.db.models import TextChoices

from bureau.matters.deadlines import dues
from bureau.matters.deadlines.dues import DUES, Due
from bureau.matters.flow import Flow, Step
from bureau.matters.inside.steps import TASK
from bureau.matters.models import Assignment, InnerTask, Reply
from bureau.matters.parts.steps import ASSIGNMENT, REPLY_FLOW
from bureau.matters.rooms import Room, rooms

UNITS = "units"
WIDELY = 3  # a step that starts from more states than these belongs to none of them


@dataclass(frozen=True)
class Part:
    """One kind of record and its life. `states`: their words, in the order of that life."""

    title: str
    flow: Flow
    states: dict[str, str]

    @property
    def steps(self) -> list[Step]:
        """In the order of the life; at its end those that start nearly everywhere."""
        return sorted(self.flow.steps, key=self.place)

    def place(self, step: Step) -> int:
        order = list(self.states)
        return len(order) if wide(step) else min(order.index(state) for state in step.frm)

    def leaving(self, state: str) -> list[Step]:
        """The steps that stand at this state, each at one."""
        return [step for step in self.steps if not wide(step) and self.place(step) == self.index(state)]

    def index(self, state: str) -> int:
        return list(self.states).index(state)

    @property
    def anywhere(self) -> list[Step]:
        return [step for step in self.steps if wide(step)]

    @property
    def lived(self) -> list[str]:
        """The states that a step leaves or leads to."""
        met = {state for step in self.flow.steps for state in (*step.frm, *ends(step))}
        return [state for state in self.states if state in met]


@dataclass(frozen=True)
class Book:
    """`kind`: of its room; empty for what holds in all of them."""

    key: str
    label: str
    kind: str
    parts: tuple[Part, ...]
    owes: tuple[Due, ...] = field(default=())

    @property
    def title(self) -> str:
        return f"{self.label}工作程序"

    def taken_back_by(self, step: Step) -> list[Step]:
        """The steps of this book that undo it."""
        return [one for part in self.parts for one in part.flow.steps if step in one.takes_back]


def wide(step: Step) -> bool:
    return len(step.frm) > WIDELY


def ends(step: Step) -> tuple[str, ...]:
    """Where it may lead; nowhere else where it moves nothing."""
    return step.leads or ((step.to,) if step.to else ())


def concerns(step: Step, due: Due) -> bool:
    """Whether it is done by the step, by the reply that the step sends, or decides until when the step is taken."""
    return due in step.within or not {str(due), *due.answered_by}.isdisjoint(step.does)


def worded(states: type[TextChoices]) -> dict[str, str]:
    return {str(value): str(label) for value, label in states.choices}


def shared() -> tuple[Part, ...]:
    """What units and their replies do, in every room."""
    return (
        Part("承办单位", ASSIGNMENT, worded(Assignment.State)),
        Part("反馈、报告和申请", REPLY_FLOW, worded(Reply.State)),
        Part("单位内部任务", TASK, worded(InnerTask.State)),
    )


def of_room(room: Room) -> Book:
    own = Part("事项", room.flow, {key: state.words for key, state in room.flow.states.items()})
    within = (Part(*each) for each in room.within)
    given_out = shared() if dues.SIGN in room.owes else ()
    return Book(room.kind, room.label, room.kind, (own, *within, *given_out), room.owes)


def of_units() -> Book:
    return Book(UNITS, "承办单位", "", shared(), owed_by_units())


def owed_by_units() -> tuple[Due, ...]:
    """What is done or kept by the steps of units, in the order in which it was declared."""
    steps = (*ASSIGNMENT.steps, *REPLY_FLOW.steps, *TASK.steps)
    return tuple(
        due
        for due in DUES.values()
        if due == dues.REPORT
        or any(concerns(step, due) for step in steps)  # reported by the rooms' own steps
    )


def books() -> list[Book]:
    return [of_units(), *map(of_room, rooms())]


def book(key: str) -> Book | None:
    return next((one for one in books() if one.key == key), None)
