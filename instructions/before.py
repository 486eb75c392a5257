"""What stood of an instruction when a later round began, so that it stands again if the leader takes that word back."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, Self

from instructions.models import Instruction, Round

MOMENTS = ("finished_at", "closed_at", "due_at")
PLAIN = ("state", "self_handled", "shown", "summary", "asked", "opinion", "result")
KEYS = ("lead_unit_id", "proposed_by_id", "result_by_id")


@dataclass(frozen=True)
class Before:
    """As JSON keeps it: dates as words, people and units by their keys."""

    record: dict[str, Any]
    matter: dict[str, Any]
    co: list[int]

    @classmethod
    def now(cls, instruction: Instruction) -> Self:
        """As it stands."""
        matter = instruction.matter
        record = {name: getattr(instruction, name) for name in (*PLAIN, *KEYS)}
        moments = {name: worded(getattr(matter, name)) for name in MOMENTS}
        return cls(
            record | {"due": worded(instruction.due)},
            moments | {"leader_id": matter.leader_id},
            [unit.pk for unit in instruction.co_units.all()],
        )

    @classmethod
    def of(cls, said: Round) -> Self:
        return cls(**said.before)

    def as_json(self) -> dict:
        return asdict(self)

    def columns(self) -> dict:
        """Of the record, as `Flow.take` changes them."""
        due = self.record["due"]
        return self.record | {"due": date.fromisoformat(due) if due else None}

    def cover(self) -> dict:
        """Of the cover."""
        moments = {name: self.matter[name] for name in MOMENTS}
        told = {name: datetime.fromisoformat(at) if at else None for name, at in moments.items()}
        return told | {"leader_id": self.matter["leader_id"]}


def worded(at: date | datetime | None) -> str:
    return at.isoformat() if at else ""
