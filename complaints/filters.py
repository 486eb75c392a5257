"""What the ledger of complaints and the register of receptions can be asked."""

from typing import Any

import django_filters as filters
from django.db.models import Q, QuerySet
from django_filters.widgets import RangeWidget

from bureau.matters.access.visibility import reads_all_above
from bureau.matters.filters import MatterFilter, UnitFilter, VisibleFilter, units_named
from bureau.matters.models import Matter
from complaints import states
from complaints.models import Cause, Channel, Complaint, Finding, IdentityMode, Reception, Satisfaction
from complaints.searching import by_all_words

ABOVE = ("channel", "identity_mode", "respondent", "satisfaction", "finding")


def days(label: str, field_name: str) -> filters.DateFromToRangeFilter:
    return filters.DateFromToRangeFilter(
        label=label, field_name=field_name, widget=RangeWidget(attrs={"type": "date"})
    )


def chosen(label: str, choices: Any, **kwargs: Any) -> filters.ChoiceFilter:
    return filters.ChoiceFilter(label=label, choices=choices, empty_label="全部", **kwargs)


class ComplaintFilter(MatterFilter):
    """A unit asks nothing by what it does not read."""

    state = chosen("状态", states.CHOICES)
    cause = filters.ModelChoiceFilter(label="事由", queryset=Cause.objects.all(), empty_label="全部")
    channel = chosen("渠道", Channel)
    received = days("收到日期", "received_at")
    respondent = UnitFilter(label="被投诉单位", method="about")
    identity_mode = chosen("身份方式", IdentityMode)
    finding = chosen("查核结论", Finding)
    satisfaction = chosen("满意度", Satisfaction)

    more = (*MatterFilter.more, "due", "respondent", "identity_mode", "finding", "satisfaction", "received")

    class Meta:
        model = Complaint
        fields = ["q", "unit", "light", "state", "cause", "channel", *MatterFilter.more]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not reads_all_above(self.request.user):
            for name in ABOVE:
                self.form.fields.pop(name, None)

    def search(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        said = by_all_words(self.request.user, value).order_by().values("pk")
        return queryset.filter(
            Q(pk__in=said) | Q(pk__in=Matter.objects.search(value).order_by().values("pk"))
        )

    def about(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        return queryset.filter(respondent__in=units_named(value, self.request.user))


class ReceptionFilter(filters.FilterSet):
    q = VisibleFilter(label="关键词", method="search")
    channel = chosen("渠道", Channel)
    received = days("收到日期", "received_at")
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
