"""The rooms whose ledgers are printed: the list that is asked, where it stands, how it is laid out."""

from typing import NamedTuple

import directives.views.ledger
import instructions.views.ledger
from reports.prints.ledger import DIRECTIVES, INSTRUCTIONS, Layout


class Room(NamedTuple):
    ledger: type
    address: str
    layout: Layout


ROOMS = {
    "directives": Room(directives.views.ledger.Ledger, "directives:list", DIRECTIVES),
    "instructions": Room(instructions.views.ledger.Ledger, "instructions:list", INSTRUCTIONS),
}
