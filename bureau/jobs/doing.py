"""Doing a job: once, wholly or not at all, by one worker at a time."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import IO, Any

from celery.exceptions import SoftTimeLimitExceeded
from django.db import InterfaceError, OperationalError, transaction
from django.db.models import F
from django.utils import timezone

from bureau.files.refused import Refused
from bureau.files.room import room_on_disk
from bureau.jobs import shelf
from bureau.jobs.barred import Barred
from bureau.jobs.held import held, in_hand
from bureau.jobs.models import Job, fitting
from bureau.jobs.progress import Progress

log = logging.getLogger(__name__)
MOST_TRIES = 3
STRANGE = "办理时出了意外，没有改动任何数据。详情已记入系统日志，请联系系统管理员后再试。"
WORN_OUT = f"办理了{MOST_TRIES}次都中断了，没有改动任何数据。请联系系统管理员后再试。"
TOO_LONG = "超过了允许的办理时间，没有改动任何数据。请分成几批再试。"
GONE = "提交人的账号已停用，没有办理。"


@dataclass(frozen=True)
class Outcome:
    """What came of it: a sentence for the person, and where they go on from here."""

    sentence: str
    url: str = ""


class Running:
    """A job in hand: who asked for it, what its `start` was given, and how far it has come."""

    def __init__(self, job: Job):
        self.pk, self.person, self.facts = job.pk, job.person, job.facts
        self.made: dict[str, Any] = {}
        self._progress = Progress(job.pk)

    def step(self, done: int, total: int) -> None:
        """So much of the whole is done; shown on the job's page while the work goes on."""
        self._progress.tell(done, total)

    @contextmanager
    def file(self, name: str) -> Iterator[IO[bytes]]:
        """A binary file for the person to write to. It must hold only what they may see now."""
        with shelf.writing(self.pk) as out:
            yield out
        self.made = {"name": name[-200:], **shelf.weigh(self.pk)}

    def close(self) -> None:
        self._progress.close()


Handler = Callable[[Running], Outcome]
WORK: dict[str, Handler] = {}
PIECEMEAL: set[str] = set()


def work(kind: str, *, piecemeal: bool = False) -> Callable[[Handler], Handler]:
    """Register the handler of a kind of job. It runs in a transaction that ends with the job; it may run again
    from the start, so what it does outside the database must bear repeating.

    `piecemeal`: the handler commits piece by piece, and running it again does only what is left."""

    def register(handler: Handler) -> Handler:
        WORK[kind] = handler
        if piecemeal:
            PIECEMEAL.add(kind)
        return handler

    return register


def run(pk: int) -> bool:
    """Do a job that waits, or whose worker died. False where it has ended or another worker is at it."""
    with held(pk) as mine:
        job = take_up(pk) if mine else None
        if job:
            do(job)
    return job is not None


def take_up(pk: int) -> Job | None:
    """The job, counted as tried once more; None where nothing is to be done."""
    job = Job.objects.unended().select_related("person").filter(pk=pk).first()
    if job and job.tries >= MOST_TRIES:
        end(job, Job.State.FAILED, WORN_OUT)
        return None
    begun = {"state": Job.State.RUNNING, "started_at": timezone.now(), "tries": F("tries") + 1, "done": 0}
    Job.objects.unended().filter(pk=pk).update(**begun)
    return job


def do(job: Job) -> None:
    running = Running(job)
    try:
        with nullcontext() if job.kind in PIECEMEAL else transaction.atomic():
            outcome = perform(job, running)
            end(job, Job.State.DONE, outcome.sentence, url=fitting(outcome.url or job.url), **running.made)
    except (Barred, Refused) as refusal:
        end(job, Job.State.FAILED, str(refusal))
    except SoftTimeLimitExceeded:
        log.error("job %s (%s) took too long", job.pk, job.kind)
        end(job, Job.State.FAILED, TOO_LONG)
    except (OperationalError, InterfaceError):  # the database went away or two waited in a circle
        log.exception("job %s (%s) was interrupted; it waits for another try", job.pk, job.kind)
    except Exception:
        log.exception("job %s (%s) failed", job.pk, job.kind)
        end(job, Job.State.FAILED, STRANGE)
    finally:
        running.close()


def perform(job: Job, running: Running) -> Outcome:
    if not job.person.is_active:
        raise Barred(GONE)
    with room_on_disk():
        return WORK[job.kind](running)


def end(job: Job, state: str, sentence: str, **told: Any) -> None:
    told |= {"state": state, "outcome": sentence[:1000], "ended_at": timezone.now()}
    Job.objects.filter(pk=job.pk).update(**told)


def left() -> list[int]:
    """Jobs that wait, and jobs whose worker died."""
    busy = in_hand()
    return [pk for pk in Job.objects.unended().order_by("pk").values_list("pk", flat=True) if pk not in busy]
