"""督办规则: the page of the one row."""

from django.contrib import admin
from django.http import HttpResponseRedirect
from django.urls import reverse

from bureau.notices.admin.foreseen import ForeseenAdmin
from bureau.org.admin.site import administration
from bureau.org.models import Regulation


@admin.register(Regulation, site=administration)
class RegulationAdmin(ForeseenAdmin):
    about = "延期的次数和天数，批示件由谁经办"
    fields = [
        "extensions_most",
        "first_extension_days",
        "ask_before_workdays",
        "cases_approved_by",
        "instructions_officer",
    ]

    def has_add_permission(self, request):
        return False

    def changelist_view(self, request, extra_context=None):
        """There is one row: its list is its form."""
        return HttpResponseRedirect(reverse("admin:org_regulation_change", args=[1]))

    def get_object(self, request, object_id, from_field=None):
        """Before anything was entered the form shows the defaults."""
        return Regulation.current() if object_id == "1" else None
