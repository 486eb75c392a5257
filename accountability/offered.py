"""The door to a clue, beside every matter."""

from bureau.matters.models import Matter
from bureau.org.models import Person
from bureau.org.posts import Function


def accounting(person: Person, matter: Matter) -> dict | None:
    """For who sits at the desk; of a case none is made, nor of a visit that goes on unannounced."""
    if (
        matter.kind == Function.ACCOUNTABILITY
        or matter.team_only
        or not person.sits_at(Function.ACCOUNTABILITY)
    ):
        return None
    return {"matter": matter}
