"""How large the county is and how often each page is asked for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scale:
    """`rows` of the table that is imported, `batch` of what is dispatched at once.

    A page is read `reads` times after one unmeasured visit; what writes runs `writes` times, each time anew.
    The press sets documents of up to `press` pages.
    Of `duties` that are open, `due` have something to tell; `messages` go out to a receiver.
    """

    matters: int = 100_000
    persons: int = 2_000
    rows: int = 1_000
    batch: int = 500
    reads: int = 20
    writes: int = 3
    duties: int = 1_000_000
    due: int = 50_000
    messages: int = 2_000
    press: int = 200
