"""What every list of matters can be asked."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import django_filters as filters
from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django_filters.widgets import RangeWidget

from bureau.matters.access.charged import charges, leads, led_in_charge
from bureau.matters.access.querysets import RecordQuerySet
from bureau.matters.access.secret_words import by_secret_words
from bureau.matters.counting.readers import sees_figures
from bureau.matters.deadlines.lights import Lights, labels
from bureau.matters.models import Assignment, Matter, Phase
from bureau.org.models import Person, Unit, Urgency
from bureau.org.posts import Post
from bureau.org.request import Request
from bureau.org.visible import VisibleField
from bureau.pages.asked import ME, OURS
from bureau.pages.fields import unit_attrs
from bureau.pages.period import Period, between


def officers(request: Request) -> QuerySet[Person]:
    """Who may have matters in hand: those who sit at a desk of the bureau, or did."""
    return Person.objects.filter(unit__unit_class=Unit.Class.BUREAU).order_by("pk")


RUNNING, UNREPORTED = "running", "unreported"
STANDS = [(RUNNING, "在办"), (UNREPORTED, "在办，还没有报送结果")]


def standing(which: str, to: str = "") -> Q:
    """One of STANDS as a condition on the cover reached by `to` ("matter__" or "")."""
    running = Q(**{f"{to}phase": Phase.RUNNING})
    return running if which == RUNNING else running & Q(**{f"{to}finished_at__isnull": True})


def lights_asked(measured: bool = False) -> list[tuple[str, str]]:
    return [*labels(measured).items(), ("dated", "正常（有时限）"), ("undated", "未定时限")]


class VisibleFilter(filters.CharFilter):
    """Asks by what one sees of the words."""

    field_class = VisibleField


class UnitFilter(VisibleFilter):
    """Asks for units by name, initials or 「本单位」."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        box = forms.TextInput(attrs={"placeholder": "名称或拼音首字母"} | unit_attrs())
        super().__init__(*args, widget=box, **kwargs)


def days(label: str, **kwargs: Any) -> filters.DateFromToRangeFilter:
    return filters.DateFromToRangeFilter(label=label, widget=RangeWidget(attrs={"type": "date"}), **kwargs)


def chosen(label: str, choices: Any, **kwargs: Any) -> filters.ChoiceFilter:
    return filters.ChoiceFilter(label=label, choices=choices, empty_label="全部", **kwargs)


def hidden(kind: type[filters.Filter], label: str, **kwargs: Any) -> filters.Filter:
    """Asked for by the links of a figure; shown among the conditions, not in the form."""
    return kind(label=label, widget=forms.HiddenInput, **kwargs)


def leaders(request: Request) -> QuerySet[Person]:
    """Whose charge may be asked for."""
    return Person.objects.filter(postings__post=Post.LEADER).distinct().order_by("pk")


def every_unit(_request: Request) -> QuerySet[Unit]:
    return Unit.objects.all()


def hidden_leader(label: str, method: str) -> filters.Filter:
    """A leader, asked for by the links of that leader's page."""
    return hidden(filters.ModelChoiceFilter, label, queryset=leaders, method=method)


