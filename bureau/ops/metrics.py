"""`/metrics` for Prometheus. Figures of the whole house, asked of database and broker at the moment.

Web processes are several and none of them knows the others, so nothing is counted in a process: how long requests
take stands in the log, line by line.
"""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from bureau.ops import figures, heartbeat
from bureau.ops.models import ChainCheck
from bureau.ops.patience import patient

log = logging.getLogger(__name__)
PATIENCE = 5000  # milliseconds a figure may take


class House(Collector):
    """Asks each group of figures anew. A group that cannot be had is left out whole and counted."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        tried = [attempt(group, patient(PATIENCE)) for group in OF_DATABASE]
        tried += [attempt(group, nullcontext()) for group in ELSEWHERE]
        for found in tried:
            yield from found or ()
        yield gauge("figures_missing", "Groups of figures that could not be had.", tried.count(None))


registry = CollectorRegistry()
registry.register(House())


def page() -> bytes:
    """The text of the page."""
    return generate_latest(registry)


def attempt(group: Callable[[], Iterator[GaugeMetricFamily]], manner) -> list[GaugeMetricFamily] | None:
    """The figures of a group; None where they could not be had."""
    try:
        with manner:
            return list(group())
    except Exception:
        log.warning("figures of %s could not be had", group.__name__, exc_info=True)
        return None


def gauge(name: str, words: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"bureau_{name}", words, value)


def gauges(name: str, words: str, label: str, values: Mapping[str, float]) -> GaugeMetricFamily:
    """One figure for each value of the label."""
    family = GaugeMetricFamily(f"bureau_{name}", words, labels=[label])
    for of, value in values.items():
        family.add_metric([str(of)], value)
    return family


def duties() -> Iterator[GaugeMetricFamily]:
    now = timezone.now()
    found = figures.duties(now)
    owed = {step: count for step, count, _late in found}
    overdue = {step: late for step, _count, late in found}
    yield gauges("duties_open", "Open duties by step.", "step", owed)
    yield gauges("duties_overdue", "Open duties past their due time by step.", "step", overdue)
    oldest = figures.untold_since(now)
    age = figures.age(oldest, now) if oldest else 0
    yield gauge("untold_seconds", "Age of the oldest duty whose holder was not told; 0: none.", age)


def outbox() -> Iterator[GaugeMetricFamily]:
    broken = figures.broken_jobs(timezone.now() - timedelta(days=1))
    jobs = {**figures.jobs(), "broken": broken}
    yield gauge("notices_unread", "Notices not read.", figures.unread())
    yield gauges("deliveries", "Messages out of the house, by state.", "state", figures.deliveries())
    yield gauges("jobs", "Long work, by state; broken: within a day.", "state", jobs)
    yield gauges("renderings", "Bulletins to be set, by state.", "state", figures.renderings())


def clockwork() -> Iterator[GaugeMetricFamily]:
    clock = figures.clock()
    yield gauge("clock_armed", "1 when the sweep may tell.", bool(clock and clock.armed))
    if clock and clock.swept_at:
        yield gauge("sweep_age_seconds", "Since the last sweep.", figures.age(clock.swept_at))
        yield gauge("sweep_seconds", "How long it took.", clock.seconds or 0)
        yield gauge("sweep_failures", "Holders it could not tell.", len(clock.failures))
    yield gauge("workers", "Workers heard of lately.", heartbeat.alive().count())


def upkeep() -> Iterator[GaugeMetricFamily]:
    if backup := figures.whole_backup():
        yield gauge("backup_age_seconds", "Since the last whole backup.", figures.age(backup.at))
    if check := ChainCheck.objects.filter(ended_at__isnull=False).first():
        age = figures.age(check.ended_at)
        yield gauge("timeline_broken", "Matters whose timeline is not whole.", len(check.broken))
        yield gauge("timeline_check_age_seconds", "Since all timelines were walked.", age)


def database() -> Iterator[GaugeMetricFamily]:
    yield gauge("database_bytes", "The size of the database.", figures.database_size())


def broker() -> Iterator[GaugeMetricFamily]:
    yield gauge("queue_length", "Bells nobody has answered.", figures.queue_length())


def disks() -> Iterator[GaugeMetricFamily]:
    found = {name: figures.disk(folder) for name, folder in figures.folders().items()}
    yield gauges("disk_free_bytes", "By folder.", "folder", {name: free for name, (free, _) in found.items()})
    yield gauges("disk_bytes", "By folder.", "folder", {name: size for name, (_, size) in found.items()})


def build() -> Iterator[GaugeMetricFamily]:
    yield gauges("build_info", "The version that runs; always 1.", "version", {settings.VERSION: 1})


OF_DATABASE = (duties, outbox, clockwork, upkeep, database)
ELSEWHERE = (build, broker, disks)
