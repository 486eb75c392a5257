from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from bureau.matters import cover, policy, rooms
from bureau.matters.actions import version
from bureau.matters.flow import Flow, Step
from bureau.matters.forms import StepForm
from bureau.matters.inside import gathering
from bureau.matters.known import lead_of
from bureau.matters.models import Assignment, Entry, Reply
from bureau.matters.policy import Verdict
from bureau.matters.views.acting import Acting
from bureau.matters.views.on_matter import OnMatter
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.pages.asks import Ask
from bureau.pages.drafting import Drafting
from bureau.pages.form_page import FormPage
from bureau.pages.once import Stale

MERGED = "您的单位刚刚与另一单位合并。您填写的内容还在，请再次提交。"


class StepPage(Drafting, Acting, OnMatter, FormPage):
    """One step of a record: what it asks for, and its verb.

    A room gives `flow` and `records(person)`, the queryset of what that person may act on.
    """

    flow: Flow
    template_name = "matters/step.html"
    leads_back = True

    def records(self, person: Person | Actor) -> QuerySet:
        raise NotImplementedError

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if (step := self.flow.get(kwargs["step"])) is None:
            raise Http404
        self.step = step

    def find(self) -> Any:
        """Raises Http404 where the actor may not act on it."""
        return get_object_or_404(self.records(self.actor), pk=self.kwargs["pk"])

    def may(self) -> Verdict:
        return policy.may(self.actor, self.step, self.record)

    def form(self, *posted: Any) -> StepForm:
        initial = {} if posted or self.draft else self.step.initial(self.record)
        told: dict[str, Any] = {"person": self.request.user, "unit": self.actor.unit}
        more = told | {"measured": self.measured, "sealed": rooms.encrypts(self.record.matter)}
        return self.form_class(self.step, *posted, initial=initial, **more)

    @property
    def measured(self) -> Sequence[Ask]:
        """What the room asks with a reply that is sent by the step."""
        gauge = rooms.gauge_of(self.record.matter)
        part = self.part() if gauge and self.step.measured else None
        return gauge.asks(part, self.step.measured) if gauge and part else ()

    def part(self) -> Assignment | None:
        """Whose reply is sent by the step."""
        return lead_of(self.record.matter)

    def filled(self, form: forms.BaseForm) -> forms.BaseForm:
        """With what was reported inside the unit, where that is asked for."""
        form = super().filled(form)
        part = (
            self.part() if gathering.ASKED in self.request.GET and gathering.takes_them(self.step) else None
        )
        if part and policy.of_unit(self.actor, part):
            gathering.put_in(form, part)
        return form

    def version(self) -> str:
        return version(self.record)

    def lock(self) -> Any:
        """The record anew. Whose unit was merged while they waited for the lock is asked to send once more: as who they
        were when they asked they do not see it any more. Raises Stale to them, Http404 to who does not see it for
        another reason."""
        cover.lock(self.record.matter.pk)
        if found := self.records(self.actor).filter(pk=self.record.pk).first():
            return found
        if Person.objects.filter(pk=self.actor.pk, unit=self.actor.unit_id).exists():
            raise Http404
        raise Stale(MERGED)

    def anew(self) -> Any:
        """Who does not see it any more is told why beside what they typed."""
        return self.records(self.actor).filter(pk=self.record.pk).first() or self.record

    def take(self, form: Any) -> Entry:
        return self.take_by(self.step, self.record, form)

    def said(self, entry: Entry) -> str:
        return f"已办理：{entry.sentence}"

    def home(self) -> Any:
        return self.record.matter

    def subject(self, record: Any) -> Reply | None:
        """The reply that the step is about, if any; shown above the form."""
        return None

    def shown_reply(self) -> Reply | None:
        if reply := self.subject(self.record):
            reply.measured = rooms.measured_words(reply.matter, [reply]).get(reply.pk, "")
        return reply

    def more(self, record: Any, step: Step) -> dict:
        """What else the page of this step shows."""
        return {}

    def context(self, form: forms.BaseForm) -> dict:
        record, step = self.record, self.step
        return {
            "record": record,
            "matter": record.matter,
            "step": step,
            **self.about_actor(step),
            "reply": self.shown_reply(),
            **self.more(record, step),
            "confirm": step.confirm,
            "chips": step.chips,
        }
