from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views import View

from bureau.jobs.barred import Barred
from bureau.matters import cover, policy
from bureau.matters.actions import version
from bureau.matters.flow import Flow, Step
from bureau.matters.seen import check_seen
from bureau.matters.views.acting import Acting
from bureau.org.models import Person
from bureau.pages.back import came_from
from bureau.pages.drafting import Drafting
from bureau.pages.once import Stale, Twice, once, token

ALREADY = "这一步已经办过了，没有重复办理。"


class StepPage(Drafting, Acting, View):
    """GET shows a step's form, POST calls its verb. A refusal keeps what was typed and says why.

    A room gives `flow` and `records(person)`, the queryset of what that person may act on.
    """

    flow: Flow
    template_name = "matters/step.html"

    def records(self, person):
        raise NotImplementedError

    def get(self, request, pk, step):
        record, step = self.find(pk, step)
        if not (verdict := policy.may(self.actor, step, record)):
            messages.warning(request, verdict.reason)
            if not self.draft:
                return redirect(record.matter)
        initial = {} if self.draft else step.initial(record)
        return self.show(record, step, self.filled(self.form_class(step, initial=initial)))

    def post(self, request, pk, step):
        record, step = self.find(pk, step)
        if "draft" in request.POST:
            return self.save_draft()
        form = self.form_class(step, request.POST, request.FILES, person=request.user)
        if not form.is_valid():
            return self.show(record, step, form)
        try:
            done = self.take(record, step, form)
        except Twice:
            done = ALREADY
        except Barred as barred:
            return self.refuse(record, step, form, barred)
        self.forget_draft()
        messages.success(request, done)
        return redirect(came_from(self.request) or record.matter)

    def subject(self, record):
        """The reply that the step is about, if any; shown above the form."""
        return

    def more(self, record, step) -> dict:
        """What else the page of this step shows."""
        return {}

    def find(self, pk, name: str) -> tuple:
        step = self.flow.get(name)
        if step is None:
            raise Http404
        return get_object_or_404(self.records(self.actor), pk=pk), step

    def take(self, record, step: Step, form) -> str:
        """Call the verb on the record as it is under lock."""
        posted = self.request.POST
        with once(posted.get("once")):
            matter = cover.lock(record.matter.pk)
            record = self.under_lock(record)
            check_seen(posted.get("seen"), version(record), matter, self.request.user)
            entry = self.take_by(step, record, form)
        return f"已办理：{entry.sentence}"

    def under_lock(self, record):
        """The record anew. Whose unit was merged while they waited for the lock is asked to send once more: as who they
        were when they asked they do not see it any more."""
        found = self.records(self.actor).filter(pk=record.pk).first()
        if found:
            return found
        if Person.objects.filter(pk=self.actor.pk, unit=self.actor.unit_id).exists():
            raise Http404
        raise Stale("您的单位刚刚与另一单位合并。您填写的内容还在，请再次提交。")

    def refuse(self, record, step: Step, form, barred: Barred):
        record = self.records(self.actor).filter(pk=record.pk).first() or record
        if not form.fields:
            messages.error(self.request, str(barred))
            return redirect(record.matter)
        form.add_error(None, str(barred))
        return self.show(record, step, form, status=409)

    def show(self, record, step: Step, form, status=200):
        matter = record.matter
        context = {
            "record": record,
            "matter": matter,
            "step": step,
            **self.about_actor(step),
            "reply": self.subject(record),
            **self.more(record, step),
            "form": form,
            "confirm": step.confirm,
            **(self.drafting() if form.fields else {}),
            "hidden": {"once": token(), "seen": version(record), "back": came_from(self.request)},
            "chips": step.chips,
        }
        return render(self.request, self.template_name, context, status=status)
