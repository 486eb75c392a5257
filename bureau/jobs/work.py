"""Long work for the worker.

    @work("directives.export")
    def export(job: Running) -> Outcome:
        with job.file("台账.xlsx") as out:
            ...
        return Outcome("已导出1,200行。")

    job = start(person, "directives.export", "导出决策督查台账", query="light=red")
    return redirect(job)

Handlers stand in `jobs.py` of their package, which is read when the application starts.
"""

from typing import Any

from django.db import transaction

from bureau.jobs.barred import Barred
from bureau.jobs.doing import WORK, Outcome, Running, work
from bureau.jobs.models import Job, fitting
from bureau.jobs.tasks import run
from bureau.org.models import Person

__all__ = ["Barred", "Outcome", "Running", "start", "under_way", "work"]


def start(person: Person, kind: str, words: str, /, *, url: str = "", **facts: Any) -> Job:
    """Queue a job and ring when the transaction commits.

    `words` name it for the person, `facts` (JSON) are what its handler needs, `url` is where the person
    goes back to if it cannot be done.
    """
    if kind not in WORK:
        raise LookupError(f"no handler is registered for {kind}")
    job = Job.objects.create(person=person, kind=kind, words=words[:120], url=fitting(url), facts=facts)
    transaction.on_commit(lambda: run.delay(job.pk), robust=True)
    return job


def under_way(person: Person, kind: str, /, **facts: Any) -> Job | None:
    """This person's job of this kind and with these facts that has not ended yet."""
    return Job.objects.of(person).unended().filter(kind=kind, facts__contains=facts).first()
