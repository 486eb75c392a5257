"""The chain of one thing: what it came of, and what came of it. Not what else came of the same causes."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from bureau.matters.lineage.nodes import Key, Node, Part, Tie
from bureau.matters.lineage.tellers import TELLERS, Teller, in_order
from bureau.org.models import Person


@dataclass(frozen=True)
class Chain:
    """`nodes` in the order of their days; `ties` between them."""

    start: Node
    nodes: list[Node]
    ties: list[Tie]

    def parts(self) -> list[tuple[Part, list[Node]]]:
        """All five, also those of which there is nothing."""
        return [(part, [node for node in self.nodes if node.part == part]) for part in Part]

    def causes(self) -> dict[Key, list[tuple[Tie, Node]]]:
        """What each came of, with what was quoted."""
        by_key = {one.key: one for one in self.nodes}
        found: dict[Key, list[tuple[Tie, Node]]] = defaultdict(list)
        for tie in self.ties:
            found[tie.later].append((tie, by_key[tie.earlier]))
        return found


@dataclass
class Walk:
    """One way through the kinds, each once: what was found, and what is still to be asked of its teller."""

    person: Person
    nodes: dict[Key, Node]
    ties: list[Tie] = field(default_factory=list)
    wanted: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    @property
    def found(self) -> dict[str, set[int]]:
        keys: dict[str, set[int]] = defaultdict(set)
        for key in self.nodes:
            keys[key.kind].add(key.pk)
        return keys

    def tied(self, ties: Iterable[Tie], far: str) -> None:
        for tie in ties:
            self.ties.append(tie)
            key = getattr(tie, far)
            self.wanted[key.kind].add(key.pk)

    def ask(self, teller: Teller) -> None:
        """What is wanted of this kind, as far as the person may know of it."""
        if keys := self.wanted[teller.kind] - self.found[teller.kind]:
            self.nodes |= {node.key: node for node in teller.nodes(self.person, keys)}

    def back(self, tellers: Iterable[Teller]) -> None:
        for teller in tellers:
            self.ask(teller)
            if keys := self.found[teller.kind]:
                self.tied(teller.causes(self.person, keys), "earlier")
                self.ask(teller)

    def on(self, tellers: Iterable[Teller]) -> None:
        for teller in tellers:
            self.ask(teller)
            self.tied(teller.effects(self.person, self.found), "later")
            self.ask(teller)


def chain_of(person: Person, key: Key) -> Chain | None:
    """None where there is no such thing, or this person may not know of it."""
    teller = TELLERS.get(key.kind)
    start = next(iter(teller.nodes(person, [key.pk])), None) if teller else None
    if start is None:
        return None
    tellers = in_order()
    back, on = Walk(person, {key: start}), Walk(person, {key: start})
    back.back(reversed(tellers))
    on.on(tellers)
    nodes = back.nodes | on.nodes
    ties = dict.fromkeys([*back.ties, *on.ties])
    known = [tie for tie in ties if tie.earlier in nodes and tie.later in nodes]
    told = {tie.later for tie in known if not tie.at_least}
    kept = [tie for tie in known if not tie.at_least or tie.later not in told]
    return Chain(start, sorted(nodes.values(), key=when), kept)


def when(node: Node) -> tuple:
    return node.on is None, node.on, TELLERS[node.key.kind].place, node.key.pk
