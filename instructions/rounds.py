"""The rounds of an instruction as its reader is shown them, with what stands beside each."""

from bureau.matters.panels import beside
from bureau.org.actor import Actor
from bureau.org.models import Person
from instructions.facts import readable_rounds
from instructions.models import Instruction

ROUND = "instructions.round"  # the place beside one round (`panels.show_beside`)


def shown_rounds(instruction: Instruction, person: Person | Actor) -> list[tuple]:
    """Each round that this person reads, the first first; with template and data of what stands beside it."""
    return beside(ROUND, readable_rounds(instruction, person))
