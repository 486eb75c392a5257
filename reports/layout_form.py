"""A layout to be filled in."""

from django import forms

from bureau.org.visible import VisibleField
from reports.models import Bulletin, Layout

LARGEST = 99_999


class LayoutForm(forms.ModelForm):
    next_no = forms.IntegerField(
        label="下一期的期号",
        required=False,
        min_value=1,
        max_value=LARGEST,
        help_text="本年已在别处编到第几期的，从这里接着编；不填就接着系统里的编。",
    )
    next_total = forms.IntegerField(
        label="下一期的总期号", required=False, min_value=1, max_value=LARGEST, help_text="同上，历年总数。"
    )

    class Meta:
        model = Layout
        fields = [
            "series",
            "plate",
            "head",
            "numbering",
            "rates",
            "main_to",
            "signed_off",
            "report_to",
            "send_to",
            "issue_to",
            "copy_to",
            "note",
            "copies",
        ]
        words = ("head", "main_to", "report_to", "send_to", "issue_to", "copy_to", "note")
        field_classes = dict.fromkeys(words, VisibleField)
        widgets = {name: forms.Textarea(attrs={"rows": 2}) for name in words[1:6]}
        help_texts = {
            "head": "如“督办通报”“督察通报”“政务督查”；不填即种类的名称。",
            "main_to": "以下各项是起草时填好的内容，每一期都可以改；不填的照通常的写。",
            "note": "函用，如“联系人：××，电话：××”。",
            "copy_to": "函用。",
            "signed_off": "正文后印发文机关名称和日期。",
        }

    def clean_copies(self):
        copies = self.cleaned_data["copies"]
        if copies is not None and not 1 <= copies <= Bulletin.MOST_COPIES:
            raise forms.ValidationError(f"印发份数应在 1 至 {Bulletin.MOST_COPIES} 份之间。")
        return copies

    def validate_unique(self):
        """The verb says it in a sentence."""
