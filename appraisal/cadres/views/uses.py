"""结果运用: the table whose every number opens its list, one cadre's result, what is proposed because of it."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.generic import TemplateView
from django.views.generic.list import ListView

from appraisal.cadres import actions, flow, states
from appraisal.cadres.counting import GROUPS, decided, groups, in_group, with_use
from appraisal.cadres.following import Grade, without_choice
from appraisal.cadres.forms import UseForm
from appraisal.cadres.marking import arithmetic, missing, with_stints
from appraisal.cadres.models import Merit, Review, Use
from appraisal.cadres.reading import merits_seen, reviews_seen, uses_seen
from appraisal.cadres.views.entitled import PLACE, Entitled
from appraisal.cadres.views.reviewing import OnReview
from appraisal.cadres.weighing import weights
from appraisal.views.desk_only import DeskOnly
from bureau.matters.access.rights import Rights
from bureau.matters.actions import actions_through
from bureau.matters.policy import No, Verdict, Yes
from bureau.matters.views.on_matter import OnMatter
from bureau.matters.views.step import StepPage
from bureau.org.actor import Actor
from bureau.org.keys import key_of
from bureau.org.models import Person
from bureau.org.names import look
from bureau.org.request import Request
from bureau.pages.drafting import Drafting
from bureau.pages.form_page import FormPage
from bureau.pages.tables import Pages

PAGE = 25


def chosen(asked: str, reviews: list[Review]) -> Review | None:
    """The period that was asked for, else the last."""
    if key := key_of(asked):
        return next((one for one in reviews if one.period_id == key), None)
    return reviews[0] if reviews else None


class Uses(Entitled, TemplateView):
    request: Request
    template_name = "merits/uses.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.request.user
        reviews = list(reviews_seen(person))
        review = chosen(self.request.GET.get("period", ""), reviews)
        merits = Merit.objects.filter(review=review) if review else Merit.objects.none()
        waiting = uses_seen(person).filter(merit__review=review).exclude(state=states.DROPPED)
        rows = list(waiting) if review else []
        actors = Rights.of(person).actors
        for one in rows:
            one.actions = actions_through(flow.USE_FLOW, actors, one, back=self.request.get_full_path())
        return super().get_context_data(
            **kwargs,
            reviews=reviews,
            review=review,
            groups=groups(merits) if review else [],
            uses=rows,
            sits_here=person.sits_at("appraisal"),
        )


class Counted(Entitled, ListView):
    """The cadres behind a number, by unit and post."""

    request: Request
    template_name = "merits/counted.html"
    paginate_by, paginator_class = PAGE, Pages
    context_object_name = "merits"

    def get_queryset(self) -> QuerySet[Merit]:
        asked = self.request.GET
        self.review = chosen(asked.get("period", ""), list(reviews_seen(self.request.user)))
        group, kind, way = asked.get("group", ""), asked.get("kind", ""), asked.get("way", "")
        if (group and group not in GROUPS) or (kind and kind not in Use.Kind.values):
            raise Http404
        found = (
            merits_seen(self.request.user).filter(review=self.review) if self.review else Merit.objects.none()
        )
        found = in_group(found, group) if group else decided(found)
        found = with_use(found, kind, done=way != "asked") if kind else found
        self.words = [GROUPS[group][0]] if group else []
        if kind:
            self.words.append(("建议" if way == "asked" else "") + Use.Kind(kind).label)
        return found.prefetch_related("uses").order_by("position__unit__order", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs, review=self.review, words="　".join(self.words))


class MeritPage(Entitled, TemplateView):
    """One cadre in one period: how the score came about, what keeps from the first grade, what was proposed. Shows the name."""

    request: Request
    template_name = "merits/merit.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.request.user
        one = get_object_or_404(with_stints(merits_seen(person)), pk=self.kwargs["pk"])
        review = one.review
        actors = Rights.of(person).actors
        found = list(uses_seen(person).filter(merit=one))
        for use in found:
            use.actions = actions_through(flow.USE_FLOW, actors, use)
        return super().get_context_data(
            **kwargs,
            merit=one,
            review=review,
            matter=review.matter,
            name=look(person, [one.cadre], f"{review}：{one}").get(one.cadre_id, ""),
            lacking=missing(one, weights()),
            rows=arithmetic(one),
            uses=found,
            may_propose=person.sits_at(review.matter.kind) and review.state in states.DECIDED and one.grade,
        )


class Propose(DeskOnly, Drafting, OnMatter, FormPage):
    template_name = "merits/propose.html"
    sentence = "已拟定，请局领导审批。"

    def find(self) -> Merit:
        return get_object_or_404(merits_seen(self.request.user), pk=self.kwargs["pk"])

    def may(self) -> Verdict:
        if not self.record.grade or self.record.review.state not in states.DECIDED:
            return No("等次审定以后拟定结果运用建议。")
        return Yes()

    def form(self, *posted: Any) -> UseForm:
        return UseForm(*posted, merit=self.record)

    def take(self, form: Any) -> int:
        return actions.propose(self.request.user, self.record, **form.cleaned_data)

    def place(self) -> str:
        return PLACE

    def context(self, form: Any) -> dict:
        return {"merit": self.record, "review": self.record.review, "matter": self.record.matter}


class ProposeUsual(OnReview):
    """A button: what follows without a choice, for who has the grade for it."""

    template_name = "merits/propose_usual.html"

    def may(self) -> Verdict:
        decided_on = self.record.state in states.DECIDED
        return Yes() if decided_on else No("等次审定以后拟定结果运用建议。")

    def take(self, form: Any) -> int:
        return actions.propose_usual(self.request.user, self.record)

    def context(self, form: Any) -> dict:
        follows = without_choice()
        told = [(label, Use.Kind(follows[grade]).label) for grade, label in Grade.choices if grade in follows]
        return super().context(form) | {"follows": told}

    def tell(self, done: int) -> None:
        messages.success(self.request, f"已拟定{done}条建议，请局领导审批。")

    def leads_to(self, done: int) -> str:
        return f"{reverse(PLACE)}?period={self.record.period_id}"


class Step(StepPage):
    flow = flow.USE_FLOW
    template_name = "merits/use_step.html"

    def records(self, person: Person | Actor) -> QuerySet[Use]:
        return uses_seen(person)

    def home(self) -> Any:
        return self.record.merit

    def place(self) -> str:
        return PLACE

    def more(self, record: Any, step: Any) -> dict:
        return {"use": record}
