from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views import View

from bureau.jobs.barred import Barred
from bureau.matters import policy
from bureau.matters.deadlines.lights import Lights
from bureau.matters.seen import check_seen
from bureau.matters.views.acting import Acting
from bureau.matters.views.step import ALREADY
from bureau.pages.back import came_from
from bureau.pages.drafting import Drafting
from bureau.pages.once import Twice, once, token
from reports import flow
from reports.models import Bulletin
from reports.policy import locked, objected_until, own_response
from reports.views.said import shown


class BulletinStep(Drafting, Acting, View):
    """GET shows what a step asks for, POST calls its verb. A refusal keeps what was typed and says why."""

    def get(self, request, pk, step):
        bulletin, step = self.find(pk, step)
        if not (verdict := policy.may(self.actor, step, bulletin)):
            messages.warning(request, verdict.reason)
            if not self.draft:
                return redirect(bulletin)
        return self.show(bulletin, step, self.filled(self.form_class(step)))

    def post(self, request, pk, step):
        bulletin, step = self.find(pk, step)
        if "draft" in request.POST:
            return self.save_draft()
        form = self.form_class(step, request.POST)
        if not form.is_valid():
            return self.show(bulletin, step, form)
        try:
            with once(request.POST.get("once")):
                check_seen(request.POST.get("seen"), locked(bulletin).version)
                messages.success(request, self.take_by(step, bulletin, form).sentence)
        except Twice:
            messages.info(request, ALREADY)
        except Barred as barred:
            return self.refuse(bulletin, step, form, barred)
        self.forget_draft()
        gone = "reports:list" if step.to == flow.DISCARDED else bulletin
        return redirect(came_from(request) or gone)

    def find(self, pk, step) -> tuple:
        if (found := flow.FLOW.get(step)) is None:
            raise Http404
        return get_object_or_404(Bulletin.objects.visible_to(self.actor), pk=pk), found

    def refuse(self, bulletin, step, form, barred):
        if not form.fields:
            messages.error(self.request, str(barred))
            return redirect(bulletin)
        form.add_error(None, str(barred))
        bulletin.refresh_from_db()
        return self.show(bulletin, step, form, status=409)

    def show(self, bulletin, step, form, status=200):
        context = {
            "bulletin": bulletin,
            "step": step,
            **self.about_actor(step),
            "form": form,
            **(self.drafting() if form.fields else {}),
            **about_unit(self.actor, step, bulletin),
            "hidden": {"once": token(), "seen": bulletin.version, "back": came_from(self.request)},
        }
        return render(self.request, "reports/step.html", context, status=status)


def about_unit(person, step, bulletin) -> dict:
    """Above the form of an answer: for what the unit is named, and by when; of an objection: until when."""
    if step == flow.ANSWER and (response := own_response(person, bulletin)):
        return {"response": shown(response, list(bulletin.quotes.all()), Lights())}
    return {"until": objected_until(bulletin)} if step == flow.OBJECT and bulletin.issued_at else {}
