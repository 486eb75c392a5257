"""分管: which leader is in charge of which units, for which functions."""

from django import forms
from django.contrib import admin

from bureau.org.admin.base import OrgAdmin, SeenForm
from bureau.org.admin.site import administration
from bureau.org.models import Person, Portfolio
from bureau.org.posts import Function, Post
from bureau.org.served import left_without_leader


class PortfolioForm(SeenForm):
    functions = forms.MultipleChoiceField(label="业务", choices=Function, widget=forms.CheckboxSelectMultiple)

    class Meta:
        help_texts = {
            "all_units": "书记、县长等主管全面的领导勾选此项，不必逐个选单位。",
            "units": "可输入简称或拼音首字母查找。",
        }

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("all_units") and not cleaned.get("units"):
            self.add_error("units", "请选择分管的单位，或勾选「全部单位」。")
        return cleaned


@admin.register(Portfolio, site=administration)
class PortfolioAdmin(OrgAdmin):
    keepers = (Post.SECURITY,)  # it says what somebody may read
    several = True
    about = "哪位县领导分管哪些单位、哪项业务"
    form = PortfolioForm
    fields = ["leader", "functions", "all_units", "units"]
    list_display = ["leader", "function_words", "unit_words"]
    list_select_related = ["leader"]
    search_fields = ["leader__name", "units__short", "units__initials"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("units")

    def has_delete_permission(self, request, obj=None):
        return request.user.holds(*self.keepers)

    def delete_view(self, request, object_id, extra_context=None):
        """Asked with the names of the units that would be left without a leader."""
        portfolio = self.get_object(request, object_id)
        left = left_without_leader(portfolio) if portfolio else []
        names = "、".join(unit.short for unit in left)
        told = names and f"删除后，没有县领导分管：{names}。其延期等须分管领导审批的，改由局领导审批。"
        return super().delete_view(request, object_id, {"left": told, **(extra_context or {})})

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "leader":
            kwargs["queryset"] = Person.objects.filter(is_active=True, postings__post=Post.LEADER)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description="业务")
    def function_words(self, portfolio):
        return "、".join(Function(function).label for function in portfolio.functions)

    @admin.display(description="单位")
    def unit_words(self, portfolio):
        if portfolio.all_units:
            return "全部单位"
        return "、".join(unit.short for unit in portfolio.units.all())
