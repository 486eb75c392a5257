"""A poll: begun, mended, its page, its steps."""

from functools import cached_property
from typing import Any

from django.db.models import Count, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.generic import TemplateView

from appraisal.ballots import flow, states
from appraisal.ballots.actions import preparing
from appraisal.ballots.forms import PollForm
from appraisal.ballots.models import Group, Poll
from appraisal.ballots.papers import accepted, both
from appraisal.ballots.policy import PREPARED
from appraisal.ballots.prints import address
from appraisal.ballots.reading import of_matter, polls_seen
from appraisal.ballots.views.on_poll import PLACE, OnPoll
from appraisal.models import Period
from appraisal.reading import periods_seen
from appraisal.views.desk_only import DeskOnly
from bureau.matters.access.visibility import actors_seeing
from bureau.matters.actions import actions_through
from bureau.matters.policy import No, Verdict, Yes
from bureau.matters.views.on_matter import OnMatter
from bureau.matters.views.step import StepPage
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.request import Request
from bureau.pages.drafting import Drafting
from bureau.pages.form_page import FormPage


class Polls(TemplateView):
    """Of one period, for who reads all of it."""

    request: Request
    template_name = "ballots/list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        period = get_object_or_404(periods_seen(self.request.user), pk=self.kwargs["pk"])
        panel = of_matter(self.request.user, period.matter)
        if panel is None:
            raise Http404
        self.request.place = PLACE
        return super().get_context_data(**kwargs, **panel, polls=list(period.polls.order_by("pk")))


class New(DeskOnly, Drafting, OnMatter, FormPage):
    template_name = "ballots/form.html"
    sentence = "已新建测评，请核对以后开始。"

    def find(self) -> Period:
        return get_object_or_404(periods_seen(self.request.user), pk=self.kwargs["pk"])

    def may(self) -> Verdict:
        late = self.record.state not in PREPARED
        return No("得分已经汇总，不能再新建测评。") if late else Yes()

    def form(self, *posted: Any) -> PollForm:
        return PollForm(*posted, period=self.record)

    def take(self, form: Any) -> Poll:
        return preparing.register(Actor.of(self.request.user), self.record, form.given())

    def leads_to(self, done: Poll) -> str:
        return done.get_absolute_url()

    def home(self) -> str:
        return self.record.get_absolute_url()

    def place(self) -> str:
        return PLACE

    def context(self, form: Any) -> dict:
        return {"matter": self.record.matter, "heading": "新建测评", "away": self.home()}


class Edit(Drafting, OnPoll):
    template_name = "ballots/form.html"
    sentence = "已修改。"
    step = flow.EDIT

    def form(self, *posted: Any) -> PollForm:
        return PollForm(*posted, period=self.poll.period, poll=self.poll)

    def take(self, form: Any) -> Any:
        return preparing.edit(Actor.of(self.request.user), self.poll, form.given())

    def context(self, form: Any) -> dict:
        return super().context(form) | {"heading": "修改测评", "away": self.home()}


class PollPage(TemplateView):
    request: Request
    template_name = "ballots/page.html"

    @cached_property
    def poll(self) -> Poll:
        return get_object_or_404(polls_seen(self.request.user), pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        poll, person = self.poll, self.request.user
        self.request.place = PLACE
        at_the_desk = person.sits_at(poll.matter.kind) and poll.period.state in PREPARED
        return super().get_context_data(
            **kwargs,
            poll=poll,
            matter=poll.matter,
            actions=actions_through(flow.FLOW, actors_seeing(person, poll.matter), poll),
            groups=groups_with_turnout(poll),
            subjects=list(poll.subjects.all()),
            terms=poll.terms,
            ended=poll.state in states.ENDED,
            may_edit=at_the_desk and poll.state == states.DRAFT,
            voting=at_the_desk and poll.state == states.OPEN,
            counting=at_the_desk and poll.state == states.CLOSED,
            may_feed=at_the_desk and poll.state == states.COUNTED,
            address=address(),
        )


def groups_with_turnout(poll: Poll) -> list[Any]:
    """Each with how many codes were used by now, or how its paper stands."""
    found: list[Any] = list(poll.groups.annotate(unused=Count("codes")).prefetch_related("counts__by__unit"))
    for one in found:
        one.used = one.issued - one.unused if poll.state == states.OPEN else None
        one.is_paper = one.way == Group.Way.PAPER
        one.papers = both(one)
        one.accepted = accepted(one)
    return found


class Step(StepPage):
    flow = flow.FLOW

    def records(self, person: Person | Actor) -> QuerySet[Poll]:
        return polls_seen(person)

    def place(self) -> str:
        return PLACE

    def home(self) -> Any:
        return self.record
