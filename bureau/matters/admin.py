"""并入另一单位: a page of 系统管理 that stands above the matters, to show first what would go over."""

from datetime import date
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from bureau.jobs.models import Job
from bureau.jobs.work import start
from bureau.matters.jobs import MERGE
from bureau.matters.merger import foreseen as mergers
from bureau.org.admin import administration
from bureau.org.models import Person, Unit
from bureau.org.noting import note
from bureau.org.request import Request
from bureau.pages.fields import DateField

STARTED = '正在后台办理合并。<a href="{}">看进度</a>'


class MergeForm(forms.Form):
    into = forms.ModelChoiceField(
        label="并入单位",
        queryset=Unit.objects.none(),
        error_messages={
            "required": "请选择“并入单位”。",
            "invalid_choice": "“并入单位”请从选单里选一个在用的单位。",
        },
    )
    on = DateField(
        label="并入日期",
        initial=timezone.localdate,
        help_text="按批复机构合并的文件填写。",
        error_messages={"required": "请填写“并入日期”。"},
    )

    def __init__(self, unit: Unit, *args: Any) -> None:
        super().__init__(*args)
        self.unit = unit
        cast(forms.ModelChoiceField, self.fields["into"]).queryset = Unit.objects.filter(active=True).exclude(
            pk=unit.pk
        )

    def clean(self) -> dict[str, Any]:
        super().clean()
        given = self.cleaned_data
        if not self.errors and (why := mergers.why_not(self.unit, given["into"], given["on"])):
            raise forms.ValidationError(why)
        return given


@administration.page("org/unit/<int:pk>/merge/", name="org_unit_merge")
def merge_unit(request: Request, pk: int) -> HttpResponse:
    """Asked first; confirmed, the worker does it, all or nothing."""
    unit = get_object_or_404(Unit, pk=pk)
    if unit.merged_into:
        messages.warning(request, f"{unit.short}已于{unit.merged_on}并入{unit.merged_into.short}。")
        return back_to(unit)
    form = MergeForm(unit, request.POST or None)
    asked = form.cleaned_data if form.is_valid() else None
    if asked and "confirmed" in request.POST:
        job = begin(request.user, unit, **asked)
        messages.success(request, format_html(STARTED, job.get_absolute_url()))
        return back_to(unit)
    context = {
        **administration.each_context(request),
        "title": "并入另一单位",
        "unit": unit,
        "found": mergers.foreseen(unit, asked["into"] if asked else None),
        "form": form,
        "asked": asked,
    }
    return TemplateResponse(request, "admin/org/unit/merge.html", context)


def begin(person: Person, unit: Unit, into: Unit, on: date) -> Job:
    """The job; its transaction may wait for those who write on the unit's matters."""
    note(person, f"提请合并：{unit.short}并入{into.short}，{on}")
    return start(person, MERGE, f"{unit.short}并入{into.short}", old=unit.pk, into=into.pk, on=f"{on}")


def back_to(unit: Unit) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("admin:org_unit_change", args=[unit.pk]))
