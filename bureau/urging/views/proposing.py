from django import forms

from bureau.jobs.barred import Barred
from bureau.matters import cover
from bureau.matters.views.desk_only import BureauOnly
from bureau.notices.ladder import PAPERS, Ladder
from bureau.notices.models import Kind
from bureau.org.keys import keys_of
from bureau.pages.form_page import FormPage
from bureau.pages.once import token
from bureau.urging import actions
from bureau.urging.forms import IssueForm
from bureau.urging.lines import lines
from bureau.urging.proposals import clues, proposed

SHOWN = 200
SINGLY = (Kind.RED,)  # each calls to a talk of its own


class Proposals(BureauOnly, FormPage):
    """待发催办: what the ladder asks for, by paper; ticked ones of a kind are issued together, all or none."""

    template_name = "urging/proposals.html"

    @property
    def kind(self) -> str:
        """Of which the form is that was sent."""
        return self.request.POST.get("kind", "")

    def form(self, *posted):
        """Of a kind that is not issued so, one that says nothing and is not taken."""
        together = self.kind in PAPERS and self.kind not in SINGLY
        return IssueForm(self.kind, *posted) if together else forms.Form()

    def take(self, form) -> list:
        if not (chosen := self.chosen()):
            raise Barred("请至少勾选一件再发出。")
        for duty in chosen:  # all of them first: two batches then never wait for each other in a circle
            cover.lock(duty.matter_id)
        return [self.issue(duty, form.cleaned_data["remark"]) for duty in chosen]

    def chosen(self) -> list:
        """The ticked duties that are still proposed, in the order of their matters; those of others are nobody's."""
        found = proposed(self.request.user, Ladder()).filter(pk__in=self.ticked)
        return sorted(found, key=lambda duty: (duty.matter_id, duty.pk))

    @property
    def ticked(self) -> list[int]:
        return keys_of(self.request.POST.getlist("id"))

    def issue(self, duty, remark: str):
        try:
            return actions.issue(self.request.user, duty, self.kind, remark)
        except Barred as barred:
            raise Barred(f"“{duty.matter}”：{barred} 本批没有发出任何一件。") from barred

    def said(self, papers) -> str:
        return f"已发出{len(papers)}件：{'、'.join(map(str, papers))}。"

    def home(self) -> str:
        return "urging:home"

    def context(self, form) -> dict:
        ladder = Ladder()
        found = proposed(self.request.user, ladder)
        shown = lines(self.request.user, found[:SHOWN], ladder)
        groups = [self.group(one, [row for row in shown if row.kind == one]) for one in reversed(PAPERS)]
        groups = [group for group in groups if group["lines"]]
        sent = [group for group in groups if form.is_bound and group["kind"] == self.kind]
        for group in sent:
            group["form"] = form
        return {
            "groups": groups,
            "unshown": None if sent else form,
            "total": found.count(),
            "shown": SHOWN,
            "clues": clues(self.request.user)[:SHOWN],
            "ticked": self.ticked,
        }

    def group(self, kind, rows) -> dict:
        batch = kind not in SINGLY
        form = IssueForm(kind, auto_id=f"id_{kind}_%s") if batch else None
        return {"kind": kind, "label": Kind(kind).label, "lines": rows, "form": form, "once": token()}
