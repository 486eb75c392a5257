"""What a reader could not settle by itself."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing to settle on one item. `field`: text, lead, co or due; `suggestions`: short names."""

    field: str
    sentence: str
    suggestions: tuple[str, ...] = ()
