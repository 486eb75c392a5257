"""One unit in a period: what it reports of itself, and where each point of its score comes from."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.views.generic import TemplateView

from appraisal import actions, flow
from appraisal.actions.valuing import Written
from appraisal.boxes import own_boxes
from appraisal.forms.cells import CellsForm
from appraisal.lines import seen_line, with_values
from appraisal.models import Appraised
from appraisal.objecting import to_adjustment, to_result
from appraisal.reading import adjustments_seen, parts_seen
from bureau.matters import policy
from bureau.matters.access.rights import Rights
from bureau.matters.access.visibility import reads_above
from bureau.matters.actions import actions_through
from bureau.matters.models import Matter
from bureau.matters.policy import Verdict
from bureau.matters.views.on_matter import OnMatter
from bureau.matters.views.step import StepPage
from bureau.org.actor import Actor
from bureau.org.models import Person
from bureau.org.request import Request
from bureau.pages.drafting import Drafting
from bureau.pages.form_page import FormPage

PLACE = "appraisal:list"


class UnitPage(TemplateView):
    """怎么得的分: rule, inputs, arithmetic, who decided; each adjustment with its source, its day, who approved it."""

    request: Request
    template_name = "appraisal/unit.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.request.user
        part = get_object_or_404(parts_seen(person), pk=self.kwargs["pk"])
        self.request.place = PLACE
        above = reads_above(person, part.matter)
        seen = seen_line(part, above)
        adjustments: list[Any] = list(adjustments_seen(person).filter(appraised=part))
        for one in adjustments:
            one.appraised = part
            one.objection_words = to_adjustment(one)
        sources = {one.source_id for one in adjustments if one.source_id}
        return super().get_context_data(
            **kwargs,
            part=part,
            matter=part.matter,
            above=above,
            seen=seen,
            rows=with_values(part, seen),
            adjustments=adjustments,
            opened=set(Matter.objects.visible_to(person).filter(pk__in=sources).values_list("pk", flat=True)),
            actions=actions_through(flow.UNIT_FLOW, Rights.of(person).actors, part),
            objection=to_result(part),
            may_fill_in=any(policy.may(one, flow.FILL_IN, part) for one in Rights.of(person).actors),
        )


class SelfReport(Drafting, OnMatter, FormPage):
    """自评: pre-filled with what stands; kept cell by cell until it is reported."""

    template_name = "appraisal/self_report.html"
    asks_again = False

    def find(self) -> Appraised:
        return get_object_or_404(parts_seen(self.request.user), pk=self.kwargs["pk"])

    def version(self) -> object:
        """Each cell has its own."""
        return ""

    def may(self) -> Verdict:
        return policy.may(self.request.user, flow.FILL_IN, self.record)

    def form(self, *posted: Any) -> CellsForm:
        return CellsForm(*posted, boxes=own_boxes(self.record), unit_person=self.request.user)

    def take(self, form: Any) -> Written:
        return actions.valuing.fill_in(Actor.of(self.request.user), self.record, form.typed)

    def tell(self, done: Written) -> None:
        if done.clashed:
            messages.warning(
                self.request, f"有{len(done.clashed)}项刚刚由同事改过，您填的没有覆盖它，请看过再改。"
            )
        else:
            messages.success(self.request, "已保存自评。全部填好以后请“报送自评”。")

    def home(self) -> str:
        return self.record.get_absolute_url()

    def place(self) -> str:
        return PLACE

    def context(self, form: Any) -> dict:
        return {"part": self.record, "matter": self.record.matter, "rows": list(form.rows())}


class Step(StepPage):
    flow = flow.UNIT_FLOW
    template_name = "appraisal/unit_step.html"

    def records(self, person: Person | Actor) -> QuerySet[Appraised]:
        return parts_seen(person)

    def home(self) -> Any:
        return self.record

    def place(self) -> str:
        return PLACE

    def more(self, record: Any, step: Any) -> dict:
        return {"part": record}
