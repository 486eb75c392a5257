"""The door to a suggestion, beside every matter."""

from bureau.matters.models import Matter
from bureau.org.models import Person
from bureau.org.posts import Function


def suggesting(person: Person, matter: Matter) -> dict | None:
    """For who sits at the desk; a suggestion is none of another, and none is made of a visit that goes on unannounced."""
    if matter.kind == Function.SUGGESTIONS or matter.team_only or not person.sits_at(Function.SUGGESTIONS):
        return None
    return {"matter": matter}
