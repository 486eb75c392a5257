from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views import View

from bureau.jobs import long
from bureau.jobs.barred import Barred
from bureau.jobs.models import Job
from bureau.jobs.work import start
from bureau.matters import policy
from bureau.matters.access import behalf
from bureau.matters.actions import version
from bureau.matters.batches import BATCH, take_all
from bureau.matters.counting import burden
from bureau.matters.flow import Flow, Step
from bureau.matters.forms import StepForm
from bureau.matters.views.step import ALREADY
from bureau.org.posts import Post
from bureau.pages.back import came_from
from bureau.pages.once import Twice, once, token

MOST = 500


class BatchPage(View):
    """One step on many records: GET lists them with what may be done and what not and why, POST does it —
    all or none, at once or, where they are many, by the worker.

    A room gives `model`, `flow` and the `function` of its desk; which steps, their declarations say (`Step.batch`). A job that was refused leads back with `?job=`.
    """

    model = None
    flow: Flow
    function = ""
    reads = ("matter__assignments__unit",)  # what is read of all records at once
    gives_out = ""  # the name of the step by which units are asked
    template_name = "matters/batch.html"

    @classmethod
    def steps_of(cls, person) -> list:
        """The steps that this person may take on many at once."""
        if not person.sits_at(cls.function):
            return []
        leads = person.holds(Post.DIRECTOR)
        return [step for step in cls.flow.offered if step.batch and (leads or step.batch != Post.DIRECTOR)]

    def line(self, record) -> str:
        """What is said of a record beside its number and title."""
        return record.lead.unit.short if record.lead else ""

    def get(self, request, step):
        step, tried = self.step(step), self.tried()
        if tried is None:
            return self.show(step, self.chosen(request.GET.getlist("id")))
        form = StepForm(step, initial=tried.facts["words"])
        return self.show(step, self.chosen(tried.facts["seen"]), form, back=tried.facts["back"])

    def post(self, request, step):
        step, chosen = self.step(step), self.chosen(request.POST.getlist("id"))
        form = StepForm(step, request.POST)
        if not chosen:
            messages.warning(request, "请至少勾选一项。")
            return redirect(self.list)
        if not form.is_valid():
            return self.show(step, chosen, form)
        seen = {record.pk: request.POST.get(f"seen-{record.pk}", "").replace("\0", "") for record in chosen}
        try:
            with once(request.POST.get("once")):
                if len(chosen) > long.RECORDS_AT_ONCE:
                    return redirect(self.start(step, seen, form))
                done = take_all(request.user, self.model, step, seen, form.arguments())
        except Twice:
            messages.info(request, ALREADY)
        except Barred as refusal:
            form.add_error(None, str(refusal))
            return self.show(step, self.chosen(request.POST.getlist("id")), form, status=409)
        else:
            messages.success(request, f"已对{done}件事项办理“{step.label}”。")
        return redirect(self.list)

    @property
    def list(self) -> str:
        """The list the batch was chosen from, with its filters."""
        return came_from(self.request) or reverse(f"{self.model._meta.app_label}:list")

    def start(self, step, seen: dict[int, str], form) -> Job:
        """Hand it to the worker; a refusal leads back to this page with what was chosen and typed."""
        facts = {"room": self.model._meta.app_label, "step": step.name, "seen": seen, "back": self.list}
        facts["words"] = {name: self.request.POST.get(name, "") for name in form.fields}
        job = start(self.request.user, BATCH, f"批量{step.label}（{len(seen)}件）", **facts)
        job.url = f"{self.request.path}?job={job.pk}"
        job.save(update_fields=["url"])
        return job

    def burdened(self, step, records) -> Sequence[str]:
        """What is to be thought of before all these are given out."""
        if step.name != self.gives_out:
            return []
        return burden.warnings([unit for record in records for unit in self.to_be_asked(record)])

    def to_be_asked(self, record) -> Sequence:
        """The units to which the step that gives out would give it."""
        return [part.unit for part in record.matter.assignments.all()]

    def tried(self) -> Job | None:
        """The job of this person that was refused and is to be mended."""
        key = self.request.GET.get("job", "")
        jobs = Job.objects.of(self.request.user).filter(
            kind=BATCH, facts__room=self.model._meta.app_label, state=Job.State.FAILED
        )
        return jobs.filter(pk=int(key)).first() if key.isdecimal() and len(key) < 19 else None

    def step(self, name: str) -> Step:
        step = self.flow.get(name)
        if step is None or not step.batch:
            raise Http404
        return step

    def chosen(self, keys) -> list:
        numbers = [int(key) for key in keys if key.isdecimal() and len(key) < 19][:MOST]
        visible = self.model.objects.visible_to(self.request.user)
        found = visible.filter(pk__in=numbers).prefetch_related(*self.reads).order_by("pk")
        behalf.read_hands([record.matter for record in found])
        return list(found)

    def show(self, step, chosen, form=None, status=200, back=""):
        rows = [(record, policy.may(self.request.user, step, record)) for record in chosen]
        for record in chosen:
            record.line = self.line(record)
        back = back or self.list
        context = {
            "step": step,
            "form": form or StepForm(step),
            "now": timezone.now(),
            "able": [(record, version(record)) for record, verdict in rows if verdict],
            "unable": [(record, verdict.reason) for record, verdict in rows if not verdict],
            "burdened": self.burdened(step, [record for record, verdict in rows if verdict]),
            "hidden": {"once": token(), "back": back},
            "chips": step.chips,
            "back": back,
        }
        return render(self.request, self.template_name, context, status=status)
