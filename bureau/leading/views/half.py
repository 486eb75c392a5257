"""半年工作: the guide, and the drafts that are begun from it."""

from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import Min
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView

from bureau.jobs.barred import Barred
from bureau.leading.halfyear import drafts, guide
from bureau.leading.halfyear.counted import COLUMNS, Counted, counted, figures_url, headed
from bureau.leading.halfyear.halves import PARTS, Half
from bureau.leading.views.office import Directors
from bureau.matters.deadlines.lights import Lights
from bureau.matters.models import Matter, Phase
from bureau.matters.policy import No, Verdict, Yes
from bureau.matters.rooms import Told, rooms
from bureau.org.models import Person
from bureau.pages.fields import YEARS
from bureau.pages.form_page import FormPage
from reports.models import Bulletin, Plate, Series


class PlateForm(forms.Form):
    """In whose name; of which series is said by what is begun."""

    plate = forms.ChoiceField(label="发文机关（名义）", choices=Plate.choices, initial=Plate.BUREAU)


class AskedForm(forms.Form):
    """Which half-year."""

    year = forms.TypedChoiceField(label="年度", coerce=int)
    part = forms.ChoiceField(label="时段", choices=[(PARTS[0], "上半年"), (PARTS[1], "下半年")])

    def __init__(self, *args: Any, years: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [(year, f"{year}年") for year in years]

    @classmethod
    def asked(cls, query: Any, usual: Half, years: list[int]) -> "AskedForm":
        """As the address says; of what makes no sense the usual one."""
        form = cls(query, years=years)
        return form if form.is_valid() else cls({"year": usual.year, "part": usual.part}, years=years)

    @property
    def half(self) -> Half:
        """Of a form that makes sense."""
        self.full_clean()
        return Half(self.cleaned_data["year"], self.cleaned_data["part"])


class HalfYear(Directors, TemplateView):
    template_name = "leading/half.html"
    http_method_names = ("get", "head", "options")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = timezone.localdate()
        person = self.request.user
        since = first_day(person)
        usual = Half.usual(today, since)
        years = list(range(today.year, min(since.year, usual.year) - 1, -1))
        form = AskedForm.asked(self.request.GET, usual, years)
        found = counted(person, form.half, Lights())
        return super().get_context_data(
            form=form,
            half=form.half,
            steps=guide.steps(person, found),
            heads=list(COLUMNS),
            lines=[(label, headed(tally)) for label, tally in found.by_function],
            sums=headed(found.total),
            figures_url=found.url,
            sealed=sealed(person, form.half),
            with_sealed_url=figures_url(form.half),
            further=further(form.half),
            **kwargs,
        )


def first_day(person: Person) -> date:
    """On which the first matter that this person sees was registered; today where there is none."""
    seen = Matter.objects.visible_to(person).order_by().aggregate(at=Min("registered_at"))["at"]
    return timezone.localdate(seen) if seen else timezone.localdate()


def sealed(person: Person, half: Half) -> int:
    """How many are left out because they are sealed."""
    found = Matter.objects.visible_to(person).filter(registered_at__range=half.period.moments)
    return found.exclude(phase=Phase.VOID).exclude(secrecy="normal").count()


def further(half: Half) -> list[tuple[str, str]]:
    """Functions that tell of themselves, and where a bulletin on them is begun."""
    asked = {"year": half.year, "part": half.part}
    return [
        (room.label, f"{reverse('reports:new_told')}?{urlencode({'room': room.kind, **asked})}")
        for room in rooms()
        if room.tells
    ]


class HalfDraft(Directors, FormPage):
    """起草: shows what it begins with; where it was begun already it leads there."""

    template_name = "leading/begin.html"
    form_class = PlateForm
    asks_again = False  # begun twice it is found again
    sentence = "已拟稿：文字、表、图取自督查统计，请核对、补充后送核稿。"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        begun = drafts.begun(self.record).get(self.what)
        return redirect(begun) if begun else super().get(request, *args, **kwargs)

    @property
    def what(self) -> str:
        return self.kwargs["what"]

    def find(self) -> Counted:
        half = Half(self.kwargs["year"], self.kwargs["part"])
        if half.year not in YEARS or half.part not in PARTS or self.what not in drafts.SERIES:
            raise Http404
        return counted(self.request.user, half, Lights())

    @cached_property
    def told(self) -> Told | None:
        """What it begins with; None where there is nothing to tell."""
        try:
            return drafts.told(self.what, self.record)
        except Barred:
            return None

    def may(self) -> Verdict:
        return Yes() if self.told else No(f"{self.record.half.period.words}没有登记事项，写不成稿子。")

    def take(self, form: Any) -> Bulletin:
        return drafts.begin(self.request.user, self.what, self.record, form.cleaned_data["plate"])

    def leads_to(self, done: Bulletin) -> str:
        return reverse("reports:edit", args=[done.pk])

    def home(self) -> str:
        half = self.record.half
        return f"{reverse('leading:half')}?{urlencode({'year': half.year, 'part': half.part})}"

    def place(self) -> str:
        return "leading:half"

    def context(self, form: Any) -> dict[str, Any]:
        name = Series(drafts.SERIES[self.what]).label
        table = self.record.rows
        return {"name": name, "told": self.told, "rows": table, "home": self.home(), "place": "半年工作"}
