"""What of the ledger may be changed in Excel: the plan, until it is put up for approval."""

from typing import Any

from django.http import QueryDict

from bureau.matters.flow import Step
from bureau.matters.reimport.declared import Added, Change
from bureau.org.actor import Actor
from directives.inspections import actions, flow
from directives.inspections.forms import PlanForm
from directives.inspections.models import Inspection
from directives.inspections.planned import as_plan


def plan_form(_step: Step, inspection: Inspection, posted: QueryDict | None) -> PlanForm:
    form = PlanForm(posted)
    form.initial = PlanForm.of(as_plan(inspection))
    return form


def edit(_step: Step, actor: Actor, inspection: Inspection, form: Any) -> Any:
    return actions.edit(actor, inspection, form.plan(inspection.follows))


EDITED = Change(
    flow.EDIT,
    {
        "title": "title",
        "type": "type",
        "targets": "targets",
        "head": "head",
        "begins_on": "begins_on",
        "ends_on": "ends_on",
        "content": "content",
    },
    form=plan_form,
    take=edit,
)
CHANGES = (EDITED,)
ADDED = (
    Added("begins_on", "开始日期", lambda inspection: inspection.begins_on),
    Added("ends_on", "结束日期", lambda inspection: inspection.ends_on),
    Added("content", "督查内容", lambda inspection: inspection.content),
)
