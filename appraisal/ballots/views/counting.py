"""Paper counted; results read; results put to use."""

from typing import Any

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views import View
from django.views.generic import TemplateView

from appraisal.ballots import flow, states
from appraisal.ballots.actions import counting
from appraisal.ballots.feeding import feed, indicators_of
from appraisal.ballots.forms import FeedForm, PaperCountForm
from appraisal.ballots.models import Group, Subject
from appraisal.ballots.papers import accepted, both, differences
from appraisal.ballots.reading import polls_seen
from appraisal.ballots.results import counts_of, groups_of, lines
from appraisal.ballots.tables import CountTable
from appraisal.ballots.views.on_poll import PLACE, OnGroup, OnPoll
from bureau.matters.policy import No, Verdict
from bureau.org.actor import Actor
from bureau.org.request import Request
from bureau.pages import export
from bureau.pages.drafting import Drafting


class CountPaper(Drafting, OnGroup):
    """Each counter sees their own figures; where both have entered theirs, what differs."""

    template_name = "ballots/count.html"
    step = flow.COUNT_PAPER
    asks_again = False  # counted anew and found the same

    def may(self) -> Verdict:
        if self.record.way != Group.Way.PAPER:
            raise Http404
        if accepted(self.record):
            return No("两人的计票已经一致，不用再录入。")
        return super().may()

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What both have entered is read once; who sends theirs reads it anew."""
        prefetch_related_objects([self.record], "counts")
        return super().get(request, *args, **kwargs)

    def version(self) -> object:
        return ""  # two people enter theirs at the same time

    def form(self, *posted: Any) -> PaperCountForm:
        mine = next((one for one in both(self.record) if one.by_id == self.request.user.pk), None)
        return PaperCountForm(
            *posted, subjects=list(self.poll.subjects.all()), options=self.poll.terms.options, mine=mine
        )

    def take(self, form: Any) -> Any:
        return counting.count_paper(Actor.of(self.request.user), self.poll, self.record, form.counted())

    def said(self, done: Any) -> str:
        return f"已录入。{counting.compared(self.record)}。"

    def context(self, form: Any) -> dict:
        options = [one.name for one in self.poll.terms.options]
        entered = {one.by_id for one in both(self.record)}
        shown = self.request.user.pk in entered
        found = differences(self.record, form.subjects, options) if shown else []
        return super().context(form) | {"options": options, "differences": found, "terms": self.poll.terms}


class Results(TemplateView):
    """Once voting is over, for who reads the whole period."""

    request: Request
    template_name = "ballots/results.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        poll = get_object_or_404(polls_seen(self.request.user), pk=self.kwargs["pk"])
        if poll.state not in states.ENDED:
            raise Http404
        self.request.place = PLACE
        groups, subjects = groups_of(poll), list(poll.subjects.all())
        counts = counts_of(poll, groups, subjects)
        found = lines(poll, groups, subjects, counts)
        told = [
            (group, count if (count := counts.get(group.pk)) and count.valid >= poll.least else None)
            for group in groups
        ]
        return super().get_context_data(
            **kwargs,
            poll=poll,
            matter=poll.matter,
            groups=[(group, count, group.pk in counts) for group, count in told],
            lines=found,
            uncounted={group.pk for group in groups} - counts.keys(),
            options=poll.terms.options,
        )


class ExportResults(View):
    """计票表 in Excel: of each row how many for each option by group of voters, as far as that does not tell who."""

    request: Request

    def get(self, request: Request, pk: int) -> HttpResponse:
        poll = get_object_or_404(polls_seen(request.user), pk=pk, state__in=states.ENDED)
        groups, subjects = groups_of(poll), list(poll.subjects.all())
        found = lines(poll, groups, subjects, counts_of(poll, groups, subjects))
        return export.download(HttpResponse, CountTable(poll, groups, found), f"{poll.title}计票表")


class Feed(OnPoll):
    template_name = "ballots/feed.html"
    step = flow.RECOUNT  # of a poll whose count was confirmed

    def form(self, *posted: Any) -> FeedForm:
        kinds = set(self.poll.subjects.values_list("kind", flat=True)) - {Subject.Kind.CADRE}
        choices = [(kind.value, kind.label) for kind in Subject.Kind if kind in kinds]
        return FeedForm(*posted, indicators=indicators_of(self.poll), kinds=choices)

    def take(self, form: Any) -> Any:
        return feed(Actor.of(self.request.user), self.poll, **form.cleaned_data)

    def tell(self, done: Any) -> None:
        written, lacking = done
        messages.success(self.request, f"已把测评结果写入{written.kept}个单位的指标数值。")
        if lacking:
            messages.warning(self.request, f"{'、'.join(lacking)}有效票不足，没有写入。")
        if written.clashed:
            messages.warning(
                self.request, f"有{len(written.clashed)}格刚刚由别人改过，没有覆盖，请看过再取用。"
            )
