"""Who is at which job: an advisory lock of the worker's connection, gone when the worker is."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection

SPACE = 0x6A6F62  # our advisory locks have this first key, the job's own the second
TAKE = "SELECT pg_try_advisory_lock(%s::int, %s::int)"
LET_GO = "SELECT pg_advisory_unlock(%s::int, %s::int)"
HELD = """
SELECT objid::int FROM pg_locks
WHERE locktype = 'advisory' AND granted AND classid = %s::int AND objsubid = 2
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


@contextmanager
def held(pk: int) -> Iterator[bool]:
    """Yields whether the job is ours alone; it stays so until the block ends or the connection does."""
    mine = ask(TAKE, SPACE, pk)
    try:
        yield mine
    finally:
        if mine:
            let_go(pk)


def let_go(pk: int) -> None:
    try:
        ask(LET_GO, SPACE, pk)
    except DatabaseError:  # the connection is broken: without it there is no lock either
        connection.close()


def ask(sql: str, *values: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchone()[0]


def in_hand() -> set[int]:
    """The jobs that some worker is at now."""
    with connection.cursor() as cursor:
        cursor.execute(HELD, [SPACE])
        return {pk for (pk,) in cursor.fetchall()}
