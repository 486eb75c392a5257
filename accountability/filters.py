"""What the ledger of cases can be asked. Nothing finds a case by a person's name."""

from typing import Any

import django_filters as filters
from django.db.models import Exists, OuterRef, Q, QuerySet

from accountability import states
from accountability.figures import TAKEN, Figure, conditions, having, of_units_of
from accountability.models import Case, Fault, Sanction, Source, Subject
from bureau.matters.access.charged import charges
from bureau.matters.filters import MatterFilter, UnitFilter, chosen, days, hidden, units_named
from bureau.org.models import Person, Rank
from bureau.pages.period import between


class CaseFilter(MatterFilter):
    state = chosen("状态", states.CHOICES)
    source = chosen("线索来源", Source.choices)
    fault = chosen("问题类别", Fault.choices)
    unit = UnitFilter(label="单位", method="of_unit")
    since = hidden(filters.DateFilter, "统计自", method="of_figure")
    until = hidden(filters.DateFilter, "统计至", method="of_figure")
    figure = hidden(filters.ChoiceFilter, "统计项", choices=Figure.choices, method="of_figure")
    measure = hidden(filters.CharFilter, "问责方式", method="of_figure")
    rank = hidden(filters.ChoiceFilter, "职级", choices=Rank.choices, method="of_figure")
    received = days("收到日期", field_name="received_on")

    more = ("officer", "received", "due", "source")

    class Meta:
        model = Case
        fields = ["q", "unit", "fault", "source", "state", "light", "due", "officer", "received"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("role", "urgency", "opened"):
            del self.form.fields[name]
        self.form.fields["q"].widget.attrs["placeholder"] = "编号、线索名称"

    @property
    def ready(self) -> list[tuple[str, str]]:
        found = [one for one in super().ready if "role=" not in one[1]]
        return [*found, ("影响期中的", "state=effect")] if self.handles else found

    def of_figure(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        """Of one line of the figures: the very subjects that were counted there."""
        given = self.form.cleaned_data
        days = [given.get(one) for one in ("since", "until")]
        if name != "figure" or not all(days):
            return queryset
        among = Q()
        if given.get("measure"):
            taken = Sanction.objects.filter(
                subject=OuterRef("pk"), state__in=TAKEN, measure__label=given["measure"]
            )
            among &= Q(Exists(taken))
        if given.get("rank"):
            among &= Q(position__rank=given["rank"])
        if given.get("unit"):
            among &= Q(unit__in=units_named(given["unit"], self.request.user))
        if given.get("charge"):
            among &= of_units_of(charges(given["charge"], self.request.user))
        return queryset.filter(conditions(between(*days), among)[value])

    def of_unit(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        named = units_named(value, self.request.user)
        return queryset.filter(Exists(Subject.objects.filter(case=OuterRef("pk"), unit__in=named)))

    def charged(self, queryset: QuerySet, name: str, value: Person) -> QuerySet:
        """Cases have no lead: those about a unit in that leader's charge."""
        return queryset.filter(having(of_units_of(charges(value, self.request.user))))
