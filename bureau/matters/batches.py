"""One step on many records: all or none."""

from collections.abc import Callable
from typing import Any

from bureau.jobs.barred import Barred
from bureau.jobs.doing import Running
from bureau.matters import cover
from bureau.matters.access import behalf
from bureau.matters.actions import version
from bureau.matters.deadlines.rulebook import same_rules
from bureau.matters.flow import Flow, Step
from bureau.matters.forms import StepForm
from bureau.matters.seen import check_seen
from bureau.org.models import Person

BATCH = "matters.batch"  # the kind of the job


def take_all(
    person: Person,
    model: Any,
    step: Step,
    seen: dict[int, str],
    arguments: dict,
    tell: Callable[[int, int], None] = lambda done, total: None,
) -> int:
    """Call the step's verb on the records whose keys are in `seen`, each as it was seen (empty: not compared).

    In a transaction. A refusal names the record. Returns how many; `tell` is told how far it is. Raises Barred, and
    nothing was done."""
    keys = sorted(seen)
    # All of them first and in the order of their keys: two batches never wait for each other in a circle.
    list(cover.locked().filter(pk__in=keys).order_by("pk").values_list("pk"))
    records = model.objects.visible_to(person).filter(pk__in=keys).order_by("pk")
    if len(records) < len(keys):
        raise Barred("所选事项中有的您已经看不到了，本批没有办理任何一件。请回到台账重新勾选。")
    behalf.read_hands([record.matter for record in records])
    with same_rules():
        for done, record in enumerate(records):
            tell(done, len(keys))
            try:
                check_seen(seen[record.pk], version(record), record.matter, person)
                step.verb(person, record, **arguments)
            except Barred as barred:
                raise Barred(f"“{record.matter}”：{barred} 本批没有办理任何一件。") from barred
    return len(records)


def take_up(job: Running, model: Any, flow: Flow) -> tuple[Step, int]:
    """The same for a job that `BatchPage` has started, its words checked as the page checked them. Returns the step
    and how many. Raises Barred."""
    step = flow.get(job.facts["step"])
    if step is None:
        raise Barred("这一步已经不再批量办理，本批没有办理任何一件。请回到台账逐件办理。")
    form = StepForm(step, job.facts["words"])
    if not form.is_valid():
        raise Barred("填写的内容不完整，请回到批量办理页面补充。")
    seen = {int(key): value for key, value in job.facts["seen"].items()}
    return step, take_all(job.person, model, step, seen, form.arguments(), job.step)
