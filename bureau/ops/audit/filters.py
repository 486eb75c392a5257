"""What the audit lines can be asked."""

from typing import Any

import django_filters as filters
from django.db.models import Q, QuerySet
from django_filters.widgets import RangeWidget

from bureau.matters.filters import VisibleFilter
from bureau.org.models import AdminEntry


class AuditFilter(filters.FilterSet):
    person = VisibleFilter(label="人员", method="of_person")
    kind = filters.ChoiceFilter(label="类别", choices=AdminEntry.Kind.choices, empty_label="全部")
    sentence = VisibleFilter(label="内容", field_name="sentence", lookup_expr="icontains")
    address = VisibleFilter(label="网络地址", method="from_address")
    at = filters.DateFromToRangeFilter(label="日期", widget=RangeWidget(attrs={"type": "date"}))

    class Meta:
        model = AdminEntry
        fields = ("person", "kind", "sentence", "address", "at")

    ready = ()  # no view of it is made beforehand

    def __init__(self, *args: Any, lights: object, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, hint in (("person", "称呼或账号"), ("sentence", "做了什么"), ("address", "如 10.1.2.3")):
            self.form.fields[name].widget.attrs |= {"placeholder": hint, "maxlength": 100}

    def of_person(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """Who did it, or whom it concerns; as they were named then, too."""
        asked = Q(actor_words__icontains=value)
        for who in ("actor", "person"):
            asked |= Q(**{f"{who}__username__icontains": value}) | Q(**{f"{who}__name__icontains": value})
        return queryset.filter(asked)

    def from_address(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """The address, or all that begin with what is typed."""
        return queryset.filter(address__startswith=value)
