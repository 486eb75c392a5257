"""The results of a period, series by series; and what another weighing would make of it."""

import copy
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import F
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.generic import TemplateView

from appraisal import states
from appraisal.document import document_of
from appraisal.models import Appraised, Scheme
from appraisal.reading import parts_seen, periods_seen, reads_whole
from appraisal.reckoning import Line, reckon_documents
from appraisal.views.desk_only import DeskOnly
from bureau.jobs.barred import Barred
from bureau.org.request import Request

PLACE = "appraisal:list"


class Results(TemplateView):
    """For who reads the whole period at any time, for every unit once it was published: ranks only inside a series."""

    request: Request
    template_name = "appraisal/results.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.request.user
        period = get_object_or_404(periods_seen(person), pk=self.kwargs["pk"])
        self.request.place = PLACE
        if not (reads_whole(person, period) or period.state in states.FROZEN):
            raise Http404
        found = Appraised.objects.filter(period=period).select_related("assignment__unit", "scheme")
        ranked = found.order_by(
            "scheme__series", F("rank").asc(nulls_last=True), "assignment__unit__order", "pk"
        )
        opened = set(parts_seen(person).filter(period=period).values_list("pk", flat=True))
        return super().get_context_data(
            **kwargs,
            period=period,
            matter=period.matter,
            parts=ranked,
            opened=opened,
            results=period.results.select_related("scheme", "by__unit", "corrects"),
        )


class WeightsForm(forms.Form):
    """Another full mark for each indicator that has a rule or children; nothing is saved."""

    def __init__(self, *args: Any, document: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place, item in enumerate(walk(document["scheme"]["items"])):
            name = item["name"] + ("（个性）" if item.get("only") else "")
            self.fields[f"full_{place}"] = forms.DecimalField(
                label=f"{item['key']} {name}",
                max_digits=7,
                decimal_places=2,
                min_value=Decimal("0.01"),
                initial=item["full"],
            )


def walk(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for item in items:
        yield item
        yield from walk(item.get("items", []))


class WhatIf(DeskOnly, TemplateView):
    """试算: one series under other weights."""

    request: Request
    template_name = "appraisal/what_if.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        period = get_object_or_404(periods_seen(self.request.user), pk=self.kwargs["pk"])
        self.request.place = PLACE
        schemes = list(period.schemes.order_by("series"))
        asked = self.request.GET.get("scheme", "")
        scheme = next((one for one in schemes if str(one.pk) == asked), schemes[0])
        document = document_of(period, scheme)
        data = self.request.GET if "full_0" in self.request.GET else None
        form = WeightsForm(data, document=document)
        rows, refused = compared(scheme, document, form)
        return super().get_context_data(
            **kwargs,
            period=period,
            matter=period.matter,
            schemes=schemes,
            scheme=scheme,
            form=form,
            rows=rows,
            refused=refused,
        )


def compared(
    scheme: Scheme, document: dict[str, Any], form: WeightsForm
) -> tuple[list[tuple[Line, Line]], str]:
    """(as it is, as it would be) by the new rank; and why it cannot be reckoned."""
    changed = copy.deepcopy(document)
    if form.is_bound:
        if not form.is_valid():
            return [], ""
        for place, item in enumerate(walk(changed["scheme"]["items"])):
            item["full"] = f"{form.cleaned_data[f'full_{place}'].normalize():f}"
    try:
        before, after = (reckon_documents([(scheme, one)]).lines for one in (document, changed))
    except Barred as barred:
        return [], str(barred)
    units = [int(raw["key"]) for raw in document["subjects"]]
    rows = [(before[unit], after[unit]) for unit in units]
    return sorted(rows, key=lambda row: (row[1].rank is None, row[1].rank or 0)), ""
