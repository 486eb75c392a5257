"""现场协调: registered with what was agreed; each item carried out."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from bureau.jobs.barred import Barred
from bureau.matters import policy
from bureau.matters.policy import Verdict
from bureau.matters.views.on_matter import OnMatter
from bureau.pages.drafting import Drafting
from bureau.pages.form_page import FormPage
from bureau.vault import opening
from complaints import actions, flow
from complaints.forms import AgreedForms, CarriedOutForm, CoordinationForm
from complaints.models import AgreedItem, Complaint
from complaints.views.desk_only import DeskOnly


class OnComplaint(DeskOnly, OnMatter, Drafting, FormPage):
    def find(self) -> Complaint:
        found = Complaint.objects.visible_to(self.request.user).select_related("whole__matter")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def refuse_told(self, texts: dict[str, str]) -> None:
        """Raises Barred at the field where it tells who complained."""
        source = (self.record.whole or self.record).matter
        for name, text in texts.items():
            if told := opening.told_by(source, text):
                raise Barred(f"写出了投诉人的{'、'.join(told)}，请改写。", field=name)


class Coordinate(OnComplaint):
    """登记现场协调."""

    template_name = "complaints/coordinate.html"
    form_class = CoordinationForm
    sentence = "已登记现场协调，议定事项已列入待办。"

    def may(self) -> Verdict:
        return policy.may(self.request.user, flow.COORDINATE, self.record)

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        self.items = AgreedForms(request.POST, prefix="items")
        return super().post(request, *args, **kwargs)

    def submit(self, form: Any) -> HttpResponse:
        return super().submit(form) if self.items.is_valid() else self.show(form)

    def take(self, form: Any) -> Any:
        agreed = [actions.Agreed(**item.cleaned_data) for item in self.items.forms if item.has_changed()]
        self.refuse_told({name: str(value) for name, value in form.cleaned_data.items()})
        self.refuse_told({"minutes": "\n".join(f"{item.who}{item.what}" for item in agreed)})
        return actions.coordinate(self.request.user, self.record, **form.cleaned_data, items=agreed)

    def context(self, form: Any) -> dict:
        items = getattr(self, "items", None)
        items = items if items is not None else AgreedForms(prefix="items")
        return super().context(form) | {"record": self.record, "items": items}


class CarryOut(OnComplaint):
    """登记一项的落实情况."""

    template_name = "complaints/carry_out.html"
    form_class = CarriedOutForm
    sentence = "已登记落实情况。"

    def may(self) -> Verdict:
        return policy.may(self.request.user, flow.CARRY_OUT, self.record)

    @property
    def item(self) -> AgreedItem:
        items = AgreedItem.objects.filter(coordination__complaint=self.record.pk)
        return get_object_or_404(items, pk=self.kwargs["item"])

    def take(self, form: Any) -> Any:
        self.refuse_told({"words": form.cleaned_data["words"]})
        return actions.carry_out(self.request.user, self.record, self.item, **form.cleaned_data)

    def context(self, form: Any) -> dict:
        return super().context(form) | {"record": self.record, "item": self.item}
