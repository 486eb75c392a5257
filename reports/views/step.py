from django.http import Http404
from django.shortcuts import get_object_or_404

from bureau.matters import policy
from bureau.matters.deadlines.lights import Lights
from bureau.matters.views.acting import Acting
from bureau.pages.drafting import Drafting
from bureau.vault.untold import Untold
from reports import flow
from reports.contesting import in_time, window
from reports.models import Bulletin
from reports.policy import own_response
from reports.views.of_bulletin import OnBulletin
from reports.views.said import shown

CONTESTING = (flow.OBJECT, flow.ENTER_OBJECTION)


class BulletinStep(Untold, Drafting, Acting, OnBulletin):
    """One step of a bulletin: what it asks for, and its verb."""

    template_name = "reports/step.html"
    leads_back = True

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        if (step := flow.FLOW.get(kwargs["step"])) is None:
            raise Http404
        self.step = step

    def find(self) -> Bulletin:
        return get_object_or_404(Bulletin.objects.visible_to(self.actor), pk=self.kwargs["pk"])

    def may(self):
        verdict = policy.may(self.actor, self.step, self.record)
        return in_time(self.record) if verdict and self.step == flow.OBJECT else verdict

    def form(self, *posted):
        return self.form_class(self.step, *posted)

    def kept(self, form) -> list:
        """The verbs look by themselves, at all that is printed."""
        return []

    def take(self, form):
        return self.take_by(self.step, self.record, form)

    def said(self, entry) -> str:
        return entry.sentence

    def leads_to(self, entry):
        return "reports:list" if self.step.to == flow.DISCARDED else self.record

    def context(self, form) -> dict:
        return {
            "bulletin": self.record,
            "step": self.step,
            **self.about_actor(self.step),
            **about_unit(self.actor, self.step, self.record),
        }


def about_unit(person, step, bulletin) -> dict:
    """Above the form of an answer: for what the unit is named, and by when; of an objection: until when."""
    if step == flow.ANSWER and (response := own_response(person, bulletin)):
        return {"response": shown(response, list(bulletin.quotes.all()), Lights())}
    return {"window": window(bulletin)} if step in CONTESTING and bulletin.issued_at else {}
