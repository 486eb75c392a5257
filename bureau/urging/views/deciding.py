"""One proposed paper by itself: issued with its own words, or not now."""

from functools import cached_property

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from bureau.matters.access.visibility import seen_by
from bureau.matters.deadlines import dues, duties
from bureau.matters.models import Duty
from bureau.matters.policy import No, Yes
from bureau.matters.printable import unprintable
from bureau.matters.views.desk_only import BureauOnly
from bureau.notices.ladder import ORDER, PAPERS, Ladder
from bureau.notices.models import Kind
from bureau.pages.form_page import FormPage
from bureau.urging import actions, flow
from bureau.urging.dues import ANSWER
from bureau.urging.forms import IssueForm, WaiveForm
from bureau.urging.lines import lines
from bureau.urging.proposals import proposed
from bureau.vault.untold import Untold

GONE = "这一件现在不再建议发出：刚刚已经办理、改期，或者已有人处理。"


class Decision(BureauOnly, FormPage):
    """What is proposed for one duty, and the form of what is decided about it."""

    step = None
    template_name = "urging/decide.html"

    @property
    def kind(self) -> str:
        return self.kwargs["kind"]

    def find(self) -> Duty:
        """A step that a unit owed, of a matter at this person's desk, whether a paper is still proposed or not."""
        if self.kind not in PAPERS:
            raise Http404
        person = self.request.user
        owed = Duty.objects.filter(seen_by(person, to="matter"), matter__kind__in=person.functions)
        owed = owed.filter(step__in=dues.urged(), assignment__isnull=False, due_at__isnull=False)
        found = owed.select_related("matter__officer__unit", "assignment__unit")
        return get_object_or_404(found, pk=self.kwargs["duty"])

    @cached_property
    def line(self):
        """None where this paper is not proposed any more."""
        ladder = Ladder()
        found = proposed(self.request.user, ladder).filter(pk=self.record.pk)
        return next((row for row in lines(self.request.user, found, ladder) if self.fits(row)), None)

    def fits(self, line) -> bool:
        return line.duty.settled < ORDER[self.kind] <= line.duty.reached

    def may(self):
        return Yes() if self.line else No(GONE)

    def form(self, *posted):
        return self.form_class(self.kind, *posted)

    def home(self) -> str:
        return "urging:home"

    def context(self, form) -> dict:
        line = self.line
        return {
            "line": line,
            "kind": Kind(self.kind),
            "kinds": [*line.milder, *([line.kind] if line.may else [])] if line else [],
            "step": self.step,
            "unprintable": unprintable(self.record.matter.title),
            "term": line and duties.term_of(line.duty.matter, ANSWER, timezone.now()),
        }


class Issue(Untold, Decision):
    step, form_class = flow.ISSUE, IssueForm

    def take(self, form):
        return actions.issue(self.request.user, self.record, self.kind, **form.cleaned_data)

    def said(self, paper) -> str:
        return f"已发出{paper.get_kind_display()}，文号{paper.number}。"

    def leads_to(self, paper):
        return paper


class Waive(Decision):
    step, form_class = flow.WAIVE, WaiveForm
    sentence = "已记下：暂缓发出，到下一级之前不再建议。"

    def take(self, form):
        return actions.waive(self.request.user, self.record, self.kind, **form.cleaned_data)
