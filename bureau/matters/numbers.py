"""Document numbers: unbroken per series and year, whoever else is writing (facts §2.5)."""

from datetime import datetime

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

NEXT = """
INSERT INTO matters_serial (series, year, last) VALUES (%s, %s, 1)
ON CONFLICT (series, year) DO UPDATE SET last = matters_serial.last + 1 RETURNING last
"""
GO_ON = """
INSERT INTO matters_serial (series, year, last) VALUES (%s, %s, %s)
ON CONFLICT (series, year) DO UPDATE SET last = greatest(matters_serial.last, excluded.last)
"""


BUREAU = "bureau"  # the plate of the bureau itself (settings.PLATES)


def take(series: str, at: datetime | None = None, plate: str = BUREAU) -> str:
    """The next number of a series, e.g. 桃督〔2026〕12号, under the mark of a plate. Held until the caller's transaction ends, so
    none is lost. Raises TransactionManagementError outside one."""
    year = timezone.localtime(at).year
    return words(mark_of(plate), series, year, count(counted(series, plate), year))


def mark_of(plate: str) -> str:
    """机关代字."""
    return settings.NUMBER_MARK if plate == BUREAU else settings.PLATES[plate]["mark"]


def counted(series: str, plate: str) -> str:
    """Under which name a series is counted: each plate counts for itself."""
    return series if plate == BUREAU else f"{mark_of(plate)}{series}"


def words(mark: str, series: str, year: int, number: int) -> str:
    """A document number as it is written, with the 机关代字 `mark`."""
    return f"{mark}{series}〔{year}〕{number}号"


def last(series: str, year: int) -> int:
    """The last one that was taken; 0 before the first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT last FROM matters_serial WHERE series = %s AND year = %s", [series, year])
        found = cursor.fetchone()
    return found[0] if found else 0


def go_on_after(series: str, year: int, number: int) -> None:
    """Let the next one be the one after `number`: what was counted on paper before. Never one that was taken."""
    with connection.cursor() as cursor:
        cursor.execute(GO_ON, [series, year, number])


def count(series: str, year: int) -> int:
    """The next count of a series in a year; the row stays locked till the caller commits."""
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("a number is taken inside a transaction")
    with connection.cursor() as cursor:
        cursor.execute(NEXT, [series, year])
        return cursor.fetchone()[0]
