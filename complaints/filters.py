"""What the ledger of complaints and the register of receptions can be asked."""

from datetime import date
from typing import Any

import django_filters as filters
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from bureau.matters.access.charged import charges
from bureau.matters.access.visibility import reads_all_above
from bureau.matters.filters import (
    MatterFilter,
    SecretWordsFilter,
    UnitFilter,
    VisibleFilter,
    chosen,
    days,
    hidden,
    hidden_leader,
    units_named,
)
from bureau.matters.models import Assignment
from bureau.org.models import Person
from bureau.pages import period
from complaints import states
from complaints.columns import OWN
from complaints.counting import NOBODY, UNSAID
from complaints.figures import Figure, about_units_of, conditions, sees_figures
from complaints.models import (
    Cause,
    Channel,
    Complaint,
    Finding,
    IdentityMode,
    Question,
    Reception,
    Satisfaction,
    Visit,
)

ABOVE = ("channel", "identity_mode", "received", "respondent", "satisfaction", "finding")
COUNTED = ("figure", "since", "until", "led", "accused", "under", "at", "month")


class ComplaintFilter(SecretWordsFilter):
    """A unit asks nothing by what it does not read."""

    state = chosen("状态", states.CHOICES)
    cause = filters.ModelChoiceFilter(label="事由", queryset=Cause.objects.all(), empty_label="全部")
    channel = chosen("渠道", Channel)
    received = days("收到日期", field_name="received_at")
    respondent = UnitFilter(label="被投诉单位", method="about")
    identity_mode = chosen("身份方式", IdentityMode)
    finding = chosen("查核结论", Finding)
    satisfaction = chosen("满意度", Satisfaction)

    figure = hidden(filters.ChoiceFilter, "统计", choices=Figure.choices, method="counted")
    since = hidden(filters.DateFilter, "自", method="of_period")
    until = hidden(filters.DateFilter, "至", method="of_period")
    led = hidden(VisibleFilter, "承办", method="led_by")
    accused = hidden(VisibleFilter, "被投诉", method="accused_is")
    under = hidden_leader("被投诉单位的分管领导", "accused_in_charge")
    at = hidden(VisibleFilter, "地点", method="at_place")
    month = hidden(VisibleFilter, "月份", method="in_month")

    more = (*MatterFilter.more, "due", "respondent", "identity_mode", "finding", "satisfaction", "received")

    class Meta:
        model = Complaint
        fields = ["q", "unit", "light", "state", "cause", "channel", *MatterFilter.more, *COUNTED]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not reads_all_above(self.request.user):
            for name in ABOVE:
                self.form.fields.pop(name, None)
        if not sees_figures(self.request.user):
            for name in COUNTED:
                del self.form.fields[name]

    def counted(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        """The complaints behind a figure of a period; without one, of this year."""
        given, today = self.form.cleaned_data, timezone.localdate()
        since, until = given.get("since"), given.get("until")
        days = period.between(since, until) if since and until else period.of(today.year)
        return queryset.filter(conditions(days, self.lights.now)[value])

    def of_period(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        return queryset

    def led_by(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        if value == OWN:
            return queryset.filter(self_handled=True)
        lead = Assignment.objects.filter(matter=OuterRef("pk"), role=Assignment.Role.LEAD)
        there = lead if value == NOBODY else lead.filter(unit__short=value)
        found = Q(Exists(there))
        return queryset.filter(~found if value == NOBODY else found, self_handled=False)

    def accused_is(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        return (
            queryset.filter(respondent=None) if value == UNSAID else queryset.filter(respondent__short=value)
        )

    def accused_in_charge(self, queryset: QuerySet, name: str, value: Person) -> QuerySet:
        return queryset.filter(about_units_of(charges(value, self.request.user)))

    def at_place(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        return queryset.filter(place="" if value == UNSAID else value)

    def in_month(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        try:
            first = date.fromisoformat(f"{value}-01")
        except ValueError:
            return queryset.none()
        return queryset.filter(received_at__range=period.of(first.year, str(first.month)).moments)

    def about(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        return queryset.filter(respondent__in=units_named(value, self.request.user))


class ReceptionFilter(filters.FilterSet):
    q = VisibleFilter(label="关键词", method="search")
    channel = chosen("渠道", Channel)
    received = days("收到日期", field_name="received_at")
    outcome = chosen("去向", [("answered", "当场答复"), ("complaint", "转为投诉")], method="became")

    class Meta:
        model = Reception
        fields = ["q", "channel", "received", "outcome"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.form.fields["q"].widget.attrs |= {"placeholder": "编号、事由、内容", "maxlength": 100}

    def search(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        like = Q(number__icontains=value) | Q(title__icontains=value) | Q(wants__icontains=value)
        return queryset.filter(like | Q(order_number=value))

    def became(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        return queryset.filter(complaint__isnull=value == "answered")


class VisitFilter(filters.FilterSet):
    q = VisibleFilter(label="关键词", method="search")
    kind = chosen("方式", Visit.Kind)
    held = days("日期", field_name="held_on")

    class Meta:
        model = Visit
        fields = ["q", "kind", "held"]

    def search(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        said = Question.objects.filter(words__icontains=value).values("visit")
        like = Q(number__icontains=value) | Q(place__icontains=value) | Q(enterprises__icontains=value)
        return queryset.filter(like | Q(pk__in=said))
