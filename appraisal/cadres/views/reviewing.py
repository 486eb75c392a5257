"""干部考核 of a period: who is in it, what is entered, what was studied and approved."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.generic import TemplateView

from appraisal.ballots.means import Mean, means_of
from appraisal.cadres import actions, flow, states
from appraisal.cadres.forms import ENTERED, ValuesForm
from appraisal.cadres.marking import missing, with_stints
from appraisal.cadres.models import Merit, Review
from appraisal.cadres.policy import published
from appraisal.cadres.reading import reviews_seen
from appraisal.cadres.views.entitled import PLACE, Entitled
from appraisal.cadres.weighing import weights
from appraisal.forms.periods import MeetingForm
from appraisal.models import Period
from appraisal.reading import periods_seen
from appraisal.views.desk_only import DeskOnly
from bureau.matters import policy
from bureau.matters.access.rights import Rights
from bureau.matters.actions import actions_through
from bureau.matters.models import Entry
from bureau.matters.policy import Verdict
from bureau.matters.views.on_matter import OnMatter
from bureau.matters.views.step import StepPage
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.request import Request
from bureau.pages.drafting import Drafting
from bureau.pages.form_page import FormPage


class ReviewPage(Entitled, TemplateView):
    """Every cadre by unit and post; of a period without a review, the way to begin one."""

    request: Request

    template_name = "merits/review.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.request.user
        review = reviews_seen(person).filter(period=self.kwargs["pk"]).first()
        if review is None:
            return super().get_context_data(**kwargs, **self.before())
        merits, weighed = list(with_stints(review.merits).prefetch_related("uses")), weights()
        lacking = [(one, missing(one, weighed)) for one in merits]
        may_enter = person.sits_at(review.matter.kind) and review.state == states.ENTERING
        return super().get_context_data(
            **kwargs,
            review=review,
            period=review.period,
            matter=review.matter,
            rows=lacking,
            lacking=sum(bool(gone) for _one, gone in lacking),
            council=review.councils.select_related("by__unit").last(),
            may_enter=may_enter,
            may_propose=person.sits_at(review.matter.kind) and review.state in states.DECIDED,
            actions=actions_through(flow.REVIEW_FLOW, Rights.of(person).actors, review),
        )

    def before(self) -> dict[str, Any]:
        """Raises Http404 where the period is not seen either."""
        person = self.request.user
        period = get_object_or_404(periods_seen(person), pk=self.kwargs["pk"])
        verdict = published(Actor.of(person), Review(period=period))
        return {
            "review": None,
            "period": period,
            "matter": period.matter,
            "why_not": "" if verdict else verdict.reason,
            "may_begin": bool(verdict) and person.sits_at(period.matter.kind),
        }


class Begin(DeskOnly, OnMatter, FormPage):
    template_name = "merits/begin.html"
    sentence = "已按干部名册列出名单，请填写民主测评、领导评价和分管工作的分数。"

    def find(self) -> Period:
        return get_object_or_404(periods_seen(self.request.user), pk=self.kwargs["pk"], review=None)

    def may(self) -> Verdict:
        return published(Actor.of(self.request.user), Review(period=self.record))

    def take(self, form: Any) -> Review:
        return actions.begin(self.request.user, self.record)

    def home(self) -> str:
        return reverse("merits:review", args=[self.record.pk])

    def place(self) -> str:
        return PLACE

    def context(self, form: Any) -> dict:
        return {"period": self.record, "matter": self.record.matter}


class OnReview(DeskOnly, Drafting, OnMatter, FormPage):
    """A form of the desk about a review; what somebody else entered meanwhile is not overwritten."""

    def find(self) -> Review:
        return get_object_or_404(reviews_seen(self.request.user), period=self.kwargs["pk"])

    def version(self) -> object:
        return self.record.version

    def place(self) -> str:
        return PLACE

    def merits(self) -> list[Merit]:
        return list(with_stints(self.record.merits.filter(apart="")))

    def context(self, form: Any) -> dict:
        return {"review": self.record, "period": self.record.period, "matter": self.record.matter}


class Fill(OnReview):
    """What is entered of each: the democratic vote, what the leaders think, the work in charge. What a poll says of a post stands
    beside its box, and in it where the desk asks for that."""

    template_name = "merits/fill.html"
    asks_again = False  # the same numbers twice are no slip

    def may(self) -> Verdict:
        return policy.may(self.request.user, flow.ENTER, self.record)

    def form(self, *posted: Any) -> ValuesForm:
        merits, weighed = self.merits(), weights()
        needed = {
            one.pk: {name for stint in one.stints.all() for name in weighed[stint.part].counted()}
            for one in merits
        }
        taken = self.request.GET.get("take") == "ballots"
        return ValuesForm(*posted, merits=merits, needed=needed, voted=self.voted(merits), taken=taken)

    def voted(self, merits: list[Merit]) -> dict[int, Mean]:
        """By merit: of the post held last, else of another one that was held."""
        means = means_of(self.record.period)
        found = {}
        for one in merits:
            posts = [one.position_id, *(stint.position_id for stint in one.stints.all())]
            mean = next((means[post] for post in posts if post in means), None)
            if mean is not None:
                found[one.pk] = mean
        return found

    def take(self, form: Any) -> Entry:
        return actions.enter(self.request.user, self.record, form.values())

    def tell(self, done: Entry) -> None:
        messages.success(self.request, "已保存，得分已经重新计算。")

    def context(self, form: Any) -> dict:
        return super().context(form) | {
            "rows": list(form.rows()),
            "entered": list(ENTERED.values()),
            "voted": len(form.voted),
        }


class Deliberate(OnReview):
    template_name = "merits/deliberate.html"
    sentence = "已登记集体研究和等次，请分管的县领导审定。"

    def may(self) -> Verdict:
        return policy.may(self.request.user, flow.DELIBERATE, self.record)

    def form(self, *posted: Any) -> MeetingForm:
        return MeetingForm(*posted, parts=self.merits())

    def take(self, form: Any) -> Entry:
        return actions.deliberate(self.request.user, self.record, form.held(), form.grades())


class Step(StepPage):
    flow = flow.REVIEW_FLOW
    template_name = "merits/step.html"

    def records(self, person: Person | Actor) -> QuerySet[Review]:
        return reviews_seen(person)

    def home(self) -> Any:
        return self.record

    def place(self) -> str:
        return PLACE

    def more(self, record: Any, step: Any) -> dict:
        """Who approves reads here what is approved."""
        if step is not flow.APPROVE:
            return {"review": record}
        return {
            "review": record,
            "rows": [(one, []) for one in with_stints(record.merits).prefetch_related("uses")],
        }
