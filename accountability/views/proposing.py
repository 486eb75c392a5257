"""线索建议: what the system proposes, taken up or dismissed with a reason by a person."""

from typing import Any

from django import forms
from django.db.models import Q
from django.http import Http404
from django.urls import reverse
from django.views.generic import TemplateView

from accountability import actions
from accountability.forms import ClueForm
from accountability.models import Answered, Case, Fault
from accountability.proposals import Proposal, answer, dismiss, find, proposed, read_for_clues
from accountability.views.desk_only import DeskOnly
from accountability.views.registering import FROM, New
from bureau.matters.models import Matter
from bureau.org.posts import Function
from bureau.org.request import Request
from bureau.pages.fields import words
from bureau.pages.form_page import FormPage

LATELY = 20


class Proposals(DeskOnly, TemplateView):
    """What waits, and what was answered lately."""

    request: Request

    template_name = "accountability/proposals.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.request.user
        known = Q(case=None) | Q(case__in=Case.objects.visible_to(person).values("pk"))
        heard = Answered.objects.filter(known, matter__in=read_for_clues(person))
        lately = heard.select_related("matter", "unit", "by__unit")[:LATELY]
        found = proposed(person)
        opened = Matter.objects.visible_to(person).filter(pk__in={one.matter.pk for one in found})
        return super().get_context_data(
            **kwargs, proposals=found, opened=set(opened.values_list("pk", flat=True)), lately=lately
        )


class OnProposal(DeskOnly):
    """About one of them; what is not proposed to this person any more is not there."""

    def proposal(self) -> Proposal:
        asked = self.kwargs
        found = find(self.request.user, asked["rule"], asked["matter"], asked["unit"])
        if found is None:
            raise Http404
        return found


class TakeUp(OnProposal, New):
    """登记为线索, begun from what was proposed."""

    def find(self) -> Matter:
        self.proposed = self.proposal()
        return self.proposed.matter

    def form(self, *posted: Any) -> ClueForm:
        one = self.record and self.proposed
        form = ClueForm(*posted, person=self.request.user)
        form.initial = {
            "title": f"{one.why}：{one.matter.title}"[:200],
            "summary": f"{one.matter.number or '未编号事项'}“{one.matter.title}”，{one.unit.short}{one.why}。",
            "units": one.unit.short,
            "fault": Fault.SLOW,
            "source": FROM.get(Function(one.matter.kind)),
            "source_words": one.matter.number or "",
        }
        return form

    def take(self, form: Any) -> Case:
        given = form.cleaned_data
        case = actions.register(
            self.request.user, form.clue(), self.record, form.who, given["letters"], given["files"]
        )
        answer(self.request.user, self.proposed, "登记为线索", case)
        return case

    def home(self) -> str:
        return reverse("accountability:proposals")


class DismissForm(forms.Form):
    reason = words("不作线索的理由", Answered.REASON_LENGTH, 3)


class Dismiss(OnProposal, FormPage):
    template_name = "accountability/dismiss.html"
    form_class = DismissForm
    sentence = "已办理，不再提出。"

    def find(self) -> Proposal:
        return self.proposal()

    def take(self, form: Any) -> Answered:
        return dismiss(self.request.user, self.record, form.cleaned_data["reason"])

    def home(self) -> str:
        return reverse("accountability:proposals")

    def place(self) -> str:
        return "accountability:proposals"

    def context(self, form: Any) -> dict:
        return {"proposal": self.record}
