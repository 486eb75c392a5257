"""One proposed paper by itself: issued with its own words, or not now."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views import View

from bureau.jobs.barred import Barred
from bureau.matters.access.visibility import seen_by
from bureau.matters.deadlines import dues, duties
from bureau.matters.models import Duty
from bureau.matters.views.step import ALREADY
from bureau.notices.ladder import ORDER, PAPERS, Ladder
from bureau.notices.models import Kind
from bureau.pages.once import Twice, once, token
from bureau.urging import actions, flow
from bureau.urging.dues import ANSWER
from bureau.urging.forms import IssueForm, WaiveForm
from bureau.urging.lines import lines
from bureau.urging.proposals import proposed
from bureau.urging.views.desk_only import DeskOnly


class Decision(DeskOnly, View):
    """What is proposed for one duty, and the form of what is decided about it."""

    step = None
    form_class = None

    def get(self, request, duty, kind):
        line = self.line(self.duty())
        if line is None:
            messages.info(request, "这一件现在不再建议发出：刚刚已经办理、改期，或者已有人处理。")
            return redirect("urging:home")
        return self.show(line, self.form_class(kind))

    def post(self, request, duty, kind):
        duty, form = self.duty(), self.form_class(kind, request.POST)
        if not form.is_valid():
            return self.show(self.line(duty), form)
        try:
            with once(request.POST.get("once")):
                return self.done(self.decide(duty, form.cleaned_data))
        except Twice:
            messages.info(request, ALREADY)
            return redirect("urging:home")
        except Barred as barred:
            form.add_error(None, str(barred))
            return self.show(self.line(duty), form, status=409)

    def duty(self):
        """A step that a unit owed, of a matter at this person's desk, whether a paper is still proposed or not."""
        person = self.request.user
        owed = Duty.objects.filter(seen_by(person, to="matter"), matter__kind__in=person.functions)
        owed = owed.filter(step__in=dues.urged(), assignment__isnull=False, due_at__isnull=False)
        if self.kwargs["kind"] not in PAPERS:
            raise Http404
        return get_object_or_404(
            owed.select_related("matter__officer__unit", "assignment__unit"), pk=self.kwargs["duty"]
        )

    def line(self, duty):
        """None where this paper is not proposed any more."""
        ladder = Ladder()
        found = proposed(self.request.user, ladder).filter(pk=duty.pk)
        shown = [row for row in lines(self.request.user, found, ladder) if self.fits(row)]
        return shown[0] if shown else None

    def fits(self, line) -> bool:
        return line.duty.settled < ORDER[self.kwargs["kind"]] <= line.duty.reached

    def show(self, line, form, status=200):
        context = {
            "line": line,
            "kind": Kind(self.kwargs["kind"]),
            "kinds": [*line.milder, *([line.kind] if line.may else [])] if line else [],
            "step": self.step,
            "form": form,
            "term": line and duties.term_of(line.duty.matter, ANSWER, Ladder().now),
            "hidden": {"once": token()},
        }
        return render(self.request, "urging/decide.html", context, status=status)


class Issue(Decision):
    step, form_class = flow.ISSUE, IssueForm

    def decide(self, duty, words):
        return actions.issue(self.request.user, duty, self.kwargs["kind"], **words)

    def done(self, paper):
        messages.success(self.request, f"已发出{paper.get_kind_display()}，文号{paper.number}。")
        return redirect(paper)


class Waive(Decision):
    step, form_class = flow.WAIVE, WaiveForm

    def decide(self, duty, words):
        return actions.waive(self.request.user, duty, self.kwargs["kind"], **words)

    def done(self, waiver):
        messages.success(self.request, "已记下：暂不发出，到下一级之前不再建议。")
        return redirect("urging:home")
