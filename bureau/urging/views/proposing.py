from django.contrib import messages
from django.shortcuts import redirect, render
from django.views import View

from bureau.jobs.barred import Barred
from bureau.matters import cover
from bureau.matters.views.step import ALREADY
from bureau.notices.ladder import PAPERS, Ladder
from bureau.notices.models import Kind
from bureau.pages.once import Twice, once, token
from bureau.urging import actions
from bureau.urging.forms import IssueForm
from bureau.urging.lines import lines
from bureau.urging.proposals import clues, proposed
from bureau.urging.views.desk_only import DeskOnly

SHOWN = 200
SINGLY = (Kind.RED,)  # each calls to a talk of its own


class Proposals(DeskOnly, View):
    """建议发出: what the ladder asks for, by paper; ticked ones of a kind are issued together, all or none."""

    def get(self, request):
        return self.show()

    def post(self, request):
        kind = request.POST.get("kind")
        form = IssueForm(kind, request.POST)
        if kind not in PAPERS or kind in SINGLY or not form.is_valid():
            return self.show(kind, form)
        chosen = self.chosen()
        if not chosen:
            messages.warning(request, "请至少勾选一件再发出。")
            return redirect("urging:home")
        try:
            with once(request.POST.get("once")):
                papers = self.issue_all(chosen, kind, form.cleaned_data["remark"])
        except Twice:
            messages.info(request, ALREADY)
        except Barred as barred:
            form.add_error(None, str(barred))
            return self.show(kind, form, status=409)
        else:
            messages.success(request, f"已发出{len(papers)}件：{'、'.join(map(str, papers))}。")
        return redirect("urging:home")

    def chosen(self) -> list:
        """The ticked duties that are still proposed, in the order of their matters; those of others are nobody's."""
        keys = {key for key in self.request.POST.getlist("id") if key.isdecimal() and len(key) < 19}
        found = proposed(self.request.user, Ladder()).filter(pk__in=keys)
        return sorted(found, key=lambda duty: (duty.matter_id, duty.pk))

    def issue_all(self, chosen, kind, remark) -> list:
        for duty in chosen:  # all of them first: two batches then never wait for each other in a circle
            cover.lock(duty.matter_id)
        return [self.issue(duty, kind, remark) for duty in chosen]

    def issue(self, duty, kind, remark):
        try:
            return actions.issue(self.request.user, duty, kind, remark)
        except Barred as barred:
            raise Barred(f"“{duty.matter}”：{barred} 本批没有发出任何一件。") from barred

    def show(self, kind=None, form=None, status=200):
        ladder = Ladder()
        found = proposed(self.request.user, ladder)
        shown = lines(self.request.user, found[:SHOWN], ladder)
        groups = [self.group(one, [row for row in shown if row.kind == one]) for one in reversed(PAPERS)]
        for group in groups:
            if form is not None and group["kind"] == kind:
                group["form"] = form
        context = {
            "groups": [group for group in groups if group["lines"]],
            "total": found.count(),
            "shown": SHOWN,
            "clues": clues(self.request.user)[:SHOWN],
            "ticked": set(self.request.POST.getlist("id")),
            "form": form,
        }
        return render(self.request, "urging/proposals.html", context, status=status)

    def group(self, kind, rows) -> dict:
        batch = kind not in SINGLY
        form = IssueForm(kind, auto_id=f"id_{kind}_%s") if batch else None
        return {"kind": kind, "label": Kind(kind).label, "lines": rows, "form": form, "once": token()}
