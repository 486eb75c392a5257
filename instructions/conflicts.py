"""Several leaders on one paper: what each wrote, in its order, and where they differ."""

from django.db.models import QuerySet

from bureau.org.actor import Actor
from bureau.org.models import Person
from instructions import states
from instructions.actions.words import OnPaper, key_of
from instructions.models import Instruction

ENDED = (states.VOID, states.FILED)


def on_same_paper(instruction: Instruction, person: Person | Actor | None = None) -> list[Instruction]:
    """The other instructions on this paper, the earliest first; as far as `person` sees them, where one is given."""
    found = Instruction.objects.visible_to(person) if person else Instruction.objects
    found = found.filter(paper=instruction.paper_id).exclude(pk=instruction.pk).exclude(state=states.VOID)
    return in_order(found)


def on_this_paper(about: OnPaper, person: Person | Actor) -> list[Instruction]:
    """The instructions on a paper as it is being registered, the earliest first, as far as `person` sees them."""
    found = Instruction.objects.visible_to(person).filter(paper__key=key_of(about)).exclude(state=states.VOID)
    return in_order(found)


def in_order(found: QuerySet[Instruction]) -> list[Instruction]:
    found = found.select_related("matter", "lead_unit").prefetch_related(
        "rounds", "matter__assignments__unit"
    )
    return sorted(found, key=lambda one: (one.round.date, one.pk))


def differing(instruction: Instruction, person: Person | Actor | None = None) -> list[Instruction]:
    """Those of them that ask for something else: another handler or another date."""
    if instruction.state in ENDED:
        return []
    return [one for one in on_same_paper(instruction, person) if differ(instruction, one)]


def differ(one: Instruction, other: Instruction) -> bool:
    """Both are to be handled, it is known by whom, and that is not the same."""
    asked = (handling(one), handling(other))
    return other.state not in ENDED and all(map(decided, (one, other))) and asked[0] != asked[1]


def decided(instruction: Instruction) -> bool:
    return instruction.self_handled or instruction.led_by is not None


def handling(instruction: Instruction) -> tuple:
    """Who is to do it by when."""
    return (instruction.led_by, instruction.self_handled, instruction.due)
