"""Each worker says every half minute that it lives, from its main process, whatever its hands are doing."""

import logging
from datetime import timedelta
from threading import Event, Thread

from celery import signals
from django.db import connection
from django.utils import timezone

from bureau.ops.models import Worker

log = logging.getLogger(__name__)
EVERY = 30  # seconds
SILENT = timedelta(seconds=3 * EVERY)  # then it is taken for dead
FORGOTTEN = timedelta(days=1)
ended = Event()


@signals.worker_ready.connect
def begin(sender=None, **_):
    ended.clear()
    Thread(target=beat, args=(sender.hostname,), name="heartbeat", daemon=True).start()


@signals.worker_shutting_down.connect
def end(**_):
    ended.set()


def beat(name: str) -> None:
    """Until the worker shuts down; a database that is away for a while is no reason to stop."""
    while not ended.is_set():
        try:
            say(name)
        except Exception:
            log.warning("the heartbeat was not written", exc_info=True)
        finally:
            connection.close()
        ended.wait(EVERY)


def say(name: str) -> None:
    now = timezone.now()
    Worker.objects.update_or_create(name=name[:120], defaults={"seen_at": now})
    Worker.objects.filter(seen_at__lt=now - FORGOTTEN).delete()


def alive():
    """The workers heard of lately."""
    return Worker.objects.filter(seen_at__gte=timezone.now() - SILENT)
