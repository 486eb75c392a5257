"""A matter that arises from another one: begun in its own room, linked, and nothing typed twice."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bureau.matters.models import Matter
from bureau.org.actor import Actor
from bureau.org.models import Unit


@dataclass(frozen=True)
class Begun:
    """What is handed over: nothing that the new matter's units may not read. `source`: what it is said to come from."""

    source: str
    title: str
    unit: Unit
    due: date | None = None
    words: str = ""
    arises_from: Matter | None = None


# Who begins it, and what; returns the new matter. Raises Refused to who may not, Barred where it cannot be.
Beginning = Callable[[Actor, Begun], Matter]
