"""How much is done and how often a plug is pulled."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scale:
    """`away`: seconds without Redis. `visitors` log in and act while `restarts` and `web_kills` go on."""

    duties: int = 10_000
    kills: int = 100
    away: int = 60
    restarts: int = 10
    web_kills: int = 20
    visitors: int = 6


WORKERS = 3
PACE = 3.0  # seconds from one kill of a worker to the next: about as long as a worker takes to start
GAP = 4.0  # seconds from one restart of PostgreSQL, or kill of the web, to the next
