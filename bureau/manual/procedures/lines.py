"""The steps of a book in words: one line each, from which page, chart and paper are made."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest

from bureau.manual.procedures.books import WIDELY, Book, Part, ends
from bureau.manual.procedures.times import Time, Times
from bureau.matters.flow import Step
from bureau.matters.saying import DESK, words_of
from bureau.org.posts import DESKS, Post

STAYS = "状态不变"
MANY = "办理中的多个阶段"


@dataclass(frozen=True)
class Line:
    """`leads`: the states that it leads to, in words; of none it stays where it is. `back`: a step that was taken
    before the state it leads to is returned to."""

    label: str
    who: str
    only: str
    frm: str
    leads: str
    back: bool
    times: tuple[Time, ...]
    papers: str
    undone: str
    about: str

    @property
    def road(self) -> str:
        return f"{self.frm} → {self.leads}" if self.leads else f"{self.frm}（{STAYS}）"


@dataclass(frozen=True)
class Stage:
    """A state and the steps taken from it. `waits`: whose turn it is; `onward`: a step leads to the next state; `others`: steps that start
    here, too, and stand at another state."""

    label: str
    waits: str
    lines: tuple[Line, ...]
    onward: bool = False
    others: str = ""


@dataclass(frozen=True)
class Chapter:
    title: str
    stages: tuple[Stage, ...]

    @property
    def lines(self) -> list[Line]:
        return [line for stage in self.stages for line in stage.lines]


def chapters_of(book: Book, times: Times) -> list[Chapter]:
    return [Chapter(part.title, tuple(stages(book, part, times))) for part in book.parts]


def stages(book: Book, part: Part, times: Times) -> Iterable[Stage]:
    for state, following in zip_longest(part.lived, part.lived[1:]):
        taken = part.leaving(state)
        lines = tuple(line_of(book, part, step, times) for step in taken)
        onward = any(following in ends(step) for step in taken)
        others = "、".join(step.label for step in part.steps if state in step.frm and step not in taken)
        yield Stage(part.states[state], waits_for(part, state), lines, onward, others)
    if anywhere := tuple(line_of(book, part, step, times) for step in part.anywhere):
        yield Stage(MANY, "", anywhere)


def line_of(book: Book, part: Part, step: Step, times: Times) -> Line:
    told, after = words_of(step.rule), ends(step)
    undone = book.taken_back_by(step)
    return Line(
        label=step.label,
        who=told.who.replace(DESK, desk_of(book.kind)),
        only="；".join(told.only),
        frm=listed(part, step.frm),
        leads="或".join(part.states[state] for state in after),
        back=bool(after) and part.index(after[0]) < min(map(part.index, step.frm)),
        times=tuple(times.of_step(step)),
        papers=f"《{step.paper}》" if step.paper else "",
        undone="、".join(dict.fromkeys(one.label for one in undone)),
        about=step.hint,
    )


def listed(part: Part, states: tuple[str, ...]) -> str:
    words = [part.states[state] for state in states]
    return "、".join(words) if len(words) <= WIDELY else f"{'、'.join(words[:WIDELY])}等{len(words)}种状态"


def waits_for(part: Part, state: str) -> str:
    found = part.flow.states.get(state)
    return f"等{Post(found.waits_for).label}办理" if found and found.waits_for else ""


def desk_of(kind: str) -> str:
    """The posts of a room's desk; of no room in particular the bureau."""
    posts = next((posts for function, posts in DESKS.items() if function == kind), set())
    return "、".join(str(post.label) for post in Post if post in posts) or "督查局"
