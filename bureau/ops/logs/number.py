"""The number (编号) under which everything that one request causes can be found again, in the worker too."""

import re
from contextvars import ContextVar
from uuid import uuid4

from django.conf import settings

SANE = re.compile(r"[A-Za-z0-9_-]{8,64}")
current: ContextVar[str] = ContextVar("number", default="")


def of(request) -> str:
    """The one that our proxy gave it; one of our own when there is no proxy or no sane number."""
    told = request.headers.get("X-Request-ID", "") if settings.PROXY_COUNT else ""
    return told if SANE.fullmatch(told) else uuid4().hex
