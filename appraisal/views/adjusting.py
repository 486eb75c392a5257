"""加减分: what is proposed, what was entered, the steps of each."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView
from django.views.generic.list import ListView

from appraisal import actions, flow, states
from appraisal.actions.adjusting import of_proposal
from appraisal.forms.adjusting import AdjustmentForm, LeaveForm, TakeUpForm
from appraisal.models import Adjustment, Period
from appraisal.objecting import to_adjustment, to_result
from appraisal.proposals import COUNTED, Proposal, carrying_on, find, happenings, proposed, taken_back
from appraisal.reading import adjustments_seen, periods_seen
from appraisal.views.desk_only import DeskOnly
from bureau.matters import cover
from bureau.matters.access.rights import Rights
from bureau.matters.actions import actions_through
from bureau.matters.models import Matter
from bureau.matters.policy import No, Verdict, Yes
from bureau.matters.views.on_matter import OnMatter
from bureau.matters.views.step import StepPage
from bureau.org.actor import Actor
from bureau.org.keys import key_of
from bureau.org.models import Person
from bureau.org.request import Request
from bureau.pages.drafting import Drafting
from bureau.pages.form_page import FormPage
from bureau.pages.tables import Pages

PLACE = "appraisal:list"
PROPOSALS = "appraisal:proposals"
PAGE = 25


class Proposals(DeskOnly, ListView):
    """加减分建议 of the periods that are open; and what was taken back upstream since, of those that were published lately, too."""

    request: Request
    template_name = "appraisal/proposals.html"
    paginate_by, paginator_class = PAGE, Pages
    context_object_name = "proposals"

    def get_queryset(self) -> Any:
        """Period by period; what is taken back is read on the way."""
        found, self.back, heirs = [], [], carrying_on()
        for period in self.periods():
            happened = list(happenings(period))
            self.back += taken_back(period, happened, heirs)
            if period.state in states.OPEN:
                found += proposed(period, happened, heirs)
        return found

    def periods(self) -> list[Period]:
        """The open ones, and of this year and the last those in which something counts that was proposed; of these the one that
        the address asks for."""
        counted = Adjustment.objects.filter(appraised__period=OuterRef("pk"), state__in=COUNTED).exclude(
            key=""
        )
        lately = Q(year__gte=timezone.localdate().year - 1) & ~Q(state=states.VOID) & Exists(counted)
        found = periods_seen(self.request.user).filter(Q(state__in=states.OPEN) | lately)
        if key := key_of(self.request.GET.get("period", "")):
            found = found.filter(pk=key)
        return list(found.order_by("-year", "-part"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        shown = context["page_obj"].object_list
        opened = Matter.objects.visible_to(self.request.user).in_bulk({one.happening.matter for one in shown})
        rows = [(one, opened.get(one.happening.matter)) for one in shown]
        return context | {"rows": rows, "back": self.back}


class OnProposal(DeskOnly, FormPage):
    """About one of them; what is not proposed any more is not there."""

    template_name = "appraisal/take_up.html"
    heading = ""

    def find(self) -> Proposal:
        part, key = self.kwargs["part"], self.kwargs["key"]
        periods = periods_seen(self.request.user).filter(state__in=states.OPEN, appraised=part)
        found = find(get_object_or_404(periods), part, key)
        if found is None:
            raise Http404
        return found

    def lock(self) -> Proposal:
        """Whoever was quicker has answered it."""
        cover.lock(self.record.appraised.matter.pk)
        return self.find()

    def home(self) -> str:
        return reverse(PROPOSALS)

    def place(self) -> str:
        return PROPOSALS

    def context(self, form: Any) -> dict:
        return {"proposal": self.record, "matter": self.record.appraised.matter, "heading": self.heading}


class TakeUp(OnProposal):
    heading, sentence = "登记加减分", "已登记并确认，请局领导审批。"

    def form(self, *posted: Any) -> TakeUpForm:
        form = TakeUpForm(*posted)
        form.initial = {"words": self.record.happening.words}
        return form

    def take(self, form: Any) -> Adjustment:
        actor, one = Actor.of(self.request.user), self.record
        made = actions.adjusting.enter(actor, one.appraised, of_proposal(one, form.cleaned_data["words"]))
        actions.adjusting.confirm(actor, made)
        return made


class Leave(OnProposal):
    """不予采用: kept with its reason, so that it is not proposed once more."""

    heading, sentence = "不予采用", "已办理，不再提出。"
    form_class = LeaveForm

    def take(self, form: Any) -> Adjustment:
        actor, one = Actor.of(self.request.user), self.record
        made = actions.adjusting.enter(actor, one.appraised, of_proposal(one))
        actions.adjusting.dismiss(actor, made, form.cleaned_data["reason"])
        return made


class Adjustments(TemplateView):
    """加减分登记表 of a period, as far as this person reads it."""

    request: Request
    template_name = "appraisal/adjustments.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.request.user
        period = get_object_or_404(periods_seen(person), pk=self.kwargs["pk"])
        self.request.place = PLACE
        found = adjustments_seen(person).filter(appraised__period=period)
        return super().get_context_data(
            **kwargs,
            period=period,
            matter=period.matter,
            adjustments=found,
            may_enter=person.sits_at(period.matter.kind) and period.state in states.OPEN,
        )


class New(DeskOnly, Drafting, OnMatter, FormPage):
    template_name = "appraisal/adjustment_form.html"
    sentence = "已登记并确认，请局领导审批。"

    def find(self) -> Period:
        return get_object_or_404(periods_seen(self.request.user), pk=self.kwargs["pk"])

    def may(self) -> Verdict:
        return Yes() if self.record.state in states.OPEN else No("评分已经汇总，不能再登记加减分。")

    def form(self, *posted: Any) -> AdjustmentForm:
        return AdjustmentForm(*posted, person=self.request.user, period=self.record)

    def take(self, form: Any) -> Adjustment:
        actor, given = Actor.of(self.request.user), form.cleaned_data
        made = actions.adjusting.enter(actor, given["part"], form.given(), given["files"])
        actions.adjusting.confirm(actor, made)
        return made

    def leads_to(self, done: Adjustment) -> str:
        return done.get_absolute_url()

    def home(self) -> str:
        return reverse("appraisal:adjustments", args=[self.record.pk])

    def place(self) -> str:
        return PLACE

    def context(self, form: Any) -> dict:
        return {"matter": self.record.matter}


class AdjustmentPage(TemplateView):
    """One: the rule, the evidence as it stood, who confirmed and approved it, the unit's objection and its answer."""

    request: Request
    template_name = "appraisal/adjustment.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.request.user
        one = get_object_or_404(adjustments_seen(person), pk=self.kwargs["pk"])
        self.request.place = PLACE
        source = Matter.objects.visible_to(person).filter(pk=one.source.pk).first() if one.source else None
        return super().get_context_data(
            **kwargs,
            one=one,
            matter=one.matter,
            source=source,
            objection=to_adjustment(one) or to_result(one.appraised),
            actions=actions_through(flow.ADJUSTMENT_FLOW, Rights.of(person).actors, one),
        )


class Step(StepPage):
    flow = flow.ADJUSTMENT_FLOW
    template_name = "appraisal/adjustment_step.html"

    def records(self, person: Person | Actor) -> QuerySet[Adjustment]:
        return adjustments_seen(person)

    def home(self) -> Any:
        return self.record

    def place(self) -> str:
        return PLACE

    def more(self, record: Any, step: Any) -> dict:
        return {"one": record}
