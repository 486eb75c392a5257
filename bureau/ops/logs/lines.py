"""A record as a line: JSON in production, plain words in development.

An exception's own words may quote what a person typed, or a row of the database: production keeps its type, its
place and, of the database's complaints, the code and the constraint. `extra={"facts": {…}}` adds fields.
"""

import logging
import traceback
from collections.abc import Iterator, Mapping
from datetime import datetime

from pythonjsonlogger.json import JsonFormatter

from bureau.ops.logs.number import current

FIELDS = ("time", "levelname", "name", "message", "request_id")
NAMED = {"levelname": "level", "name": "logger", "exc_info": "error"}
QUOTING = ("exc", "traceback", "return_value", "args", "kwargs")  # what Celery puts into its messages
MOST = 2000  # characters of a message
FRAMES = 60


class Json(JsonFormatter):
    """One object a line; whatever stands in a message, it stays one line."""

    def __init__(self):
        super().__init__(FIELDS, rename_fields=NAMED, json_default=str, json_ensure_ascii=False)

    def format(self, record: logging.LogRecord) -> str:
        return super().format(redacted(record))

    def formatException(self, exc_info) -> list[dict]:
        return list(errors(exc_info[1]))


def redacted(record: logging.LogRecord) -> logging.LogRecord:
    """A copy that holds only what may be written. The library writes every attribute of a record, and Django and Celery
    hang requests and the arguments of tasks on theirs."""
    at = datetime.fromtimestamp(record.created).astimezone()
    raised = record.exc_info and record.exc_info[1]
    return logging.makeLogRecord(
        {
            "time": at.isoformat(timespec="milliseconds"),
            "levelname": record.levelname,
            "name": record.name,
            "msg": words(record)[:MOST],
            "request_id": current.get(),
            "exc_info": record.exc_info if raised else None,
            **getattr(record, "facts", {}),
        }
    )


class Plain(logging.Formatter):
    """For whoever develops: with the exception's words."""

    def format(self, record: logging.LogRecord) -> str:
        facts = " ".join(f"{name}={value}" for name, value in getattr(record, "facts", {}).items())
        message = record.getMessage().replace("\n", "\\n").replace("\r", "\\r")
        line = f"{self.formatTime(record)} {record.levelname} {record.name} {message} {facts}".rstrip()
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


def words(record: logging.LogRecord) -> str:
    """The message; of a task's, without what it was given and what it gave back."""
    if not isinstance(record.args, Mapping):
        return record.getMessage()
    return str(record.msg) % {**record.args, **dict.fromkeys(QUOTING, "…")}


def errors(raised: BaseException) -> Iterator[dict]:
    """The exception and those it came from, newest first: `type`, `at` (frames, innermost last), `code` and
    `constraint` of the database."""
    seen = set()
    while raised and id(raised) not in seen:
        seen.add(id(raised))
        frames = traceback.extract_tb(raised.__traceback__)[-FRAMES:]
        yield {
            "type": f"{type(raised).__module__}.{type(raised).__qualname__}",
            "at": [f"{frame.filename}:{frame.lineno} {frame.name}: {frame.line}" for frame in frames],
            **_of_database(raised),
        }
        raised = raised.__cause__ or (None if raised.__suppress_context__ else raised.__context__)


def _of_database(raised: BaseException) -> dict[str, str]:
    told = {"code": getattr(raised, "sqlstate", None)}
    told["constraint"] = getattr(getattr(raised, "diag", None), "constraint_name", None)
    return {name: value for name, value in told.items() if value}
