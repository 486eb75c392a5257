"""Statements that take long are told, with their text and without their values."""

import logging
import time

log = logging.getLogger("bureau.slow")
SLOW = 2.0  # seconds
EXCERPT = 500  # characters


def watch(execute, sql, params, many, context):
    """An execute wrapper of Django's."""
    begun = time.monotonic()
    try:
        return execute(sql, params, many, context)
    finally:
        seconds = time.monotonic() - begun
        if seconds > SLOW:
            facts = {"ms": round(seconds * 1000), "sql": str(sql)[:EXCERPT]}
            log.warning("slow statement", extra={"facts": facts})


def attach(connection, **_):
    """To every connection once; Django reuses the object when it connects anew."""
    if watch not in connection.execute_wrappers:
        connection.execute_wrappers.append(watch)
