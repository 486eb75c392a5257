"""Several people acting at the same moment, each in a thread with a database connection of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from bureau.jobs.barred import Barred
from bureau.matters import chain


def together(*acts: Callable) -> list:
    """Run the acts at once; for each what it returned, or the exception it raised."""
    start = Barrier(len(acts))

    def take_part(act):
        try:
            start.wait(timeout=60)
            return act()
        except Exception as raised:
            return raised
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(take_part, acts))


def one_wins(*acts: Callable) -> str:
    """Run them; all but one were told why not, and the timelines are whole. Returns what the last one was told."""
    outcomes = together(*acts)
    lost = [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    assert len(lost) == len(acts) - 1, outcomes
    assert all(isinstance(one, Barred) for one in lost), lost
    assert all(str(one).endswith("。") for one in lost)
    assert not [verdict.faults for verdict in chain.verdicts() if verdict.faults]
    return str(lost[-1])
