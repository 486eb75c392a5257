"""One decision of a paper, by hand: from the words to the proposal on one page; and mended until it is proposed."""

from typing import Any

from django.contrib import messages
from django.shortcuts import get_object_or_404

from bureau.matters import policy
from bureau.matters.policy import Verdict
from bureau.matters.views.from_paper import PROPOSE, REGISTER, FromPaper, suggested
from bureau.matters.views.on_matter import OnMatter
from bureau.org.calendar import current_calendar
from bureau.org.models import Urgency
from bureau.org.naming import units
from bureau.org.reading import Anchor
from bureau.org.reading.targets import target_in
from bureau.pages.drafting import Drafting
from bureau.pages.form_page import FormPage
from bureau.pages.suggesting import Suggestion, Suggestions
from directives import actions, flow
from directives.forms import DecisionForm
from directives.models import Cadence, Directive, Source
from directives.reading.words import read_words
from directives.stages import as_typed, stages_in
from directives.views.desk_only import DeskOnly


class Register(DeskOnly, FromPaper, Drafting, FormPage):
    """From the words as typed to a proposal, or to a draft."""

    template_name = "directives/decision.html"
    reads, sought = "passage", ("title", "lead", "due")
    ways = ((PROPOSE, "登记并提请审定", "primary"), (REGISTER, "只登记", ""))

    def find(self) -> Source:
        return get_object_or_404(Source, pk=self.kwargs["pk"])

    def form(self, *posted: Any) -> DecisionForm:
        """What the people said of a hot issue is not typed twice."""
        initial = {"passage": self.record.heard}
        return DecisionForm(*posted, day=self.record.date, initial=initial)

    def suggest(self, words: str) -> Suggestions:
        anchor = Anchor(self.record.date, calendar=current_calendar())
        title, read = read_words(words, units.directory(), anchor)
        told = suggested(read)
        due, goal = read.why.get("due", ""), target_in(read.text)
        staged = stages_in(read.text, anchor, read.due.due)
        more = {
            "title": Suggestion(title, title[:40]),
            "cadence": Suggestion(read.due.cadence or Cadence.QUARTERLY, due or title[:40])
            if read.due.recurring
            else None,
            "urgency": Suggestion(Urgency.LONGTERM, due or title[:40]) if read.due.recurring else None,
            "leader": Suggestion(read.leader, read.leader),
            "target": Suggestion(goal.words, goal.clause) if goal else None,
            "stages": Suggestion(as_typed(staged), "；".join(one.words for one in staged)[:40])
            if staged
            else None,
        }
        kept = {name: one for name, one in more.items() if one and one.value}
        return Suggestions({**told.found, **kept}, told.asked)

    def take(self, form: Any) -> Directive:
        made = actions.register_next(self.request.user, self.record, form.decision())
        if self.proposes:
            actions.propose(self.request.user, made)
        return made

    def tell(self, done: Directive) -> None:
        messages.success(self.request, "已登记，已提请审定。" if self.proposes else "已登记。")

    def leads_to(self, directive: Directive) -> Any:
        return self.record if "again" in self.request.POST else directive

    def context(self, form: Any) -> dict:
        return super().context(form) | {"source": self.record}


class Edit(DeskOnly, Drafting, OnMatter, FormPage):
    """Mend what was registered, until it is put up for approval."""

    template_name = "directives/decision.html"
    sentence = "已保存修改。"

    def find(self) -> Directive:
        found = Directive.objects.visible_to(self.request.user).select_related("source")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def may(self) -> Verdict:
        return policy.may(self.request.user, flow.EDIT, self.record)

    def form(self, *posted: Any) -> DecisionForm:
        initial = DecisionForm.of(actions.as_decision(self.record))
        return DecisionForm(*posted, initial=initial, day=self.record.source.date)

    def take(self, form: Any) -> Any:
        return actions.edit(self.request.user, self.record, form.decision())

    def context(self, form: Any) -> dict:
        return {"source": self.record.source, "record": self.record}
