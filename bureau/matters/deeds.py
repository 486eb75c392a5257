"""What may be done to many matters at once besides the steps of their rooms: to hand them over, to give them more time, to print their
papers. Declared once for every room; what stands above the hall adds its own (`DEEDS`)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bureau.matters import policy
from bureau.matters.flow import Record, Step
from bureau.matters.policy import Verdict
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.pages.asks import Ask

Look = Callable[[Record], Verdict]


@dataclass(frozen=True, eq=False)
class Deed:
    """`batch`: the post that does it, at the desk of the room. `looks(person, records)`: reads what all of them need at once, and
    gives the rule that says of each whether it may be done. `verb(person, record, **facts)`: does it under lock, and asks again. `reads`:
    what is read of all records with them. `job`: the kind of the job that does it for all together, where there is no verb."""

    name: str
    label: str
    batch: str
    looks: Callable[[Person | Actor, Sequence[Record]], Look]
    verb: Callable[..., object] | None = None
    asks: tuple[Ask, ...] = ()
    hint: str = ""
    reads: tuple[str, ...] = ()
    job: str = ""

    @property
    def chips(self) -> tuple[str, ...]:
        return ()


# By kind of matter: None where it is not done to those.
DEEDS: list[Callable[[str], Deed | None]] = []
Batched = Step | Deed


def deeds_of(kind: str) -> list[Deed]:
    return [deed for of in DEEDS if (deed := of(kind))]


def verdicts(person: Person, step: Batched, records: Sequence[Any]) -> list[Verdict]:
    """Of each record whether this person may do it now."""
    if isinstance(step, Deed):
        return list(map(step.looks(person, records), records))
    return [policy.may(person, step, record) for record in records]
