"""What a leader has written, and how it stands."""

from collections import Counter

from django.db.models import Count, Exists, OuterRef, Subquery

from instructions import flow
from instructions.models import Instruction, Round

# What the list can be asked for: the word on the chip, and the states it holds.
STANDS = {
    "preparing": ("待交办", (flow.REGISTERED, flow.PROPOSED)),
    "running": ("办理中", (flow.RUNNING, flow.REVIEWING, flow.ACCEPTED, flow.SUSPENDED)),
    "reported": ("待我阅批", (flow.REPORTED,)),
    "closed": ("已办结", (flow.CLOSED,)),
    "filed": ("存阅", (flow.FILED, flow.VOID)),
}


def written_by(leader):
    """The instructions of this leader that they see."""
    wrote = Round.objects.filter(instruction=OuterRef("pk"), leader=leader.pk)
    return Instruction.objects.visible_to(leader).filter(Exists(wrote))


def latest_first(found):
    """The latest word first."""
    said = Round.objects.filter(instruction=OuterRef("pk")).order_by("-number")
    return found.annotate(said_at=Subquery(said.values("at")[:1])).order_by("-said_at", "-pk")


def standing(found, state: str):
    """Those of them that stand so; all for a word that we do not know."""
    return found.filter(state__in=STANDS[state][1]) if state in STANDS else found


def counts(leader) -> list[dict]:
    """[{state, label, many}]: how many of theirs stand how, for the chips above the list. One query."""
    by_state = Counter(dict(written_by(leader).values_list("state").annotate(Count("pk"))))
    return [
        {"state": key, "label": label, "many": sum(by_state[state] for state in states)}
        for key, (label, states) in STANDS.items()
    ]
