"""我的批示: what the leader ordered and how it stands, by the round that is handled."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q

from bureau.leading.cockpit.scope import Figure, Scope
from bureau.matters.deadlines.lights import Lights
from bureau.org.posts import Function
from instructions.figures import NTH, conditions, joined, nth
from instructions.figures import Figure as Counted
from instructions.models import Instruction, Round

NEAR = "near"
LABELS = {
    Counted.OPEN: ("未办结", ""),
    NEAR: ("其中临期", "yellow"),
    Counted.OVERDUE: ("其中逾期", "red"),
    Counted.CLOSED: ("已办结", ""),
    Counted.FILED: ("存阅", ""),
}


@dataclass(frozen=True)
class Ordered:
    """A line: of one round, or of all."""

    label: str
    figures: list[Figure]
    total: int


def asks(name: str) -> dict[str, str]:
    """What the ledger is asked for, for one of `LABELS`."""
    return {"figure": Counted.PURSUED, "light": "yellow"} if name == NEAR else {"figure": name}


def counted(lights: Lights) -> dict[str, Q]:
    found = conditions(lights)
    near = found[Counted.PURSUED] & lights.condition("yellow", "matter__")
    return {name: near if name == NEAR else found[name] for name in LABELS}


def ordered(scope: Scope) -> list[Ordered]:
    """All first, then round by round, of which there is anything. One statement."""
    wrote = Round.objects.filter(instruction=OuterRef("pk"), leader=scope.leader.pk)
    found = joined(Instruction.objects.filter(Exists(wrote), scope.seen("matter"))).order_by()
    counts = {name: Count("pk", filter=where) for name, where in counted(scope.lights).items()}
    by_round = {row["nth"]: row for row in found.annotate(nth=nth()).values("nth").annotate(**counts)}
    whole = {name: sum(row[name] for row in by_round.values()) for name in LABELS}
    if not any(whole.values()):
        return []
    rounds = [(label, {"nth": key}, by_round[int(key)]) for key, label in NTH if int(key) in by_round]
    lines = [line(scope, label, row, **more) for label, more, row in rounds]
    return [line(scope, "全部", whole), *(lines if len(lines) > 1 else [])]


def line(scope: Scope, label: str, row: dict[str, Any], **more: str) -> Ordered:
    """`more`: what the ledger is asked for besides."""
    whose = {"ordered": scope.leader.pk, **more}
    figures = [
        scope.figure(words, row[name], Function.INSTRUCTIONS, tone, **whose, **asks(name))
        for name, (words, tone) in LABELS.items()
    ]
    return Ordered(label, figures, row[Counted.OPEN] + row[Counted.CLOSED] + row[Counted.FILED])
