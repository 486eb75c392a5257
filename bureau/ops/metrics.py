"""`/metrics` for Prometheus, in its text format. Figures of the whole house, asked of database and broker at the moment.

Web processes are several and none of them knows the others, so nothing is counted in a process: how long requests
take stands in the log, line by line.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from bureau.ops import figures, heartbeat
from bureau.ops.models import ChainCheck
from bureau.ops.patience import patient

log = logging.getLogger(__name__)
PATIENCE = 5000  # milliseconds a figure may take
Sample = tuple[str, dict[str, str], float]  # name without its prefix, labels, value
HELP = {
    "build_info": "The version that runs; always 1.",
    "figures_missing": "Groups of figures that could not be had.",
    "duties_open": "Open duties by step.",
    "duties_overdue": "Open duties past their due time by step.",
    "untold_seconds": "Age of the oldest duty whose holder was not told; 0: none.",
    "notices_unread": "Notices not read.",
    "deliveries": "Messages out of the house, by state.",
    "jobs": "Long work, by state; broken: within a day.",
    "renderings": "Bulletins to be set, by state.",
    "clock_armed": "1 when the sweep may tell.",
    "sweep_age_seconds": "Since the last sweep.",
    "sweep_seconds": "How long it took.",
    "sweep_failures": "Holders it could not tell.",
    "workers": "Workers heard of lately.",
    "queue_length": "Bells nobody has answered.",
    "backup_age_seconds": "Since the last whole backup.",
    "timeline_broken": "Matters whose timeline is not whole.",
    "timeline_check_age_seconds": "Since all timelines were walked.",
    "disk_free_bytes": "By folder.",
    "disk_bytes": "By folder.",
    "database_bytes": "The size of the database.",
}


def page() -> str:
    """The whole text. What cannot be had is left out and counted."""
    tried = [attempt(group, patient(PATIENCE)) for group in OF_DATABASE]
    tried += [attempt(group, nullcontext()) for group in ELSEWHERE]
    found = [sample for samples in tried if samples for sample in samples]
    found.append(("figures_missing", {}, tried.count(None)))
    return "".join(in_text(found))


def attempt(group: Callable[[], Iterator[Sample]], manner) -> list[Sample] | None:
    """The samples of a group; None where they could not be had."""
    try:
        with manner:
            return list(group())
    except Exception:
        log.warning("figures of %s could not be had", group.__name__, exc_info=True)
        return None


def duties() -> Iterator[Sample]:
    now = timezone.now()
    for step, open_now, overdue in figures.duties(now):
        yield "duties_open", {"step": step}, open_now
        yield "duties_overdue", {"step": step}, overdue
    oldest = figures.untold_since(now)
    yield "untold_seconds", {}, figures.age(oldest, now) if oldest else 0


def outbox() -> Iterator[Sample]:
    yield "notices_unread", {}, figures.unread()
    broken = {"broken": figures.broken_jobs(timezone.now() - timedelta(days=1))}
    states = {
        "deliveries": figures.deliveries(),
        "jobs": {**figures.jobs(), **broken},
        "renderings": figures.renderings(),
    }
    for name, counts in states.items():
        for state, count in counts.items():
            yield name, {"state": str(state)}, count


def clockwork() -> Iterator[Sample]:
    clock = figures.clock()
    yield "clock_armed", {}, bool(clock and clock.armed)
    if clock and clock.swept_at:
        yield "sweep_age_seconds", {}, figures.age(clock.swept_at)
        yield "sweep_seconds", {}, clock.seconds or 0
        yield "sweep_failures", {}, len(clock.failures)
    yield "workers", {}, heartbeat.alive().count()


def upkeep() -> Iterator[Sample]:
    if backup := figures.whole_backup():
        yield "backup_age_seconds", {}, figures.age(backup.at)
    if check := ChainCheck.objects.filter(ended_at__isnull=False).first():
        yield "timeline_broken", {}, len(check.broken)
        yield "timeline_check_age_seconds", {}, figures.age(check.ended_at)


def database() -> Iterator[Sample]:
    yield "database_bytes", {}, figures.database_size()


def broker() -> Iterator[Sample]:
    yield "queue_length", {}, figures.queue_length()


def disks() -> Iterator[Sample]:
    for name, folder in figures.folders().items():
        free, total = figures.disk(folder)
        yield "disk_free_bytes", {"folder": name}, free
        yield "disk_bytes", {"folder": name}, total


def build() -> Iterator[Sample]:
    yield "build_info", {"version": settings.VERSION}, 1


OF_DATABASE = (duties, outbox, clockwork, upkeep, database)
ELSEWHERE = (build, broker, disks)


def in_text(samples: list[Sample]) -> Iterator[str]:
    """The lines, those of one name together under its help."""
    for name in HELP:
        of_name = [(labels, value) for found, labels, value in samples if found == name]
        if of_name:
            yield f"# HELP bureau_{name} {HELP[name]}\n# TYPE bureau_{name} gauge\n"
        for labels, value in of_name:
            named = ",".join(f'{label}="{words}"' for label, words in labels.items())
            yield f"bureau_{name}{f'{{{named}}}' if named else ''} {float(value):.15g}\n"
