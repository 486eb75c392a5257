"""One page, asked for again and again by one person: how long, how many queries, how many bytes.

After every request the same person opens a trivial page, in the same process: what both cost moves with the machine.
"""

import os
import resource
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter, process_time

from django.db import connection
from django.test import Client
from django.urls import reverse

from bureau.jobs.models import Job

Send = Callable[[Client], object]  # gives the response


class WrongAnswer(Exception):
    """The page did not answer as it should: its time would mean nothing."""


@dataclass(frozen=True)
class Figure:
    """`times`, and the medians `cpu` and `trivial`, in milliseconds; CPU is our own, without the database's. Of the last
    request: `queries`, how many of them were `repeated`, `size` in bytes. `load` of the machine, `memory` in MB so far."""

    page: str
    who: str
    times: list[float]
    cpu: float
    trivial: float
    queries: int
    repeated: int
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


class Repeats(Count):
    """Knows as well how many were sent before word for word: the same text with the same values."""

    def __init__(self):
        super().__init__()
        self.seen = set()

    def __call__(self, execute, sql, params, many, context):
        self.seen.add(hash((str(sql), repr(params))))
        return super().__call__(execute, sql, params, many, context)

    @property
    def repeated(self) -> int:
        return self.statements - len(self.seen)


@dataclass(frozen=True)
class Turn:
    """One request: `time` and `cpu` in milliseconds, `size` in bytes."""

    status: int
    size: int
    time: float
    cpu: float
    count: Repeats


def measure(page: str, person, sends: Iterable[Send], status: int = 200) -> Figure:
    """Time each of `sends`, a whole request with rendering, as `person`, and the trivial page after each.

    Raises WrongAnswer where a request answers otherwise than with `status`, or a job that it started fails.
    """
    client, turns, trivial = Client(), [], []
    client.force_login(person)
    for send in sends:
        turns.append(take(client, send))
        trivial.append(take(client, open_trivial))
        if turns[-1].status != status:
            raise WrongAnswer(f"{page}：应答{turns[-1].status}，应为{status}")
    for job in Job.objects.exclude(state=Job.State.DONE):
        raise WrongAnswer(f"{page}：{job}：{job.get_state_display()}：{job.outcome}")
    return Figure(
        page=page,
        who=person.name,
        times=[turn.time for turn in turns],
        cpu=median(turn.cpu for turn in turns),
        trivial=median(turn.cpu for turn in trivial),
        queries=turns[-1].count.statements,
        repeated=turns[-1].count.repeated,
        size=turns[-1].size,
        load=os.getloadavg()[0],
        memory=memory(),
    )


def take(client: Client, send: Send) -> Turn:
    count, began, burnt = Repeats(), perf_counter(), process_time()
    with connection.execute_wrapper(count):
        response = send(client)
    time, cpu = (perf_counter() - began) * 1000, (process_time() - burnt) * 1000
    return Turn(response.status_code, len(response.content), time, cpu, count)


def open_trivial(client: Client):
    """One sentence in the frame that every page has: session, person, navigation, unread notices."""
    return client.get(reverse("password_change_done"))


def memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
