"""Asking the database without waiting for it long."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def patient(milliseconds: int) -> Iterator[None]:
    """A transaction of its own in which every statement is given so long; a failure spoils nothing outside."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL statement_timeout = {milliseconds}")
        yield
        cursor.execute("SET LOCAL statement_timeout = DEFAULT")
