"""What the ledger of suggestions can be asked."""

from typing import Any

import django_filters as filters
from django.db.models import QuerySet

from bureau.matters.filters import MatterFilter, chosen, hidden, of_figure
from directives.suggestions import states
from directives.suggestions.figures import Figure, conditions
from directives.suggestions.models import Suggestion, To, Verdict

LABELS = {"unit": "收文单位", "due": "答复时限", "opened": "发出日期"}
ANSWERS = [*Verdict.choices, ("none", "未答复")]


class SuggestionFilter(MatterFilter):
    state = chosen("状态", states.CHOICES)
    to = chosen("提给", To.choices)
    verdict = chosen("答复", ANSWERS, method="answered")
    since = hidden(filters.DateFilter, "统计自", method="of_figure")
    until = hidden(filters.DateFilter, "统计至", method="of_figure")
    figure = hidden(filters.ChoiceFilter, "统计项", choices=Figure.choices, method="of_figure")

    more = ("urgency", "officer", "opened")

    class Meta:
        model = Suggestion
        fields = ["q", "unit", "state", "to", "verdict", "light", "due", "officer", "opened"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("role", "urgency"):
            del self.form.fields[name]
        for name, label in LABELS.items():
            self.form.fields[name].label = label
        self.form.fields["q"].widget.attrs["placeholder"] = "编号、建议、收文单位"

    @property
    def ready(self) -> list[tuple[str, str]]:
        """Views that the house has ready for this reader: name and query."""
        ours = [("待本单位答复的", "state=sent")] if self.request.user.answers_for_unit else []
        mine = [one for one in super().ready if one[0].startswith("我")]
        return [*mine, *ours]

    def answered(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(verdict="" if value == "none" else value)

    of_figure = of_figure(conditions)
