"""What the ledger of inspections can be asked."""

from typing import Any

import django_filters as filters
from django.db.models import Q, QuerySet

from bureau.matters.access.visibility import reads_all_above
from bureau.matters.filters import MatterFilter, UnitFilter, chosen, days, hidden, units_named
from bureau.matters.models import Assignment
from bureau.pages.fields import YEARS
from directives.inspections import states
from directives.inspections.models import Inspection, Type


class InspectionFilter(MatterFilter):
    """A target asks nothing by who else was looked at."""

    state = chosen("状态", states.CHOICES)
    type = chosen("督查类型", Type)
    unit = UnitFilter(label="督查对象", method="of_unit")
    begins = days("开始日期", field_name="begins_on")
    joined = hidden(filters.BooleanFilter, "我参加的", method="of_team")
    year = hidden(
        filters.NumberFilter, "年度", field_name="begins_on__year", min_value=YEARS[0], max_value=YEARS[-1]
    )

    more = ("officer", "begins", "due")

    class Meta:
        model = Inspection
        fields = ["q", "unit", "type", "state", "light", "due", "officer", "begins", "joined", "year"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("role", "urgency", "opened"):
            del self.form.fields[name]
        self.form.fields["q"].widget.attrs["placeholder"] = "编号、名称、内容"
        if not reads_all_above(self.request.user):
            del self.form.fields["unit"]

    @property
    def ready(self) -> list[tuple[str, str]]:
        """Who goes along looks for the visit here: only the head of the team owes it."""
        found = [one for one in super().ready if "role=" not in one[1]]
        return [*found, ("我参加的", "joined=1")] if self.handles else found

    def of_team(self, queryset: QuerySet, name: str, value: bool) -> QuerySet:
        person = self.request.user
        along = Inspection.members.through.objects.filter(person=person.pk).values("inspection")
        return queryset.filter(Q(head=person) | Q(pk__in=along)) if value else queryset

    def of_unit(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        named = units_named(value, self.request.user)
        parts = Assignment.objects.filter(matter__kind="inspections", unit__in=named)
        return queryset.filter(matter__in=parts.values("matter"))
