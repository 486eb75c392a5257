"""How far a job has come, written beside its transaction so that the page can show it."""

import logging
from time import monotonic

from django.db import DatabaseError, connection
from django.db.backends.base.base import BaseDatabaseWrapper

log = logging.getLogger(__name__)
EVERY = 1.0  # seconds between two writings
PATIENCE = "SET lock_timeout = '500ms'"
WRITE = "UPDATE jobs_job SET done = %s, total = %s WHERE id = %s AND state = 'running'"


class Progress:
    """A connection of its own, opened by the first thing worth telling."""

    def __init__(self, pk: int):
        self.pk, self.told = pk, monotonic()
        self.side: BaseDatabaseWrapper | None = None

    def tell(self, done: int, total: int) -> None:
        """Once a second at most; what cannot be told is not worth failing the work for."""
        if monotonic() - self.told < EVERY:
            return
        self.told = monotonic()
        try:
            self._write(done, total)
        except DatabaseError:
            log.warning("the progress of job %s could not be written", self.pk, exc_info=True)

    def _write(self, done: int, total: int) -> None:
        if self.side is None:
            self.side = connection.copy()
            with self.side.cursor() as cursor:
                cursor.execute(PATIENCE)
        with self.side.cursor() as cursor:
            cursor.execute(WRITE, [done, total, self.pk])

    def close(self) -> None:
        if self.side is not None:
            self.side.close()
