"""领导月度专报: for each leader what was begun of a month, and the draft that begins from their page."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView

from bureau.leading.cockpit.scope import Scope
from bureau.leading.cockpit.telling import monthly
from bureau.leading.office.trend import months_until
from bureau.leading.views.half import PlateForm
from bureau.leading.views.office import Directors
from bureau.matters.deadlines.lights import Lights
from bureau.matters.rooms import Told
from bureau.org.models import Person
from bureau.pages import period
from bureau.pages.form_page import FormPage
from reports.actions import Start, begun_for, draft_for
from reports.addressing import leaders
from reports.models import Bulletin, Series

OFFERED = 3  # this month and those before it


@dataclass(frozen=True)
class Month:
    first: date

    @property
    def key(self) -> str:
        return f"{self.first:%Y-%m}"

    @property
    def period(self) -> period.Period:
        return period.of(self.first.year, str(self.first.month))

    def occasion(self, leader: Person) -> str:
        return f"month.{self.key}.{leader.pk}"


def months() -> list[Month]:
    """The latest first."""
    return [Month(first) for first in reversed(months_until(timezone.localdate()))][:OFFERED]


class MonthForm(forms.Form):
    month = forms.ChoiceField(label="月份")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["month"].choices = [(one.key, one.period.words) for one in months()]

    @classmethod
    def asked(cls, query: Any) -> "MonthForm":
        form = cls(query)
        return form if form.is_valid() else cls({"month": months()[0].key})

    @property
    def chosen(self) -> Month:
        """Of a form that makes sense."""
        self.full_clean()
        return next(one for one in months() if one.key == self.cleaned_data["month"])


class Monthly(Directors, TemplateView):
    template_name = "leading/monthly.html"
    http_method_names = ("get", "head", "options")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = MonthForm.asked(self.request.GET)
        month = form.chosen
        by_occasion = {month.occasion(leader): leader for leader in leaders()}
        begun = begun_for(by_occasion)
        rows = [(leader, begun.get(occasion)) for occasion, leader in by_occasion.items()]
        return super().get_context_data(form=form, month=month, rows=rows, **kwargs)


class MonthlyDraft(Directors, FormPage):
    """起草: what the leader's page says, counted of what the drafter sees; begun once for a leader and a month."""

    template_name = "leading/begin.html"
    form_class = PlateForm
    asks_again = False  # begun twice it is found again
    sentence = "已拟稿：文字取自这位领导的驾驶舱，请核对、补充后送核稿。"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        occasion = self.month.occasion(self.record)
        begun = begun_for([occasion]).get(occasion)
        return redirect(begun) if begun else super().get(request, *args, **kwargs)

    @cached_property
    def month(self) -> Month:
        """Raises Http404 where that month is not offered."""
        found = next((one for one in months() if one.key == self.kwargs["month"]), None)
        if found is None:
            raise Http404
        return found

    def find(self) -> Person:
        return get_object_or_404(leaders(), pk=self.kwargs["pk"])

    @cached_property
    def told(self) -> Told:
        scope = Scope(self.request.user, self.record, Lights(), self.month.period, sealed=False)
        return monthly(scope)

    def take(self, form: Any) -> Bulletin:
        start = Start(
            Series.SPECIAL, form.cleaned_data["plate"], f"{self.record.name}{self.month.period.words}"
        )
        occasion = self.month.occasion(self.record)
        return draft_for(self.request.user, occasion, start, self.told, readers=[self.record])

    def leads_to(self, done: Bulletin) -> str:
        return reverse("reports:edit", args=[done.pk])

    def home(self) -> str:
        return f"{reverse('leading:monthly')}?{urlencode({'month': self.month.key})}"

    def place(self) -> str:
        return "leading:office"

    def context(self, form: Any) -> dict[str, Any]:
        return {"name": Series.SPECIAL.label, "told": self.told, "home": self.home(), "place": "领导月度专报"}