def of_figure(conditions: Callable[[Period], dict[str, Q]]) -> Callable:
    """The method of the hidden filters `since`, `until` and `figure`, which are asked together by the links of a figures page: what was
    counted, by the condition of that figure."""

    def method(self: Any, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        given = self.form.cleaned_data
        asked = [given.get(one) for one in ("since", "until", "figure")]
        if name != "figure" or not all(asked):
            return queryset
        return queryset.filter(conditions(between(asked[0], asked[1]))[asked[2]])

    return method


class Folding(filters.FilterSet):
    """`more`: what is asked seldom and folded away until it is."""

    more: tuple[str, ...] = ()

    @property
    def asks_more(self) -> bool:
        """Whether something folded away is asked for."""
        return any(self.data.get(key) for name in self.more for key in (name, f"{name}_min", f"{name}_max"))


class MatterFilter(Folding):
    """Filters of a room's records; `lights` gives the moment that lights are asked for."""

    more: tuple[str, ...] = ("role", "urgency", "officer", "opened")

    q = VisibleFilter(label="关键词", method="search")
    unit = UnitFilter(label="承办单位", method="of_unit")
    light = filters.ChoiceFilter(label="亮灯", choices=lights_asked(), method="lit", empty_label="全部")
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
        label="经办人",
        method="of_officer",
        queryset=officers,
        empty_label="全部",
        null_value=ME,
        null_label="我",
    )
    opened = filters.DateFromToRangeFilter(
        label="交办日期", field_name="matter__opened_at", widget=RangeWidget(attrs={"type": "date"})
    )
    stands = hidden(filters.ChoiceFilter, "办理情况", choices=STANDS, method="standing")
    charge = hidden_leader("分管领导", "charged")
    by = hidden(filters.ModelChoiceFilter, "牵头单位", queryset=every_unit, method="led_by_unit")

    def __init__(self, *args: Any, lights: Lights, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lights = lights
        self.form.fields["q"].widget.attrs |= {"placeholder": "编号、事项、来源、单位", "maxlength": 100}
        if not self.sits_here:
            del self.form.fields["officer"]
        if not sees_figures(self.request.user, self._meta.model._meta.app_label):
            for name in ("charge", "by"):
                del self.form.fields[name]

    @property
    def sits_here(self) -> bool:
        return self.request.user.sits_at(self._meta.model._meta.app_label)

    @property
    def ready(self) -> list[tuple[str, str]]:
        """Views that the house has ready for this reader: name and query."""
        mine = [("我经办的", f"officer={ME}"), ("我经办的逾期", f"officer={ME}&light=red")]
        ours = [
            (f"本单位{role.label}的", urlencode({"unit": OURS, "role": role})) for role in Assignment.Role
        ]
        return (mine if self.handles else []) + (ours if self.request.user.answers_for_unit else [])

    @property
    def handles(self) -> bool:
        """Whether this reader may have matters of the room in hand; who only heads the bureau has none."""
        return self.sits_here and self.request.user.posts != {Post.DIRECTOR}

    def search(self, queryset: RecordQuerySet, name: str, value: Any) -> QuerySet:
        return queryset.search(value)

    def of_unit(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        """What the unit handles; as the lead or beside it where that is asked, too."""
        named = units_named(value, self.request.user)
        parts = Assignment.objects.filter(matter=OuterRef("matter"), unit__in=named)
        if role := self.form.cleaned_data.get("role"):
            parts = parts.filter(role=role)
        return queryset.filter(Exists(parts.exclude(state=Assignment.State.RELEASED)))

    def of_role(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        """Without a unit named, the reader's own."""
        if self.form.cleaned_data.get("unit") or not self.request.user.unit_id:
            return queryset
        return self.of_unit(queryset, name, OURS)

    def lit(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        return queryset.filter(self.lights.condition(value, to="matter__"))

    def standing(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        return queryset.filter(standing(value, to="matter__"))

    def charged(self, queryset: QuerySet, name: str, value: Person) -> QuerySet:
        return queryset.filter(led_in_charge(charges(value, self.request.user), to="matter"))

    def led_by_unit(self, queryset: QuerySet, name: str, value: Unit) -> QuerySet:
        led = Assignment.objects.filter(leads(), matter=OuterRef("matter"), unit=value)
        return queryset.filter(Exists(led))

    def of_officer(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        return queryset.filter(matter__officer=self.request.user if value == ME else value)


def units_named(value: str, reader: Person) -> list[int]:
    """Keys of units by full or short name or pinyin initials; several may match, but a whole short name is that unit's.
    「本单位」 are the reader's own."""
    value = value.strip()
    if value == OURS:
        return reader.own_units
    like = Q(short__icontains=value) | Q(name__icontains=value) | Q(initials__icontains=value.lower())
    exact = Unit.objects.filter(short=value)
    return list((exact if exact else Unit.objects.filter(like)).values_list("pk", flat=True))


class SecretWordsFilter(MatterFilter):
    """Of a room whose records are found by more than their covers say, by who reads that (`by_secret_words`)."""

    def search(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        """Who took the lead since the words were gathered stands on the cover alone."""
        said = by_secret_words(self._meta.model, self.request.user, value)
        return queryset.filter(Q(pk__in=keys(said)) | Q(pk__in=keys(Matter.objects.search(value))))


def keys(found: QuerySet) -> QuerySet:
    """By a query of its own, so that each side is read from its own index."""
    return found.order_by().values("pk")
