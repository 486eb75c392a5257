"""/healthz: does the house stand? For load balancers and container engines; names parts, tells no secrets."""

import logging
import tempfile
from concurrent.futures import ThreadPoolExecutor

import psycopg
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from redis import Redis
from redis.backoff import NoBackoff
from redis.retry import Retry

log = logging.getLogger(__name__)
PATIENCE = 2  # seconds; psycopg takes no less
ANSWERS_LATE = "-c statement_timeout=1500"


@login_not_required
@require_safe
@never_cache
def healthz(request):
    """200 when database and broker answer, else 503 naming what does not. Both are asked at once."""
    checks = {"database": _ask_database, "broker": _ask_broker}
    with ThreadPoolExecutor(len(checks)) as pool:
        states = dict(zip(checks, pool.map(_state, checks, checks.values()), strict=True))
    well = set(states.values()) == {"ok"}
    body = {"status": "ok" if well else "unavailable", "version": settings.VERSION, **states}
    return JsonResponse(body, status=200 if well else 503)


def _state(part: str, ask) -> str:
    try:
        ask()
    except Exception as trouble:  # whatever is wrong, the answer is that this part is not there
        log.warning("%s does not answer: %s", part, trouble)
        return "unavailable"
    return "ok"


def _ask_database() -> None:
    """On a connection of its own: a pooled one may look alive long after the server is gone."""
    address = connection.get_connection_params() | {"connect_timeout": PATIENCE, "options": ANSWERS_LATE}
    with psycopg.connect(**address) as fresh:
        fresh.execute("SELECT 1")


def _ask_broker() -> None:
    if not settings.REDIS_URL:
        with tempfile.TemporaryFile(dir=settings.CELERY_FOLDER / "queue"):
            return
    with broker() as redis:
        redis.ping()


def broker() -> Redis:
    """Redis, asked once and not for long. Close it: it is a context manager."""
    impatient = {"socket_connect_timeout": PATIENCE / 2, "socket_timeout": PATIENCE / 2}
    return Redis.from_url(settings.REDIS_URL, retry=Retry(NoBackoff(), 0), **impatient)
