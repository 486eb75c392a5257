from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from bureau.jobs import long
from bureau.jobs.barred import Barred
from bureau.jobs.models import Job
from bureau.jobs.work import start
from bureau.matters.access import behalf
from bureau.matters.actions import version
from bureau.matters.batches import BATCH, Taken, step_named, take_all
from bureau.matters.counting import burden
from bureau.matters.deeds import Batched, Deed, deeds_of, verdicts
from bureau.matters.flow import Flow
from bureau.matters.forms import StepForm
from bureau.matters.rooms import all_listed, room_of
from bureau.org.keys import key_of, keys_of
from bureau.org.models import Person, Unit
from bureau.org.posts import Post
from bureau.org.served import unserved
from bureau.pages.asked import Asked
from bureau.pages.back import came_from
from bureau.pages.form_page import FormPage
from bureau.pages.once import used

MOST = 500
CUT = f"选中的多于{MOST}件，这一批只列{MOST}件；办完这一批，回到台账再选其余的。"


class BatchPage(FormPage):
    """One step, or deed, on many records: GET lists them with what may be done and what not and why, POST does it to what was listed,
    each looked at again — at once or, where they are many, by the worker.

    They are named one by one (`?id=`), or are all that a list was asked for (`?all=`, its query). A room gives `model`, `flow` and the
    `function` of its desk; which steps, their declarations say (`Step.batch`). A job that was refused leads back with `?job=`.
    """

    model: Any
    flow: Flow
    function = ""
    reads: tuple[str, ...] = ("matter__assignments__unit",)  # what is read of all records at once
    gives_out = ""  # the name of the step by which units are asked
    template_name = "matters/batch.html"

    @classmethod
    def steps_of(cls, person: Person) -> list[Batched]:
        """The steps that this person may take on many at once, and what else may be done to them."""
        if not person.sits_at(cls.function):
            return []
        leads = person.holds(Post.DIRECTOR)
        steps = [step for step in cls.flow.offered if step.batch]
        offered: list[Batched] = [*steps, *deeds_of(cls.model._meta.app_label)]
        return [step for step in offered if leads or step.batch != Post.DIRECTOR]

    def line(self, record: Any) -> str:
        """What is said of a record beside its number and title."""
        return record.lead.unit.short if record.lead else ""

    def due(self, record: Any) -> str:
        """By when it is to be done; empty where nobody said so."""
        due_at = record.matter.due_at
        return f"{timezone.localdate(due_at):%Y-%m-%d}" if due_at else ""

    @property
    def decides(self) -> bool:
        """Whether somebody answers here for by when it is done: the director, and who gives it out to units."""
        return self.step.batch == Post.DIRECTOR or self.step.name == self.gives_out

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        step = step_named(self.flow, self.kind, kwargs["step"])
        if step is None:
            raise Http404
        self.step = step

    @property
    def kind(self) -> str:
        return self.model._meta.app_label

    def find(self) -> list:
        """What was chosen, as far as this person sees it."""
        visible = self.model.objects.visible_to(self.request.user)
        more = self.step.reads if isinstance(self.step, Deed) else ()
        found = visible.filter(pk__in=self.chosen[:MOST]).prefetch_related(*self.reads, *more).order_by("pk")
        behalf.read_hands([record.matter for record in found])
        return list(found)

    @cached_property
    def chosen(self) -> list[int]:
        """The keys; of a list one more than may be done at once, which tells that there are more."""
        if self.request.method == "POST":
            return keys_of(self.request.POST.getlist("id"))
        if self.tried:
            return keys_of(self.tried.facts["seen"])
        asked = self.request.GET.get("all")
        if asked is None:
            return keys_of(self.request.GET.getlist("id"))
        return all_listed(room_of(self.kind), Asked.again(self.request.user, asked), MOST + 1)

    @cached_property
    def tried(self) -> Job | None:
        """The job of this person that was refused and is to be mended."""
        if not (asked := key_of(self.request.GET.get("job", ""))):
            return None
        jobs = Job.objects.of(self.request.user).filter(kind=BATCH, state=Job.State.FAILED)
        return jobs.filter(pk=asked, facts__room=self.kind).first()

    def form(self, *posted: Any) -> StepForm:
        tried = self.tried if not posted else None
        return StepForm(self.step, *posted, initial=tried.facts["words"] if tried else None)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.record or used(request):
            return super().post(request, *args, **kwargs)
        messages.warning(request, "请至少勾选一项。")
        return redirect(self.home())

    def take(self, form: Any) -> Job | Taken:
        """The job that does it where they are many; else what came of it."""
        posted = self.request.POST
        seen = {record.pk: posted.get(f"seen-{record.pk}", "").replace("\0", "") for record in self.record}
        if self.job or len(seen) > long.RECORDS_AT_ONCE:
            return self.start(seen, form)
        return take_all(self.request.user, self.model, self.step, seen, form.arguments())

    @property
    def job(self) -> str:
        """The kind of the job that does it, however few they are; empty where there is none."""
        return self.step.job if isinstance(self.step, Deed) else ""

    def start(self, seen: dict[int, str], form: forms.BaseForm) -> Job:
        """Hand it to the worker; a refusal leads back to this page with what was chosen and typed."""
        facts: dict[str, Any] = {
            "room": self.kind,
            "step": self.step.name,
            "seen": seen,
            "back": self.home(),
            "cut": CUT if len(self.chosen) > MOST else "",
        }
        facts["words"] = {name: self.request.POST.get(name, "") for name in form.fields}
        words = f"批量{self.step.label}（{len(seen)}件）"
        job = start(self.request.user, self.job or BATCH, words, **facts)
        job.url = f"{self.request.path}?job={job.pk}"
        job.save(update_fields=["url"])
        return job

    def tell(self, done: Job | Taken) -> None:
        if isinstance(done, Job):
            return
        messages.success(self.request, f"已对{done.count}件事项办理“{self.step.label}”。")
        for why in done.refused:
            messages.warning(self.request, f"没有办理：{why}")

    def onward(self, done: Job | Taken) -> Job | str:
        return done if isinstance(done, Job) else self.home()

    def home(self) -> str:
        """The list the batch was chosen from, with its filters."""
        tried = self.tried.facts["back"] if self.tried else ""
        return tried or came_from(self.request) or reverse(f"{self.kind}:list")

    def refuse(self, form: forms.BaseForm, barred: Barred) -> HttpResponse:
        return self.show_refused(form, barred)

    def hidden(self) -> dict:
        return super().hidden() | {"back": self.home()}

    def asked(self, records: Sequence[Any]) -> list[Unit]:
        """The units, each as often as it would be asked, where all these are given out."""
        if self.step.name != self.gives_out:
            return []
        return [unit for record in records for unit in self.to_be_asked(record)]

    def to_be_asked(self, record: Any) -> Sequence:
        """The units to which the step that gives out would give it."""
        return [part.unit for part in record.matter.assignments.all()]

    def context(self, form: forms.BaseForm) -> dict:
        rows = list(zip(self.record, verdicts(self.request.user, self.step, self.record), strict=True))
        asked = self.asked([record for record, verdict in rows if verdict])
        for record in self.record:
            record.line, record.due_words = self.line(record), self.due(record)
        return {
            "step": self.step,
            "now": timezone.now(),
            "decides": self.decides,
            "able": [(record, version(record)) for record, verdict in rows if verdict],
            "unable": [(record, verdict.reason) for record, verdict in rows if not verdict],
            "burdened": burden.warnings(asked),
            "unserved": unserved(asked),
            "chips": self.step.chips,
            "back": self.home(),
            "cut": CUT if len(self.chosen) > MOST else "",
        }
