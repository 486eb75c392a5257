"""投诉事由: the dictionary that the bureau edits."""

from django.contrib import admin

from bureau.org.admin.base import OrgAdmin
from bureau.org.admin.site import administration
from complaints.models import Cause


@admin.register(Cause, site=administration)
class CauseAdmin(OrgAdmin):
    about = "营商环境投诉按什么分类，各依据哪一条"
    list_display = ["label", "conduct", "basis", "active", "order"]
    list_editable = ["order"]
    list_minor = ("conduct",)
    list_filter = ["active"]
    search_fields = ["label", "conduct", "keywords"]
    search_help_text = "按事由、行为或关键词查找"
    fields = ["label", "conduct", "basis", "keywords", "order", "active"]
