"""工作日历: holidays and the weekend days worked instead."""

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from bureau.notices.admin.foreseen import ForeseenAdmin
from bureau.notices.admin.year import YEARS, YearForm
from bureau.org.admin.base import SeenForm, one_at_a_time
from bureau.org.admin.site import administration
from bureau.org.announced import announced_years, enter_year
from bureau.org.calendar import calendar_warnings
from bureau.org.models import WorkdayException
from bureau.org.noting import note
from bureau.org.worktime.days import WEEKDAYS


class WorkdayForm(SeenForm):
    working = forms.TypedChoiceField(
        label="安排",
        choices=[("off", "放假"), ("on", "上班（调休）")],
        coerce=lambda choice: choice == "on",
        widget=forms.RadioSelect,
    )

    class Meta:
        error_messages = {"day": {"unique": "这一天已经录入，请直接修改那一条。"}}
        help_texts = {"name": "节日名称，如「国庆节」；调休上班的日子写它补的是哪个节。"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "working" in self.initial:
            self.initial["working"] = "on" if self.initial["working"] else "off"

    def clean(self):
        cleaned = super().clean()
        day = cleaned.get("day")
        if day and cleaned.get("working") and day.weekday() < 5:
            self.add_error("working", f"这一天是{WEEKDAYS[day.weekday()]}，本来就上班，不必录入。")
        return cleaned


@admin.register(WorkdayException, site=administration)
class WorkdayAdmin(ForeseenAdmin):
    about = "放假和调休上班的日子，时限按它推算"
    form = WorkdayForm
    fields = ["day", "working", "name"]

    def has_delete_permission(self, request, obj=None):
        return request.user.holds(*self.keepers)

    def get_urls(self):
        enter = self.admin_site.admin_view(require_POST(self.enter_year))
        return [path("enter/", enter, name="org_workdayexception_enter"), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        return self.foresee(request, lambda: self.year(request))

    @transaction.atomic
    def year(self, request):
        """Show a whole year, and change the days of it that are ticked."""
        year = asked_year(request)
        if request.method == "POST":
            one_at_a_time(WorkdayException)
        form = YearForm(year, request.POST or None)
        if form.is_valid():
            self.record(request, form.save())
            return HttpResponseRedirect(f"{request.path}?year={year}")
        if request.method == "GET":
            for warning in calendar_warnings(timezone.localdate()):
                messages.warning(request, warning)
        return TemplateResponse(request, "admin/org/workdayexception/year.html", self.context(request, form))

    def context(self, request, form):
        return {
            **self.admin_site.each_context(request),
            "title": f"{form.year}年工作日历",
            "opts": self.opts,
            "form": form,
            "weekdays": [word[-1] for word in WEEKDAYS],
            "before": max(form.year - 1, YEARS[0]),
            "after": min(form.year + 1, YEARS[-1]),
            "announced_years": announced_years()[-4:],
        }

    def record(self, request, changes):
        if not changes:
            self.message_user(request, "没有改动：勾选的日子本来就是这样安排的。", messages.INFO)
            return
        note(request.user, f"修改工作日历：{'；'.join(changes)}")
        self.message_user(request, f"已保存 {len(changes)} 天。", messages.SUCCESS)

    def enter_year(self, request):
        return self.foresee(request, lambda: self.enter(request))

    def enter(self, request):
        """Enter one announced year; what was entered or changed by hand stays."""
        year = request.POST.get("year", "")
        listed = reverse("admin:org_workdayexception_changelist")
        if year not in map(str, announced_years()):
            self.message_user(
                request, "系统自带的放假安排里没有这一年，请按国务院办公厅通知逐日录入。", messages.ERROR
            )
            return HttpResponseRedirect(listed)
        with transaction.atomic():
            added = enter_year(int(year))
            note(request.user, f"录入{year}年放假安排：新录入{added}天")
        self.message_user(request, f"{year}年：新录入 {added} 天，已有的没有改动。", messages.SUCCESS)
        return HttpResponseRedirect(f"{listed}?year={year}")


def asked_year(request) -> int:
    asked = request.GET.get("year", "")
    return int(asked) if asked in map(str, YEARS) else timezone.localdate().year
