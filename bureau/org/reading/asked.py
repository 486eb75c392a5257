"""What some running words ask: of whom, by when, how urgently — each with the clause that it was read from."""

import re
from dataclasses import dataclass, field

from bureau.org.naming import Directory

from .appointing import Appointment, appoint, split_all
from .clauses import Duties, take_clauses
from .deadlines import Deadline, deadline, deadline_in
from .moments import Anchor
from .prose import prose_duties
from .urgency import urgency_in

CLAUSE = re.compile(r"[^，,；;。！!？?（）()\n]+")


@dataclass(frozen=True)
class Asked:
    """`text`: the words without the clauses that only say who and by when. `why`: lead, co, due, urgency → the clause."""

    text: str
    units: Appointment
    due: Deadline
    urgency: str
    leader: str = ""
    why: dict[str, str] = field(default_factory=dict)


def asked(words: str, directory: Directory, anchor: Anchor) -> Asked:
    """Where the words name nobody, nobody is asked, and that is no problem of theirs."""
    text, said = take_clauses(words, directory)
    said = said if said.shares else said.over(prose_duties(text, directory))
    units = appoint(said.shares, directory) if said.shares else Appointment()
    due = deadline(said.due, anchor) if said.due else deadline_in(text, anchor)
    urgency, urgent = urgency_in(words)
    why = {
        "lead": clause_of(words, next(iter(leading(said, directory)), "")) if units.lead else "",
        "co": "；".join(dict.fromkeys(clause_of(words, name) for name in helping(said, directory))),
        "due": said.due or due.words,
        "urgency": urgent,
    }
    return Asked(text, units, due, urgency, said.leader, {name: told for name, told in why.items() if told})


def leading(said: Duties, directory: Directory) -> list[str]:
    return split_all([*said.shares.lead, *said.shares.either], directory)


def helping(said: Duties, directory: Directory) -> list[str]:
    """The names of all but the lead, as they were written."""
    named = split_all([*said.shares.lead, *said.shares.either, *said.shares.co], directory)
    first = next(iter(leading(said, directory)), "")
    return [name for name in named if name != first]


def clause_of(words: str, name: str) -> str:
    """The first clause that holds the name."""
    found = (one[0].strip() for one in CLAUSE.finditer(words) if name and name in one[0])
    return next(found, name)
