"""督查方案: written down, mended, and begun from an activity that is looked back at."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from bureau.matters import policy
from bureau.matters.policy import Verdict
from bureau.matters.views.from_paper import PROPOSE, REGISTER
from bureau.matters.views.on_matter import OnMatter
from bureau.pages.drafting import Drafting
from bureau.pages.form_page import FormPage
from directives.inspections import actions, flow
from directives.inspections.forms import PlanForm
from directives.inspections.models import Finding, Inspection
from directives.inspections.planned import Plan, as_plan
from directives.inspections.states import CLOSED
from directives.inspections.views.desk_only import DeskOnly


class NewPlan(DeskOnly, Drafting, FormPage):
    """拟定方案."""

    template_name = "inspections/plan.html"
    ways = ((PROPOSE, "拟定并提请审批", "primary"), (REGISTER, "只拟定", ""))
    follows: Inspection | None = None

    @property
    def proposes(self) -> bool:
        return self.request.POST.get("do") == PROPOSE

    def form(self, *posted: Any) -> PlanForm:
        """The approver is most often the one of the last plan."""
        form = PlanForm(*posted)
        last = Inspection.objects.visible_to(self.request.user).order_by("-pk").first()
        form.initial = {"approver": last.approver_id} if last else {}
        return form

    def take(self, form: Any) -> Inspection:
        made = actions.register(self.request.user, form.plan(self.follows))
        if self.proposes:
            actions.propose(self.request.user, made)
        return made

    def tell(self, done: Inspection) -> None:
        messages.success(self.request, "方案已拟定，已提请审批。" if self.proposes else "方案已拟定。")

    def leads_to(self, done: Inspection) -> str:
        return done.get_absolute_url()

    def home(self) -> str:
        return "inspections:list"

    def place(self) -> str:
        return "inspections:list"

    def context(self, form: Any) -> dict:
        return super().context(form) | {"ways": self.ways, "follows": self.follows}


class LookBack(NewPlan):
    """回头看: the plan of another look at the same targets, with what was found there as its checklist."""

    def find(self) -> Inspection:
        found = Inspection.objects.visible_to(self.request.user).filter(state=CLOSED)
        return get_object_or_404(found.select_related("head", "approver"), pk=self.kwargs["pk"])

    @property
    def follows(self) -> Inspection:  # type: ignore[override]  # the page has one, its base none
        return self.record

    def form(self, *posted: Any) -> PlanForm:
        form = PlanForm(*posted)
        form.initial = PlanForm.of(looked_back(self.record))
        return form


def looked_back(inspection: Inspection) -> Plan:
    """Once more, for what was wrong."""
    before = as_plan(inspection)
    problems = Finding.objects.filter(target__inspection=inspection, kind=Finding.Kind.PROBLEM)
    found = problems.select_related("target__assignment__unit")
    return replace(
        before,
        title=f"{before.title}整改情况“回头看”",
        content=f"{inspection.matter.number}发现问题的整改情况。",
        items=tuple(f"{one.target.unit.short}：{one.told}"[:200] for one in found[:60]),
        overlap_reason="",
    )


class EditPlan(DeskOnly, Drafting, OnMatter, FormPage):
    """Mend it until it is put up for approval."""

    template_name = "inspections/plan.html"
    sentence = "已保存修改。"

    def find(self) -> Inspection:
        found: QuerySet[Inspection] = Inspection.objects.visible_to(self.request.user)
        return get_object_or_404(found.select_related("head", "approver"), pk=self.kwargs["pk"])

    def may(self) -> Verdict:
        return policy.may(self.request.user, flow.EDIT, self.record)

    def form(self, *posted: Any) -> PlanForm:
        form = PlanForm(*posted)
        form.initial = PlanForm.of(as_plan(self.record))
        return form

    def take(self, form: Any) -> Any:
        return actions.edit(self.request.user, self.record, form.plan(self.record.follows))

    def context(self, form: Any) -> dict:
        return {"record": self.record, "follows": self.record.follows}
