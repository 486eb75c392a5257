"""Whose page it is, who reads it, at which moment."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse

from bureau.matters.access.charged import charges
from bureau.matters.access.rights import Charge
from bureau.matters.access.visibility import seen_by
from bureau.matters.deadlines.lights import Lights
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.pages.period import Period


@dataclass(frozen=True)
class Figure:
    """A number of matters, and the ledger that shows these very ones."""

    label: str
    count: int
    url: str
    tone: str = ""


@dataclass(frozen=True)
class Scope:
    """`reader`: of whose sight it is counted; `leader`: whose page it is; `sealed`: with what is sealed, too; `period`: of what is counted
    by a stretch of time."""

    reader: Person
    leader: Person | Actor
    lights: Lights
    period: Period
    sealed: bool = True

    @cached_property
    def charges(self) -> list[Charge]:
        return charges(self.leader, self.reader)

    def seen(self, to: str) -> Q:
        """What is counted, as a condition on a model whose path to the matter is `to`."""
        seen = seen_by(self.reader, to)
        return seen if self.sealed else seen & Q(**{f"{to}__secrecy": "normal"})

    def has(self, function: str) -> bool:
        """Whether the leader is in charge of anything there."""
        return any(function in one.functions for one in self.charges)

    def figure(self, label: str, count: int, kind: str, tone: str = "", **asks: Any) -> Figure:
        return Figure(label, count, ledger(kind, **asks), tone if count else "")

    @property
    def days(self) -> dict[str, str]:
        """The period, as figures ask ledgers for it."""
        return {"since": f"{self.period.start}", "until": f"{self.period.end}"}


def ledger(kind: str, **asks: Any) -> str:
    return f"{reverse(f'{kind}:list')}?{urlencode(asks)}"
