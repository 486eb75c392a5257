"""A mailing list to be filled in."""

from django import forms

from bureau.org.visible import VisibleField
from bureau.pages.units_field import UnitsField
from reports.addressing import leaders
from reports.models import Mailing


class MailingForm(forms.ModelForm):
    readers = forms.ModelMultipleChoiceField(
        label="送阅领导", queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )
    units = UnitsField(
        label="送达单位",
        required=False,
        handling=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="用顿号隔开，可写“各乡镇”。",
    )

    class Meta:
        model = Mailing
        fields = ["name", "report_to", "send_to", "issue_to"]
        field_classes = dict.fromkeys(fields, VisibleField)
        widgets = {name: forms.Textarea(attrs={"rows": 2}) for name in ("report_to", "send_to", "issue_to")}
        help_texts = {"report_to": "留空的，套用时不改草稿里的。"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["readers"].queryset = leaders()
        if self.instance.pk:
            self.initial["readers"] = list(self.instance.readers.all())
            self.initial["units"] = "、".join(unit.short for unit in self.instance.units.all())

    def validate_unique(self):
        """The verb says it in a sentence."""
