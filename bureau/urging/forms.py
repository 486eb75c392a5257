"""What a person writes when they issue a paper, or decide against it."""

from django import forms

from bureau.matters.printable import refuse_unprintable
from bureau.notices.models import Kind
from bureau.org.visible import VisibleField
from bureau.pages.fields import YEARS, words
from bureau.urging.models import Urging, Waiver

REMARKS = (
    "请说明未按时办理的原因，倒排工期，逐周报送进展。",
    "请主要负责人审签后回复。",
    "请一并报送佐证材料。",
)
REASONS = ("已电话说明，近日即可办结。", "延期申请正在审批。", "等待上级批复，责任不在承办单位。")


class MomentField(forms.DateTimeField):
    """A day and hour by the browser's own picker, of a year that a deadline can have."""

    def __init__(self, **kwargs):
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(widget=widget, input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"], **kwargs)
        self.error_messages["invalid"] = f"{self.label}不是一个存在的时间，请按 2026-12-31 15:00 的样子填写。"

    def to_python(self, value):
        try:
            at = super().to_python(value)
        except (OverflowError, ValueError) as unreal:
            raise forms.ValidationError(self.error_messages["invalid"]) from unreal
        if at and at.year not in YEARS:
            raise forms.ValidationError(f"{self.label}的年份应在{YEARS[0]}至{YEARS[-1]}之间，请核对。")
        return at


class IssueForm(forms.Form):
    """具体要求, and of a red card the talk."""

    talk_at = MomentField(label="约谈时间")
    talk_place = VisibleField(label="约谈地点", max_length=Urging._meta.get_field("talk_place").max_length)
    remark = words(
        "具体要求",
        Urging._meta.get_field("remark").max_length,
        required=False,
        help_text="可以不填。写进文书，承办单位看得到。",
    )

    def __init__(self, kind: str, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["remark"].phrases = REMARKS
        if kind != Kind.RED:
            del self.fields["talk_at"], self.fields["talk_place"]

    def clean(self):
        refuse_unprintable(self, "talk_place", "remark")
        return self.cleaned_data


class WaiveForm(forms.Form):
    reason = words("理由", Waiver._meta.get_field("reason").max_length, 3)

    def __init__(self, kind: str, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].phrases = REASONS
