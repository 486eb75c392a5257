"""How a room's ledger is printed."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Layout:
    """`shares` of the measure by the ledger's own keys; the other columns stay in Excel. `gists`: of which columns no
    more than so many characters are printed; the whole of it stands on the matter's page. `day`: how dates are
    printed, in one line or in two."""

    title: str
    shares: dict[str, float]
    gists: dict[str, int]
    day: str = "%Y-%m-%d"
