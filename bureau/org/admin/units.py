"""单位: who supervises and who is supervised."""

from django import forms
from django.contrib import admin, messages

from bureau.org.admin.base import OrgAdmin, SeenForm
from bureau.org.admin.site import administration
from bureau.org.in_hand import in_hand
from bureau.org.models import Unit
from bureau.org.noting import note
from bureau.org.reporting import lines_changed

IN_HAND = "{units}。停用后选单里不再有它，这些事项仍由它承办；要换单位承办的，先改交，或用“并入另一单位”。"


class UnitForm(SeenForm):
    leaves_work = forms.BooleanField(
        label="还有在办事项，仍要停用",
        required=False,
        help_text="本单位还牵头在办事项；停用时须勾选。",
    )

    class Meta:
        error_messages = {
            "name": {"unique": "已有单位用这个全称。"},
            "short": {"unique": "已有单位用这个简称。"},
        }
        help_texts = {
            "mark": "发文代字，如「桃水」，可以不填。",
            "initials": "留空则自动生成；多音字读错时在此改正。",
            "order": "数字小的排在前面。",
            "superior": "它的主管单位；投诉本单位的事项，上级单位同样须回避。改了随即适用于在办的：正由它承办的，退回督查局另行交办。",
            "active": "不再使用的单位去掉勾选即可：不再出现在选单中，往来记录保留。与别的单位合并的，用本页上方的“并入另一单位”。",
        }

    def clean(self):
        """Whoever puts a unit out of use that still leads something says that they mean it."""
        cleaned = super().clean()
        stops = self.instance.pk and self.initial.get("active") and cleaned.get("active") is False
        if stops and not cleaned.get("leaves_work") and (held := in_hand([self.instance])):
            told = IN_HAND.format(units="，".join(held))
            self.add_error("leaves_work", f"{told}确需停用的，请勾选后再保存。")
        return cleaned


@admin.register(Unit, site=administration)
class UnitAdmin(OrgAdmin):
    several = True
    about = "谁督查、谁被督查：全称、简称、类别、排序"
    form = UnitForm
    list_display = [
        "name",
        "short",
        "unit_class",
        "mark",
        "initials",
        "supervisable",
        "active",
        "order",
    ]
    list_editable = ["order"]
    list_minor = ("initials",)
    list_filter = ["unit_class", "active", "supervisable", "countersigns"]
    search_fields = ["name", "short", "aliases", "initials"]
    search_help_text = "按全称、简称、别称或拼音首字母查找，如：县水利局、xslj"
    fieldsets = [
        (None, {"fields": ["name", "short", "aliases", "mark", "initials"]}),
        (None, {"fields": ["unit_class", "superior", "order", "supervisable", "countersigns", "active"]}),
    ]
    actions = ["put_out_of_use", "put_into_use"]

    def get_readonly_fields(self, request, unit=None):
        """A merged unit does not come back."""
        return ["active", "merged_into", "merged_on"] if unit and unit.merged_into_id else []

    def get_fieldsets(self, request, unit=None):
        found = super().get_fieldsets(request, unit)
        if unit and unit.active and in_hand([unit]):
            found = [*found, (None, {"fields": ["leaves_work"]})]
        if not unit or not unit.merged_into_id:
            return found
        left = [
            (words, {**group, "fields": [name for name in group["fields"] if name != "active"]})
            for words, group in found
        ]
        return [("机构合并", {"fields": ["merged_into", "merged_on"]}), *left]

    def save_model(self, request, unit, form, change):
        """What the form does not show stays as it is, also where a merger was faster."""
        kept = [name for name in form.changed_data if name != "leaves_work"]
        unit.save(update_fields=[*kept, "initials"] if change else None)
        if change and "superior" in kept:
            lines_changed()

    @admin.action(description="停用所选单位")
    def put_out_of_use(self, request, units):
        if held := in_hand(list(units)):
            told = IN_HAND.format(units="，".join(held))
            self.message_user(
                request, f"没有停用：{told}确需停用的，请逐个打开，勾选后停用。", messages.ERROR
            )
            return
        self.message_user(
            request, f"已停用 {self._switch(request, units.filter(active=True), False)} 个单位。"
        )

    @admin.action(description="启用所选单位")
    def put_into_use(self, request, units):
        done = self._switch(request, units.filter(active=False, merged_into=None), True)
        self.message_user(request, f"已启用 {done} 个单位。")
        if merged := units.filter(merged_into__isnull=False):
            names = "、".join(unit.short for unit in merged)
            self.message_user(request, f"{names}已并入其他单位，不能再启用。", messages.WARNING)

    def _switch(self, request, units, active: bool) -> int:
        """How many were put out of use, or into it."""
        switched = list(units)
        Unit.objects.filter(pk__in=[unit.pk for unit in switched]).update(active=active)
        for unit in switched:
            note(request.user, f"{'启用' if active else '停用'}单位{unit}")
        return len(switched)
