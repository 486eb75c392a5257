"""What the numbers of instructions mean (facts §10), as conditions of the ledger: it shows the very matters that the hall has
counted (`bureau.matters.counting`).

A count is of matters: one instruction, one matter. It counts by its first word — who wrote it, what it asks for, when
it was registered — and stands as the round stands that is handled now, or was last. Rounds are counted apart: each has
its own working days (`counts`).
"""

from django.db.models import (
    Case,
    CharField,
    Exists,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    Subquery,
    TextChoices,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Least

from bureau.matters.counting import readers
from bureau.matters.counting.figures import handled
from bureau.matters.models import Assignment, Entry
from bureau.org.posts import Function
from instructions import flow
from instructions.models.round import PURSUED, Meaning, Round

RETURNS = (flow.RETURN.key, flow.SELF_RETURN.key)
NOTED = [meaning for meaning in Meaning if meaning not in PURSUED]
OWN, NOBODY = "督查局自办", "未定承办单位"


class Figure(TextChoices):
    """What is counted. In the ledger's address it asks for the very matters that a figure counted."""

    RECEIVED = "received", "收到"
    FILED = "filed", "存阅"
    PURSUED = "pursued", "立项办理"
    CLOSED = "closed", "已办结"
    OPEN = "open", "未办结"
    DUE = "due", "已到期"
    ON_TIME = "on_time", "按期办结"
    LATE = "late", "逾期办结"
    OVERDUE = "overdue", "逾期未办结"
    RETURNED = "returned", "被退回"


UNITS = "承办单位"
OF_ALL = (Figure.RECEIVED, Figure.FILED)


def told_of(group: str) -> list[str]:
    """The figures that a grouping tells: units are counted by what they were given, and that is pursued."""
    return [name for name in Figure.values if group != UNITS or name not in OF_ALL]


def sees_figures(person) -> bool:
    return readers.sees_figures(person, Function.INSTRUCTIONS)


def conditions(lights) -> dict[str, Q]:
    """Each figure as a condition on `joined` instructions, at the moment of the lights. What was voided counts
    nowhere."""
    stands, asks, stand = ~Q(state=flow.VOID), Q(opening__meaning__in=PURSUED), handled(lights)
    pursued = stands & asks
    returned = Entry.objects.filter(matter=OuterRef("pk"), step__in=RETURNS)
    return {
        Figure.RECEIVED: stands,
        Figure.FILED: stands & Q(opening__meaning__in=NOTED),
        Figure.PURSUED: pursued,
        **{Figure(name): pursued & condition for name, condition in stand.items()},
        Figure.OPEN: pursued & ~stand["closed"],
        Figure.RETURNED: pursued & Q(Exists(returned)),
    }


def joined(records):
    """The instructions with `opening`, their first round, and `led`, the part of their lead: one row each."""
    lead = Q(matter__assignments__role=Assignment.Role.LEAD)
    return records.alias(
        opening=FilteredRelation("rounds", condition=Q(rounds__number=1)),
        led=FilteredRelation("matter__assignments", condition=lead),
    )


def handler() -> Case:
    """Of `joined` ones: the short name of the unit that leads (`Instruction.led_by`), or that the bureau does it."""
    proposed = Coalesce(F("lead_unit__short"), Value(NOBODY))
    return Case(
        When(self_handled=True, then=Value(OWN)),
        When(state__in=flow.PREPARED, then=proposed),
        default=Coalesce(F("led__unit__short"), proposed),
        output_field=CharField(),
    )


LATER = 3  # from here on rounds are told together
NTH = [("1", "第一轮"), ("2", "第二轮"), ("3", "第三轮及以后")]


def nth() -> Least:
    """Of instructions: the round that is handled, or was last, up to `LATER`; a circle beside an answer is no round."""
    circle = Q(number__gt=1, wants_answer=False, meaning__in=NOTED)
    words = Round.objects.filter(instruction=OuterRef("pk")).exclude(circle).order_by("-number")
    return Least(Subquery(words.values("number")[:1]), Value(LATER))


def stands_at(number: str) -> Q:
    """One of `NTH` as a condition on instructions with `nth`."""
    return Q(nth=int(number))
