"""What a room adds to the count of its matters (`Room.counts`): what their covers do not say."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Stretch:
    """From when until when one handler had a matter in hand."""

    handler: str
    opened: datetime
    finished: datetime


@dataclass(frozen=True)
class Counts:
    """Of one matter, by its key: where it came from, which leader is behind it, whether it is to be handled or only known, and
    how long it was in hand (None: as its cover says, from giving out to the result)."""

    matter: int
    source: str = ""
    leader: str = ""
    pursued: bool = True
    stretches: tuple[Stretch, ...] | None = None
