"""What a leader has written, and how it stands."""

from django.db.models import Count, Exists, OuterRef, Subquery
from django.utils import timezone

from bureau.leading.cards import AT_THE_BUREAU
from bureau.matters.models import Duty
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


BEHIND = "behind"  # beside those: the bureau itself is late


def behind() -> Exists:
    """Of an instruction: whether the bureau itself is late with its next step."""
    owed = Duty.objects.open().filter(matter=OuterRef("matter"), step__in=AT_THE_BUREAU)
    return Exists(owed.filter(due_at__lt=timezone.now()))


def standing(found, state: str):
    """Those of them that stand so; all for a word that we do not know."""
    if state == BEHIND:
        return found.filter(behind())
    return found.filter(state__in=STANDS[state][1]) if state in STANDS else found


def counts(leader) -> list[dict]:
    """[{state, label, many}]: how many of theirs stand how, and with how many the bureau is late, for the chips above the
    list. One query."""
    counted = written_by(leader).values("state").annotate(many=Count("pk"), late=Count("pk", filter=behind()))
    by_state = {row["state"]: row for row in counted}

    def total(of: str, states) -> int:
        return sum(by_state[state][of] for state in states if state in by_state)

    stands = [
        {"state": key, "label": label, "many": total("many", states)}
        for key, (label, states) in STANDS.items()
    ]
    return [*stands, {"state": BEHIND, "label": "督查局逾期", "many": total("late", by_state)}]
