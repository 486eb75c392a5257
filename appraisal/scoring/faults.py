"""What is wrong with a document, with the place where it is wrong; told all at once, never one after the other."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Fault:
    """`place`: the way there, 「方案」「指标 B2」「规则 ratio」."""

    place: tuple[str, ...]
    sentence: str

    def __str__(self) -> str:
        return f"{'·'.join(self.place)}：{self.sentence}" if self.place else self.sentence


class Refused(ValueError):
    """The document cannot be scored; `faults` says why, each with its place."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


class Wrong(ValueError):
    """One value cannot be used; its words are a sentence for whoever wrote it, who knows the place."""


@dataclass(frozen=True)
class Place:
    """Where reading has come to; faults found there are put on one list."""

    way: tuple[str, ...] = ()
    faults: list[Fault] = field(default_factory=list)

    def at(self, *steps: str) -> "Place":
        return Place(self.way + steps, self.faults)

    def says(self, sentence: str) -> None:
        self.faults.append(Fault(self.way, sentence))
