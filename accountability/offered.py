"""The door to a clue, beside every matter."""

from bureau.matters.models import Matter
from bureau.org.models import Person
from bureau.org.posts import Function


def accounting(person: Person, matter: Matter) -> dict | None:
    """For who works at the bureau; of a case none is made, nor of a visit that goes on unannounced."""
    if matter.kind == Function.ACCOUNTABILITY or matter.team_only or not person.of_the_bureau:
        return None
    return {"matter": matter, "hands_over": not person.sits_at(Function.ACCOUNTABILITY)}
