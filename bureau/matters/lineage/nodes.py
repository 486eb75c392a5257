"""What stands in a chain: things of any storey as its reader may know them, and the ties between them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Part(StrEnum):
    """The five parts of the chain, in their order."""

    SUPERVISE = "督"
    INSPECT = "查"
    ACCOUNT = "责"
    APPRAISE = "考"
    USE = "用"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    Part.SUPERVISE: "督办",
    Part.INSPECT: "检查",
    Part.ACCOUNT: "问责",
    Part.APPRAISE: "考核",
    Part.USE: "运用",
}


SHORT = 40  # characters


@dataclass(frozen=True)
class Key:
    """`kind`: of which teller."""

    kind: str
    pk: int


@dataclass(frozen=True)
class Node:
    """One thing: what it is called, its number, what it says, who has to do with it, how it stands. `stands`: not taken back, dropped
    or revoked. `told`: what was contested and how that ended, and what else belongs to it, a sentence each. `paper`: the address of
    the paper it came from, where its pages can be looked at."""

    key: Key
    part: Part
    label: str
    title: str
    url: str
    on: date | None = None
    number: str = ""
    who: str = ""
    state: str = ""
    stands: bool = True
    told: tuple[str, ...] = ()
    paper: str = ""

    @property
    def name(self) -> str:
        return self.number or self.title

    @property
    def short(self) -> str:
        """For a heading and the name of a file."""
        return self.name if len(self.name) <= SHORT else f"{self.name[: SHORT - 1]}…"


@dataclass(frozen=True)
class Tie:
    """`later` came of `earlier`; `why` as it is said of the later one; `quoted`: the earlier one as it stood then. `at_least`: said
    where no other cause of it is told; `place`: the address where the quoted words stand, for who may read the earlier one's paper."""

    earlier: Key
    later: Key
    why: str
    quoted: str = ""
    at_least: bool = False
    place: str = ""
