"""Who is shown figures."""

from bureau.matters.access.rights import Rights
from bureau.org.posts import Post


def sees_figures(person, kind: str = "") -> bool:
    """The desk of this function — of any, where none is named — and the county leaders; and who acts for one of them without
    answering for a unit."""
    if person.is_administrator:
        return False
    rights = Rights.of(person)
    ways = [rights.own] if person.answers_for_unit else rights.actors
    return any(at_the_desk(one, kind) or one.holds(Post.LEADER) for one in ways)


def at_the_desk(who, kind: str) -> bool:
    return who.sits_at(kind) if kind else who.of_the_bureau
