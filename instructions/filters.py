"""What the ledger of instructions can be asked. No answer tells more than the reader reads anyway: the words and the
rounds that a unit was not given are neither searched nor filtered by for it."""

from functools import cached_property
from typing import Any
from urllib.parse import urlencode

import django_filters as filters
from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet

from bureau.matters.access.visibility import reads_all_above, where_reads_above
from bureau.matters.filters import (
    MatterFilter,
    SecretWordsFilter,
    VisibleFilter,
    days,
    hidden,
    hidden_leader,
)
from bureau.org.models import Person
from bureau.org.posts import Post
from instructions import flow
from instructions.figures import NTH, Figure, conditions, handler, joined, nth, sees_figures, stands_at
from instructions.models import Instruction, Level, Meaning, Round

SELF = "我"  # a leader who looks
COUNTED = ("figure", "first", "first_level", "lead", "ordered", "nth")


class InstructionFilter(SecretWordsFilter):
    leader = VisibleFilter(label="批示领导", method="by_leader")
    level = filters.ChoiceFilter(label="层级", choices=Level, method="of_round", empty_label="全部")
    meaning = filters.ChoiceFilter(label="批示要求", choices=Meaning, method="of_round", empty_label="全部")
    positive = filters.BooleanFilter(label="肯定性批示", method="favourable", widget=forms.CheckboxInput)
    state = filters.ChoiceFilter(label="状态", choices=flow.CHOICES, empty_label="全部")
    date = days("批示日期", method="dated")
    received = days("登记日期", field_name="matter__registered_at")
    figure = hidden(filters.ChoiceFilter, "统计", choices=Figure, method="counted")
    first = hidden(VisibleFilter, "首批领导", method="first_by")
    first_level = hidden(filters.ChoiceFilter, "首批层级", choices=Level, method="first_of")
    lead = hidden(VisibleFilter, "牵头承办", method="led_by")
    ordered = hidden_leader("批示人", "ordered_by")
    nth = hidden(filters.ChoiceFilter, "办到", choices=NTH, method="at_round")

    more = (*MatterFilter.more, "level", "meaning", "received", "due", "positive")

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
            "received",
            "due",
            "positive",
            *MatterFilter.more,
            *COUNTED,
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not sees_figures(self.request.user):
            for name in COUNTED:
                del self.form.fields[name]

    @cached_property
    def above(self) -> Q | None:
        """Where the reader reads what is not for units; None: everywhere."""
        person = self.request.user
        return None if reads_all_above(person) else where_reads_above(person, "matter")

    def has_round(self, **terms: object) -> Q:
        rounds = Round.objects.filter(instruction=OuterRef("pk"), **terms)
        if self.above is None:
            return Q(Exists(rounds))
        return Q(Exists(rounds.exclude(told=""))) | self.above & Q(Exists(rounds))

    @property
    def ready(self) -> list[tuple[str, str]]:
        own = [("我批示的", urlencode({"leader": SELF}))] if self.request.user.holds(Post.LEADER) else []
        return own + super().ready

    def by_leader(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        if value == SELF and self.request.user.holds(Post.LEADER):
            return queryset.filter(self.has_round(leader=self.request.user))
        return queryset.filter(self.has_round(leader_name__icontains=value))

    def of_round(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        return queryset.filter(self.has_round(**{name: value}))

    def favourable(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        return queryset.filter(self.has_round(positive=True)) if value else queryset

    def dated(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        ends = {"date__gte": value.start, "date__lte": value.stop}
        return queryset.filter(self.has_round(**{term: end.date() for term, end in ends.items() if end}))

    def counted(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        return joined(queryset).filter(conditions(self.lights)[value])

    def first_by(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        return joined(queryset).filter(opening__leader_name=value)

    def first_of(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        return joined(queryset).filter(opening__level=value)

    def led_by(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        return joined(queryset).alias(handler=handler()).filter(handler=value)

    def ordered_by(self, queryset: QuerySet, name: str, value: Person) -> QuerySet:
        return queryset.filter(self.has_round(leader=value))

    def at_round(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        return queryset.alias(nth=nth()).filter(stands_at(value))
