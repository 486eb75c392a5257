"""What the list of papers can be asked."""

import django_filters as filters
from django_filters.widgets import RangeWidget

from bureau.matters.filters import Folding, UnitFilter, VisibleFilter, units_named
from bureau.urging.models import SETTLED, UNANSWERED, Urging
from bureau.urging.querysets import ENDED, asked, in_its_time, in_time, too_late, unanswered

STATES = [("standing", "有效（未撤回）"), *Urging.State.choices, ("settled", SETTLED)]
# 应回复: those of which it can be said whether they were answered in time.
REPLIED = {"in_time": in_time, "late": too_late, "none": unanswered, "asked": asked, "due": in_its_time}
REPLIES = [
    ("in_time", "按时回复"),
    ("late", "超过时限回复"),
    ("none", UNANSWERED),
    ("asked", "应回复（以上三类）"),
    ("due", "待回复，未到时限"),
]


class PaperFilter(Folding):
    more = ("issued", "answer_due")

    q = VisibleFilter(label="关键词", method="search")
    unit = UnitFilter(label="单位", method="of_unit")
    kind = filters.ChoiceFilter(
        label="文书", choices=Urging._meta.get_field("kind").choices, empty_label="全部"
    )
    state = filters.ChoiceFilter(label="状态", choices=STATES, method="standing_so", empty_label="全部")
    reply = filters.ChoiceFilter(label="回复", choices=REPLIES, method="replied_so", empty_label="全部")
    issued = filters.DateFromToRangeFilter(
        label="发出日期", field_name="issued_at", widget=RangeWidget(attrs={"type": "date"})
    )
    answer_due = filters.DateFromToRangeFilter(
        label="回复时限", field_name="answer_due_at", widget=RangeWidget(attrs={"type": "date"})
    )

    class Meta:
        model = Urging
        fields = ["q", "unit", "kind", "state", "reply", "issued", "answer_due"]

    def __init__(self, *args, lights, **kwargs):
        super().__init__(*args, **kwargs)
        self.form.fields["q"].widget.attrs |= {"placeholder": "文号、事项编号、事项", "maxlength": 100}

    @property
    def ready(self) -> list[tuple[str, str]]:
        """Views that the house has ready for this reader: name and query."""
        return [("待本单位回复的", "state=issued")] if self.request.user.answers_for_unit else []

    def search(self, queryset, name, value):
        return queryset.search(value)

    def of_unit(self, queryset, name, value):
        return queryset.filter(assignment__unit__in=units_named(value, self.request.user))

    def standing_so(self, queryset, name, value):
        if value == "settled":
            return queryset.filter(ENDED)
        if value == "standing":
            return queryset.standing()
        return queryset.waiting() if value == "issued" else queryset.filter(state=value)

    def replied_so(self, queryset, name, value):
        return queryset.filter(REPLIED[value]())
