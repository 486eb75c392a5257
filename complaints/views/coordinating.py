"""现场协调: registered with what was agreed; each item carried out."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from bureau.matters import policy
from bureau.matters.policy import Verdict
from bureau.matters.views.on_matter import OnMatter
from bureau.pages.drafting import Drafting
from bureau.pages.form_page import FormPage
from bureau.vault.opening import Kept, kept_on
from bureau.vault.untold import Untold
from complaints import actions, flow
from complaints.forms import AgreedForms, CarriedOutForm, CoordinationForm
from complaints.models import AgreedItem, Complaint
from complaints.views.desk_only import DeskOnly


class OnComplaint(DeskOnly, Untold, OnMatter, Drafting, FormPage):
    def find(self) -> Complaint:
        found = Complaint.objects.visible_to(self.request.user).select_related("whole__matter")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def kept(self, form: Any) -> Iterable[Kept]:
        return kept_on((self.record.whole or self.record).matter)

    def kept_with(self, done: Any) -> int:
        return self.record.matter.pk


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

    def words(self, form: Any) -> Mapping[str, str]:
        """What was agreed, too."""
        agreed = "\n".join(f"{item['who']}：{item['what']}" for item in self.agreed)
        return {**super().words(form), "议定事项": agreed}

    @property
    def agreed(self) -> list[dict]:
        return [item.cleaned_data for item in self.items.forms if item.has_changed()]

    def take(self, form: Any) -> Any:
        agreed = [actions.Agreed(**item) for item in self.agreed]
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
        return actions.carry_out(self.request.user, self.record, self.item, **form.cleaned_data)

    def context(self, form: Any) -> dict:
        return super().context(form) | {"record": self.record, "item": self.item}
