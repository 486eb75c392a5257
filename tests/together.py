"""Several people acting at the same moment, each in a thread with a database connection of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection


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
