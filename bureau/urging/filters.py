"""What the list of papers can be asked."""

import django_filters as filters
from django_filters.widgets import RangeWidget

from bureau.matters.filters import units_named
from bureau.matters.models import Phase
from bureau.urging.models import SETTLED, Urging

ENDED = (Phase.CLOSED, Phase.VOID)
STATES = [*Urging.State.choices, ("settled", SETTLED)]


class PaperFilter(filters.FilterSet):
    q = filters.CharFilter(label="关键词", method="search")
    unit = filters.CharFilter(label="单位", method="of_unit")
    kind = filters.ChoiceFilter(
        label="文书", choices=Urging._meta.get_field("kind").choices, empty_label="全部"
    )
    state = filters.ChoiceFilter(label="状态", choices=STATES, method="standing_so", empty_label="全部")
    in_time = filters.BooleanFilter(label="按时回复", field_name="in_time")
    issued = filters.DateFromToRangeFilter(
        label="发出日期", field_name="issued_at", widget=RangeWidget(attrs={"type": "date"})
    )

    class Meta:
        model = Urging
        fields = ["q", "unit", "kind", "state", "in_time", "issued"]

    def __init__(self, *args, lights, **kwargs):
        super().__init__(*args, **kwargs)
        self.form.fields["q"].widget.attrs |= {"placeholder": "文号、事项编号、事项", "maxlength": 100}
        self.form.fields["unit"].widget.attrs |= {"placeholder": "名称或拼音首字母", "list": "unit-names"}

    def search(self, queryset, name, value):
        return queryset.search(value)

    def of_unit(self, queryset, name, value):
        return queryset.filter(assignment__unit__in=units_named(value))

    def standing_so(self, queryset, name, value):
        if value == "settled":
            return queryset.filter(state="issued", matter__phase__in=ENDED)
        return queryset.waiting() if value == "issued" else queryset.filter(state=value)
