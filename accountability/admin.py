"""问责方式 and the rules by which clues are proposed: tables that the bureau edits."""

from django.contrib import admin

from accountability.models import ClueRule, Measure
from bureau.org.admin.base import OrgAdmin
from bureau.org.admin.site import administration


@admin.register(Measure, site=administration)
class MeasureAdmin(OrgAdmin):
    about = "对单位、对个人可以采取的问责方式，由谁决定，影响期多长"
    list_display = ["label", "on_units", "on_persons", "organ", "months", "weight", "active"]
    list_minor = ("weight",)
    list_filter = ["organ", "active"]
    fields = [
        "key",
        "label",
        "on_units",
        "on_persons",
        "organ",
        "weight",
        "carrying",
        "within_days",
        "months",
        "promotion",
        "awards",
        "appraisal",
        "follows",
        "disciplinary",
        "basis",
        "active",
    ]


@admin.register(ClueRule, site=administration)
class ClueRuleAdmin(OrgAdmin):
    about = "办理情况到什么程度，系统提出作为问责线索"
    list_display = ["key", "threshold", "active"]
    fields = ["key", "threshold", "active"]
