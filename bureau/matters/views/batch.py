from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views import View

from bureau.jobs import long
from bureau.jobs.barred import Barred
from bureau.jobs.models import Job
from bureau.jobs.work import start
from bureau.matters import policy
from bureau.matters.access import behalf
from bureau.matters.batches import take_all
from bureau.matters.counting import burden
from bureau.matters.doors import Doors, version
from bureau.matters.forms import PHRASES, StepForm
from bureau.matters.views.step import ALREADY
from bureau.org.posts import Post
from bureau.pages.back import came_from
from bureau.pages.once import Twice, once, token

MOST = 500


class BatchPage(View):
    """One step on many records: GET lists them with what may be done and what not and why, POST does it —
    all or none, at once or, where they are many, by the worker.

    A room gives `model`, `doors`, `names` (the steps that may be batched), `leaders_only` (those of them that are the
    bureau leaders'), the `function` of its desk, `list_url`, and `job`, the kind of the job that its handler does with
    `batches.take_up`. A job that was refused leads back with `?job=`.
    """

    model = None
    doors: Doors
    function = ""
    names: tuple[str, ...] = ()
    leaders_only: tuple[str, ...] = ()
    reads = ("matter__assignments__unit",)  # what is read of all records at once
    list_url = ""
    job = ""
    gives_out = ""  # the name of the step by which units are asked
    template_name = "matters/batch.html"

    @classmethod
    def steps_of(cls, person) -> list:
        """The steps that this person may take on many at once."""
        if cls.function not in person.functions:
            return []
        names = cls.names if person.holds(Post.DIRECTOR) else set(cls.names) - set(cls.leaders_only)
        return [cls.doors.get(name).step for name in cls.names if name in names]

    def line(self, record) -> str:
        """What is said of a record beside its number and title."""
        return record.lead.unit.short if record.lead else ""

    def get(self, request, step):
        door, tried = self.door(step), self.tried()
        if tried is None:
            return self.show(door, self.chosen(request.GET.getlist("id")))
        form = StepForm(door.step, initial=tried.facts["words"])
        return self.show(door, self.chosen(tried.facts["seen"]), form, back=tried.facts["back"])

    def post(self, request, step):
        door, chosen = self.door(step), self.chosen(request.POST.getlist("id"))
        form = StepForm(door.step, request.POST)
        if not chosen:
            messages.warning(request, "请至少勾选一项。")
            return redirect(self.list)
        if not form.is_valid():
            return self.show(door, chosen, form)
        seen = {record.pk: request.POST.get(f"seen-{record.pk}", "").replace("\0", "") for record in chosen}
        try:
            with once(request.POST.get("once")):
                if len(chosen) > long.RECORDS_AT_ONCE:
                    return redirect(self.start(door, seen, form))
                done = take_all(request.user, self.model, door, seen, form.arguments())
        except Twice:
            messages.info(request, ALREADY)
        except Barred as refusal:
            form.add_error(None, str(refusal))
            return self.show(door, self.chosen(request.POST.getlist("id")), form, status=409)
        else:
            messages.success(request, f"已对{done}件事项办理“{door.step.label}”。")
        return redirect(self.list)

    @property
    def list(self) -> str:
        """The list the batch was chosen from, with its filters."""
        return came_from(self.request) or str(self.list_url)

    def start(self, door, seen: dict[int, str], form) -> Job:
        """Hand it to the worker; a refusal leads back to this page with what was chosen and typed."""
        facts = {"step": door.step.name, "seen": seen, "back": self.list}
        facts["words"] = {name: self.request.POST.get(name, "") for name in form.fields}
        job = start(self.request.user, self.job, f"批量{door.step.label}（{len(seen)}件）", **facts)
        job.url = f"{self.request.path}?job={job.pk}"
        job.save(update_fields=["url"])
        return job

    def burdened(self, door, records) -> Sequence[str]:
        """What is to be thought of before all these are given out."""
        if door.step.name != self.gives_out:
            return []
        return burden.warnings([unit for record in records for unit in self.to_be_asked(record)])

    def to_be_asked(self, record) -> Sequence:
        """The units to which the step that gives out would give it."""
        return [part.unit for part in record.matter.assignments.all()]

    def tried(self) -> Job | None:
        """The job of this person that was refused and is to be mended."""
        key = self.request.GET.get("job", "")
        jobs = Job.objects.of(self.request.user).filter(kind=self.job, state=Job.State.FAILED)
        return jobs.filter(pk=int(key)).first() if key.isdecimal() and len(key) < 19 else None

    def door(self, step):
        if step not in self.names:
            raise Http404
        return self.doors.get(step)

    def chosen(self, keys) -> list:
        numbers = [int(key) for key in keys if key.isdecimal() and len(key) < 19][:MOST]
        visible = self.model.objects.visible_to(self.request.user)
        found = visible.filter(pk__in=numbers).prefetch_related(*self.reads).order_by("pk")
        behalf.read_hands([record.matter for record in found])
        return list(found)

    def show(self, door, chosen, form=None, status=200, back=""):
        rows = [(record, policy.may(self.request.user, door.step, record)) for record in chosen]
        for record in chosen:
            record.line = self.line(record)
        back = back or self.list
        context = {
            "step": door.step,
            "form": form or StepForm(door.step),
            "now": timezone.now(),
            "able": [(record, version(record)) for record, verdict in rows if verdict],
            "unable": [(record, verdict.reason) for record, verdict in rows if not verdict],
            "burdened": self.burdened(door, [record for record, verdict in rows if verdict]),
            "hidden": {"once": token(), "back": back},
            "chips": PHRASES.get(door.step.asks[0], ()) if door.step.asks else (),
            "back": back,
        }
        return render(self.request, self.template_name, context, status=status)
