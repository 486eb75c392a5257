"""The values of a period: one indicator for all units on one page, cell by cell."""

from collections import Counter
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.generic import TemplateView

from appraisal import actions, states
from appraisal.actions.valuing import Written
from appraisal.boxes import boxes_of, leaves_of
from appraisal.forms.cells import Box, CellsForm
from appraisal.models import Indicator, Period, Value
from appraisal.policy import may_supply
from appraisal.reading import periods_seen
from appraisal.wording import rule_words
from bureau.matters.policy import No, Verdict, Yes
from bureau.org.actor import Actor
from bureau.org.posts import Function
from bureau.org.request import Request
from bureau.pages.drafting import Drafting
from bureau.pages.form_page import FormPage


def filled_by(person: Any, period: Period) -> list[Indicator]:
    """What this person types: the desk what no ledger supplies, a department what it supplies, while it is collected."""
    found: QuerySet[Indicator] = leaves_of(period).exclude(supplier=Indicator.Supplier.LEDGER)
    if person.sits_at(Function.APPRAISAL):
        return list(found)
    if period.state != states.COLLECTING:
        return []
    return [one for one in found if may_supply(person, one)]


def may_write(person: Any, period: Period) -> bool:
    """The desk also once the result was published: for a correction."""
    return period.state in states.OPEN or (
        period.state in states.FROZEN and person.sits_at(Function.APPRAISAL)
    )


def tell_written(request: Any, done: Written, boxes: list[Box]) -> None:
    """How many cells were kept, and which were not."""
    if done.kept or not done.clashed:
        messages.success(request, f"已保存{done.kept}个单位的数值。")
    if done.clashed:
        names = {box.cell: box.label for box in boxes}
        clashed = "、".join(names[cell] for cell in done.clashed)
        messages.warning(request, f"{clashed}的数值刚刚由别人改过，您填的没有覆盖它，请看过再改。")


class Grid(TemplateView):
    """Which indicators are to be filled, and how far each is."""

    request: Request
    template_name = "appraisal/grid.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.request.user
        period = get_object_or_404(periods_seen(person), pk=self.kwargs["pk"])
        found = filled_by(person, period)
        if not found:
            raise Http404
        self.request.place = "appraisal:list"
        units = Counter(period.appraised.values_list("scheme", flat=True))
        given = Counter(
            Value.objects.filter(appraised__period=period, indicator__in=found).values_list(
                "indicator", flat=True
            )
        )
        rows = [
            (one, rule_words(one), given[one.pk], 1 if one.unit_id else units[one.scheme_id]) for one in found
        ]
        return super().get_context_data(
            **kwargs, period=period, matter=period.matter, rows=rows, open=may_write(person, period)
        )


class FillGrid(Drafting, FormPage):
    """Two people may fill it at once: each cell is compared by itself."""

    template_name = "appraisal/fill_grid.html"
    asks_again = False  # the same numbers twice are no slip

    def find(self) -> Period:
        return get_object_or_404(periods_seen(self.request.user), pk=self.kwargs["pk"])

    @cached_property
    def indicator(self) -> Indicator:
        """Raises Http404 where it is not theirs to fill."""
        found = filled_by(self.request.user, self.record)
        one = next((one for one in found if one.pk == self.kwargs["indicator"]), None)
        if one is None:
            raise Http404
        return one

    def may(self) -> Verdict:
        self.indicator  # noqa: B018 asked for its 404
        if not may_write(self.request.user, self.record):
            return No("评分已经汇总，数值不能再改；确有差错的先“退回评分”。")
        return Yes()

    def form(self, *posted: Any) -> CellsForm:
        at_the_desk = self.request.user.sits_at(Function.APPRAISAL)
        return CellsForm(*posted, boxes=boxes_of(self.record, self.indicator), at_the_desk=at_the_desk)

    def take(self, form: Any) -> Written:
        return actions.valuing.write_values(Actor.of(self.request.user), self.record, form.typed)

    def tell(self, done: Written) -> None:
        tell_written(self.request, done, boxes_of(self.record, self.indicator))

    def leads_to(self, done: Written) -> str:
        if done.clashed:
            return reverse("appraisal:fill_grid", args=[self.record.pk, self.indicator.pk])
        return self.home()

    def home(self) -> str:
        return reverse("appraisal:grid", args=[self.record.pk])

    def place(self) -> str:
        return "appraisal:list"

    def context(self, form: Any) -> dict:
        return {
            "matter": self.record.matter,
            "frozen": self.record.state in states.FROZEN,
            "indicator": self.indicator,
            "rule_words": rule_words(self.indicator),
            "rows": list(form.rows()),
        }
