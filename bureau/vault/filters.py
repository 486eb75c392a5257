"""What the record of looks can be asked."""

from typing import Any

import django_filters as filters
from django.db.models import Q, QuerySet
from django_filters.widgets import RangeWidget

from bureau.matters.filters import VisibleFilter
from bureau.vault import opening
from bureau.vault.models import Line

RIGHTS = [
    (right, right) for right in (opening.RECEIVED, opening.IN_CHARGE, opening.DIRECTOR, opening.PERMITTED)
]


class LineFilter(filters.FilterSet):
    number = VisibleFilter(label="事项编号", field_name="matter__number", lookup_expr="icontains")
    person = VisibleFilter(label="人员", method="of_person")
    kind = filters.ChoiceFilter(label="类别", choices=Line.Kind.choices, empty_label="全部")
    right = filters.ChoiceFilter(label="凭什么", choices=RIGHTS, empty_label="全部")
    at = filters.DateFromToRangeFilter(label="日期", widget=RangeWidget(attrs={"type": "date"}))

    class Meta:
        model = Line
        fields = ("number", "person", "kind", "right", "at")

    ready = ()  # no view of it is made beforehand

    def __init__(self, *args: Any, lights: object, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.form.fields["person"].widget.attrs |= {"placeholder": "姓名或账号", "maxlength": 100}
        self.form.fields["number"].widget.attrs |= {"maxlength": 100}

    def of_person(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """Who did it, or whom it was permitted to."""
        named = [
            Q(**{f"{who}__{by}__icontains": value})
            for who in ("person", "whom")
            for by in ("name", "username")
        ]
        return queryset.filter(named[0] | named[1] | named[2] | named[3])
