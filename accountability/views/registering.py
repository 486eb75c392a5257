"""A clue, from wherever it was noticed; mended; and whom it concerns."""

from typing import Any

from django.shortcuts import get_object_or_404

from accountability import actions, flow
from accountability.forms import AvoidForm, ClueForm, SubjectsForm
from accountability.models import Case, Source
from accountability.views.on_case import OnCase
from bureau.matters.models import Assignment, Matter
from bureau.matters.views.desk_only import BureauOnly
from bureau.org.keys import key_of
from bureau.org.posts import Function
from bureau.pages.drafting import Drafting
from bureau.pages.form_page import FormPage

FROM = {
    Function.DIRECTIVES: Source.DIRECTIVES,
    Function.INSPECTIONS: Source.INSPECTIONS,
    Function.INSTRUCTIONS: Source.INSTRUCTIONS,
    Function.COMPLAINTS: Source.COMPLAINTS,
    Function.APPRAISAL: Source.APPRAISAL,
}


class New(BureauOnly, Drafting, FormPage):
    """登记线索, or 移送 by who sits at another desk; `?about=` the matter that it arises from, `?source=`, `?number=`, `?words=` what it was
    begun from."""

    template_name = "accountability/clue.html"
    sealed = True  # who reported it may be typed here

    def find(self) -> Matter | None:
        if not (key := self.request.GET.get("about", "")):
            return None
        return get_object_or_404(Matter.objects.visible_to(self.request.user), pk=key_of(key))

    def form(self, *posted: Any) -> ClueForm:
        form = ClueForm(*posted, person=self.request.user, receives=self.sits_here)
        form.initial = (begun_from(self.record) if self.record else {}) | self.asked
        return form

    @property
    def asked(self) -> dict[str, Any]:
        """What the page that it was begun from says, in the address."""
        given = self.request.GET
        found = {"source": given.get("source", ""), "source_words": given.get("number", "")[:200]}
        found |= {"summary": given.get("words", "")[: Case.LENGTHS["summary"]]}
        if found["source"] not in Source.values:
            del found["source"]
        return {name: value for name, value in found.items() if value}

    def take(self, form: Any) -> Case:
        given = form.cleaned_data
        letters = given.get("letters") or ()
        return actions.register(
            self.request.user, form.clue(), self.record, form.who, letters, given["files"]
        )

    @property
    def sits_here(self) -> bool:
        return self.request.user.sits_at(Function.ACCOUNTABILITY)

    def said(self, done: Case) -> str:
        return f"已登记线索{done.matter.number}。" if self.sits_here else "已移送问责专员。"

    def leads_to(self, done: Case) -> Any:
        return done if self.sits_here else self.home()

    def home(self) -> Any:
        return self.record or "accountability:list"

    def place(self) -> str:
        return "accountability:list"

    def context(self, form: Any) -> dict:
        return {"about": self.record, "hands_over": not self.sits_here}


def begun_from(matter: Matter) -> dict[str, Any]:
    """Nothing is typed twice: the matter's title and number, its units."""
    parts = Assignment.objects.filter(matter=matter).select_related("unit")
    lead = "、".join(part.unit.short for part in parts if part.is_lead or matter.kind == Function.INSPECTIONS)
    return {
        "title": f"对“{matter.title}”落实不力"[:200],
        "summary": f"{matter.number or '未编号事项'}“{matter.title}”。",
        "units": lead,
        "source": FROM.get(Function(matter.kind), Source.DIRECTIVES),
        "source_words": matter.number or "",
    }


class Edit(OnCase):
    heading, sentence, step = "修改线索", "已保存修改。", flow.EDIT
    template_name = "accountability/clue.html"

    def form(self, *posted: Any) -> ClueForm:
        form = ClueForm(*posted, person=self.request.user, new=False)
        form.initial = ClueForm.of(self.record)
        return form

    def take(self, form: Any) -> Any:
        return actions.edit(self.request.user, self.record, form.clue())


class Involve(OnCase):
    sentence, step = "已登记问责对象。", flow.INVOLVE

    def form(self, *posted: Any) -> SubjectsForm:
        return SubjectsForm(*posted, case=self.record)

    def take(self, form: Any) -> None:
        for unit in form.cleaned_data["units"]:
            actions.involve(self.request.user, self.record, unit=unit)
        for position in form.cleaned_data["positions"]:
            actions.involve(self.request.user, self.record, position=position)


class Avoid(OnCase):
    sentence, step, form_class = "已登记回避。", flow.AVOID, AvoidForm

    def take(self, form: Any) -> Any:
        return actions.avoid(self.request.user, self.record, **form.cleaned_data)
