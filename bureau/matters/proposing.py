"""建议办理: what the system proposes as the next link of the chain, desk by desk. A person takes or leaves each with a reason; nothing
follows by itself (DESIGN §13)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bureau.org.models import Person

MOST = 200  # rows of one sort at a time; what comes behind is proposed when those are answered


@dataclass(frozen=True)
class Proposed:
    """One: what it is about, what is proposed, why; where it is taken up, and where it is left with a reason."""

    about: str
    what: str
    why: str
    take: str
    leave: str = ""
    about_url: str = ""


@dataclass(frozen=True)
class Proposer:
    """One sort of proposals. `sits(person)`: whose they are; `find(person)`: what nobody has answered yet, the first `MOST`.
    `rules`: where the rules that propose them are kept, in words."""

    key: str
    label: str
    sits: Callable[[Person], bool]
    find: Callable[[Person], Iterable[Proposed]]
    rules: str


PROPOSERS: list[Proposer] = []


def of(person: Person) -> list[Proposer]:
    """The sorts that this person's desks answer."""
    return [one for one in PROPOSERS if one.sits(person)]
