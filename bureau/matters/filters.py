"""What every list of matters can be asked."""

from typing import Any

import django_filters as filters
from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django_filters.widgets import RangeWidget

from bureau.matters.access.querysets import RecordQuerySet
from bureau.matters.deadlines.lights import WORDS, Lights
from bureau.matters.models import Assignment
from bureau.org.models import Person, Unit, Urgency
from bureau.org.request import Request
from bureau.org.visible import VisibleField


def officers(request: Request) -> QuerySet[Person]:
    """Who may have matters in hand: those who sit at a desk of the bureau, or did."""
    return Person.objects.filter(unit__unit_class=Unit.Class.BUREAU).order_by("pk")


class VisibleFilter(filters.CharFilter):
    """Asks by what one sees of the words."""

    field_class = VisibleField


class MatterFilter(filters.FilterSet):
    """Filters of a room's records; `lights` gives the moment that lights are asked for. `more`: what is asked seldom and
    folded away until it is."""

    more: tuple[str, ...] = ("role", "urgency", "officer", "opened")

    q = VisibleFilter(label="关键词", method="search")
    unit = VisibleFilter(label="承办单位", method="of_unit")
    light = filters.ChoiceFilter(label="亮灯", choices=list(WORDS.items()), method="lit", empty_label="全部")
    due = filters.DateFromToRangeFilter(
        label="时限", field_name="matter__due_at", widget=RangeWidget(attrs={"type": "date"})
    )
    role = filters.ChoiceFilter(
        label="该单位为", choices=Assignment.Role.choices, method="of_role", empty_label="牵头或协办"
    )
    urgency = filters.ChoiceFilter(
        label="办理类别", field_name="matter__urgency", choices=Urgency.choices, empty_label="全部"
    )
    officer = filters.ModelChoiceFilter(
        label="经办人", field_name="matter__officer", queryset=officers, empty_label="全部"
    )
    opened = filters.DateFromToRangeFilter(
        label="交办日期", field_name="matter__opened_at", widget=RangeWidget(attrs={"type": "date"})
    )
    mine = filters.BooleanFilter(label="我经办的", method="of_mine", widget=forms.CheckboxInput)

    def __init__(self, *args: Any, lights: Lights, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lights = lights
        self.form.fields["q"].widget.attrs |= {"placeholder": "编号、事项、来源、单位", "maxlength": 100}
        self.form.fields["unit"].widget.attrs |= {"placeholder": "名称或拼音首字母", "list": "unit-names"}
        if not self.request.user.sits_at(self._meta.model._meta.app_label):
            del self.form.fields["mine"], self.form.fields["officer"]

    @property
    def asks_more(self) -> bool:
        """Whether something folded away is asked for."""
        return any(self.data.get(key) for name in self.more for key in (name, f"{name}_min", f"{name}_max"))

    def search(self, queryset: RecordQuerySet, name: str, value: Any) -> QuerySet:
        return queryset.search(value)

    def of_unit(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        """What the unit handles; as the lead or beside it where that is asked, too."""
        parts = Assignment.objects.filter(matter=OuterRef("matter"), unit__in=units_named(value))
        if role := self.form.cleaned_data.get("role"):
            parts = parts.filter(role=role)
        return queryset.filter(Exists(parts.exclude(state=Assignment.State.RELEASED)))

    def of_role(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        """Without a unit named, the reader's own."""
        if self.form.cleaned_data.get("unit") or not self.request.user.unit_id:
            return queryset
        own = Assignment.objects.filter(matter=OuterRef("matter"), unit=self.request.user.unit_id, role=value)
        return queryset.filter(Exists(own.exclude(state=Assignment.State.RELEASED)))

    def lit(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        return queryset.filter(self.lights.condition(value, to="matter__"))

    def of_mine(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        return queryset.filter(matter__officer=self.request.user) if value else queryset


def units_named(value: str) -> list[int]:
    """Keys of units by full or short name or pinyin initials; several may match, but a whole short name is that unit's."""
    value = value.strip()
    like = Q(short__icontains=value) | Q(name__icontains=value) | Q(initials__icontains=value.lower())
    exact = Unit.objects.filter(short=value)
    return list((exact if exact else Unit.objects.filter(like)).values_list("pk", flat=True))
