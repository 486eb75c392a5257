"""One step, or one deed, on many records: each is looked at again and taken by itself, or says why not."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from bureau.jobs.barred import Barred
from bureau.jobs.doing import Running
from bureau.matters import cover
from bureau.matters.access import behalf
from bureau.matters.actions import version
from bureau.matters.deadlines.rulebook import same_rules
from bureau.matters.deeds import Batched, deeds_of
from bureau.matters.flow import Flow
from bureau.matters.forms import StepForm
from bureau.matters.seen import check_seen
from bureau.org.models import Person

BATCH = "matters.batch"  # the kind of the job
TOLD = 8  # refusals that are told in a sentence; all of them stand in a file
GONE = "所选事项中有{count}件您已经看不到了。"


@dataclass
class Taken:
    """How many were taken, and a sentence on each of those that were not."""

    count: int = 0
    refused: list[str] = field(default_factory=list)

    @property
    def why_not(self) -> str:
        """The refusals, the first of them in words; empty where there is none."""
        if not self.refused:
            return ""
        more = f"其余{len(self.refused) - TOLD}件见清单。" if len(self.refused) > TOLD else ""
        return f"{len(self.refused)}件没有办理：{''.join(self.refused[:TOLD])}{more}"


def step_named(flow: Flow, kind: str, name: str) -> Batched | None:
    """The step of the room, or the deed of all rooms, that is done to many and called so."""
    step = flow.get(name)
    if step is not None and step.batch:
        return step
    return next((deed for deed in deeds_of(kind) if deed.name == name), None)


def take_all(
    person: Person,
    model: Any,
    step: Batched,
    seen: dict[int, str],
    arguments: dict,
    tell: Callable[[int, int], None] = lambda done, total: None,
) -> Taken:
    """Call the step's verb on the records whose keys are in `seen`, each as it was seen (empty: not compared).

    In a transaction. A refusal names its record and holds no other up; `tell` is told how far it is. Raises Barred where none could
    be taken, or the rules were changed meanwhile: then nothing was done."""
    keys = sorted(seen)
    # All of them first and in the order of their keys: two batches never wait for each other in a circle.
    list(cover.locked().filter(pk__in=keys).order_by("pk").values_list("pk"))
    records = model.objects.visible_to(person).filter(pk__in=keys).order_by("pk")
    behalf.read_hands([record.matter for record in records])
    taken = Taken()
    with same_rules():
        for done, record in enumerate(records):
            tell(done, len(keys))
            if why := refusal(person, step, record, seen[record.pk], arguments):
                taken.refused.append(why)
            else:
                taken.count += 1
    if gone := len(keys) - len(records):
        taken.refused.append(GONE.format(count=gone))
    if not taken.count:
        raise Barred(f"{taken.why_not}本批没有办理任何一件。")
    return taken


def refusal(person: Person, step: Batched, record: Any, seen: str, arguments: dict) -> str:
    """Take one; why that could not be done, empty where it was."""
    if step.verb is None:
        raise LookupError(f"{step.name} is done by a job of its own")
    try:
        with transaction.atomic():
            check_seen(seen, version(record), record.matter, person)
            step.verb(person, record, **arguments)
    except Barred as barred:
        return f"“{record.matter}”：{barred}"
    return ""


def take_up(job: Running, model: Any, flow: Flow) -> tuple[Batched, Taken]:
    """The same for a job that `BatchPage` has started, its words checked as the page checked them. Returns the step
    and what came of it. Raises Barred."""
    step = step_named(flow, job.facts["room"], job.facts["step"])
    if step is None:
        raise Barred("这一步已经不再批量办理，本批没有办理任何一件。请回到台账逐件办理。")
    form = StepForm(step, job.facts["words"])
    if not form.is_valid():
        raise Barred("填写的内容不完整，请回到批量办理页面补充。")
    return step, take_all(job.person, model, step, seen_in(job), form.arguments(), job.step)


def seen_in(job: Running) -> dict[int, str]:
    """What was chosen when the job was started: its keys, each with what was seen of it."""
    return {int(key): value for key, value in job.facts["seen"].items()}
