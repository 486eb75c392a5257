"""What a bulletin is to be, and what it begins from."""

from django import forms
from django.db.models import Q
from django.utils import timezone

from bureau.matters.models import Assignment
from bureau.pages import period
from bureau.pages.units_field import UnitField
from reports.actions import Start
from reports.models import Plate, Series

FREE = [(series, series.label) for series in Series if series != Series.SPECIAL]
EARLIEST = 2015


class StartForm(forms.Form):
    """Series and plate, on both pages of beginning."""

    series = forms.ChoiceField(label="种类", choices=FREE, initial=Series.NOTICE)
    plate = forms.ChoiceField(label="发文机关（名义）", choices=Plate, initial=Plate.BUREAU)

    @classmethod
    def asked(cls, query) -> "StartForm":
        """Filled in as the address says, as far as that makes sense."""
        usual = {name: field.initial for name, field in cls.base_fields.items()}
        named = {name: query[name] for name in ("series", "plate") if query.get(name)}
        form = cls({**usual, **named})
        return form if form.is_valid() else cls(usual)

    def start(self, origin: str = "") -> Start:
        """Call it on a valid form."""
        return Start(self.cleaned_data["series"], self.cleaned_data["plate"], origin)


class TellingForm(StartForm):
    """Of a text that a room tells: a 专报, too."""

    series = forms.ChoiceField(
        label="种类",
        choices=[(one, one.label) for one in (Series.NOTICE, Series.SPECIAL, Series.BRIEF)],
        initial=Series.NOTICE,
    )


def recent_years() -> list[tuple[int, str]]:
    return [(year, f"{year}年") for year in range(timezone.localdate().year, EARLIEST, -1)]


class MattersForm(forms.Form):
    """Which matters: those that a unit leads, those given out in a period, or both."""

    unit = UnitField(label="牵头单位", required=False)
    year = forms.TypedChoiceField(label="年度", coerce=int, required=False, empty_value=None)
    part = forms.ChoiceField(label="时段", choices=period.PARTS, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [("", "不限"), *recent_years()]
        self.fields["unit"].widget.attrs |= {"placeholder": "名称或拼音首字母"}

    def clean(self):
        if not self.errors and not (self.cleaned_data["unit"] or self.cleaned_data["year"]):
            raise forms.ValidationError("请填写“牵头单位”，或者选“年度”。")

    @property
    def asked_period(self) -> period.Period | None:
        year = self.cleaned_data["year"]
        return period.of(year, self.cleaned_data["part"] or period.YEAR) if year else None

    def where(self) -> Q:
        """On a room's records."""
        unit, days, found = self.cleaned_data["unit"], self.asked_period, Q()
        if unit:
            led = Assignment.objects.filter(unit=unit, role=Assignment.Role.LEAD)
            found &= Q(matter__in=led.exclude(state=Assignment.State.RELEASED).values("matter"))
        if days:
            found &= Q(matter__opened_at__range=days.moments)
        return found

    def words(self) -> str:
        unit, days = self.cleaned_data["unit"], self.asked_period
        return "、".join(filter(None, [unit and f"{unit.short}牵头", days and f"{days.words}交办"]))
