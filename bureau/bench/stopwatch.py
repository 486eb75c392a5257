"""One page, asked for again and again by one person: how long, how many queries, how many bytes."""

import os
import resource
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter, process_time

from django.db import connection
from django.test import Client

from bureau.jobs.models import Job

Send = Callable[[Client], object]  # gives the response


class WrongAnswer(Exception):
    """The page did not answer as it should: its time would mean nothing."""


@dataclass(frozen=True)
class Figure:
    """`times` and `cpu` (our own, without the database's) in milliseconds, `size` of the last answer in bytes, `load` of the machine, `memory` in MB so far."""

    page: str
    who: str
    times: list[float]
    cpu: float
    queries: int
    size: int
    load: float
    memory: int

    @property
    def p50(self) -> float:
        return median(self.times)

    @property
    def p95(self) -> float:
        """The slowest where there are too few to tell."""
        return quantiles(self.times, n=20)[-1] if len(self.times) >= 20 else max(self.times)


class Count:
    """Counts the statements that Django sends, savepoints included."""

    def __init__(self):
        self.statements = 0

    def __call__(self, execute, sql, params, many, context):
        self.statements += 1
        return execute(sql, params, many, context)


def measure(page: str, person, sends: Iterable[Send], status: int = 200) -> Figure:
    """Time each of `sends`, a whole request with rendering, as `person`; the queries are the last one's."""
    client, times, cpu = Client(), [], []
    client.force_login(person)
    for send in sends:
        count, began, burnt = Count(), perf_counter(), process_time()
        with connection.execute_wrapper(count):
            response = send(client)
        times.append((perf_counter() - began) * 1000)
        cpu.append((process_time() - burnt) * 1000)
        if response.status_code != status:
            raise WrongAnswer(f"{page}：应答{response.status_code}，应为{status}")
    for job in Job.objects.exclude(state=Job.State.DONE):
        raise WrongAnswer(f"{page}：{job}：{job.get_state_display()}：{job.outcome}")
    size, load = len(response.content), os.getloadavg()[0]
    return Figure(page, person.name, times, median(cpu), count.statements, size, load, memory())


def memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
