"""Who tells of which things: registered when the application starts, by the storey whose things they are."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from bureau.matters.lineage.nodes import Node, Tie
from bureau.org.models import Person

# What was found so far: the keys of each kind.
Found = Mapping[str, Collection[int]]


def no_causes(_person: Person, _keys: Collection[int]) -> Iterable[Tie]:
    return ()


def no_effects(_person: Person, _found: Found) -> Iterable[Tie]:
    return ()


@dataclass(frozen=True)
class Teller:
    """Of one kind of thing. `place`: where it stands among the kinds: a thing comes of things of lower places, or of its own kind.
    `nodes(person, keys)`: those of these that this person may know of. `causes(person, keys)`: what these came of. `effects(person,
    found)`: which things, of this kind or a higher place, came of what was found. Ties may name what the person may not know of: it
    is left out, and what is reached through it alone; but where a thing leads on to its own kind, a teller names what the person may
    know of."""

    kind: str
    place: int
    nodes: Callable[[Person, Collection[int]], Iterable[Node]]
    causes: Callable[[Person, Collection[int]], Iterable[Tie]] = no_causes
    effects: Callable[[Person, Found], Iterable[Tie]] = no_effects


TELLERS: dict[str, Teller] = {}


def register(teller: Teller) -> None:
    TELLERS[teller.kind] = teller


def in_order() -> list[Teller]:
    """From the first cause to the last consequence."""
    return sorted(TELLERS.values(), key=lambda one: one.place)
