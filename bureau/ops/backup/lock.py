"""Only one backup or restore at a time, whoever asks: by hand, by the clock, on another machine."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from bureau.ops.backup.trouble import Trouble

NUMBER = 7_228_014  # of the advisory lock, ours alone


@contextmanager
def alone() -> Iterator[None]:
    """Hold the database's advisory lock while the block runs; it also ends when the process dies."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [NUMBER])
        if not cursor.fetchone()[0]:
            raise Trouble("另一次备份或恢复正在进行，请等它结束。")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [NUMBER])
