"""What the ledger of instructions can be asked."""

import django_filters as filters
from django import forms
from django.db.models import Exists, OuterRef

from bureau.matters.filters import MatterFilter
from bureau.matters.search import matching
from bureau.org.posts import Post
from instructions import flow
from instructions.models import Instruction, Level, Meaning, Round


class InstructionFilter(MatterFilter):
    leader = filters.CharFilter(label="批示领导", method="by_leader")
    level = filters.ChoiceFilter(label="层级", choices=Level, method="of_round", empty_label="全部")
    meaning = filters.ChoiceFilter(label="批示要求", choices=Meaning, method="of_round", empty_label="全部")
    positive = filters.BooleanFilter(label="肯定性批示", method="favourable", widget=forms.CheckboxInput)
    state = filters.ChoiceFilter(label="状态", choices=flow.CHOICES, empty_label="全部")
    date = filters.DateFromToRangeFilter(
        label="批示日期",
        method="dated",
        widget=filters.widgets.RangeWidget(attrs={"type": "date"}),
    )

    class Meta:
        model = Instruction
        fields = [
            "q",
            "leader",
            "unit",
            "light",
            "state",
            "level",
            "meaning",
            "date",
            "due",
            "positive",
            "mine",
        ]

    def search(self, queryset, name, value):
        """The bureau and the leaders also by the leader's words; a unit only by what it was given of them."""
        person = self.request.user
        inside = person.functions or person.holds(Post.LEADER)
        return queryset.filter(matching(value, column="secret_words")) if inside else queryset.search(value)

    def by_leader(self, queryset, name, value):
        return queryset.filter(has_round(leader_name__icontains=value))

    def of_round(self, queryset, name, value):
        return queryset.filter(has_round(**{name: value}))

    def favourable(self, queryset, name, value):
        return queryset.filter(has_round(positive=True)) if value else queryset

    def dated(self, queryset, name, value):
        asked = {
            "date__gte": value.start and value.start.date(),
            "date__lte": value.stop and value.stop.date(),
        }
        return queryset.filter(has_round(**{term: day for term, day in asked.items() if day}))


def has_round(**conditions) -> Exists:
    return Exists(Round.objects.filter(instruction=OuterRef("pk"), **conditions))
