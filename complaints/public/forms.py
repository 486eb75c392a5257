"""What an enterprise fills in. Nothing of it is suggested, remembered or shown again but the text it typed just now."""

from typing import Any

from django import forms

from bureau.files import store
from bureau.org.visible import VisibleField
from bureau.pages.fields import words
from bureau.vault.particulars import CODE_DIGITS, Particulars
from bureau.vault.scans import ScansField
from complaints.models import Cause, Complainant, Complaint, IdentityMode, Satisfaction

LENGTHS = Complaint.LENGTHS
TOLD = "这里写出了您的{what}。这一栏会给经办单位看，请改写；您是谁只填在下面“您是谁”各栏里。"
MODES = [
    (IdentityMode.CONFIDENTIAL.value, "实名，请保密（经办单位看不到您是谁）"),
    (IdentityMode.ANONYMOUS.value, "匿名（不留姓名、电话）"),
]


def line(label: str, most: int, help_text: str = "", **kwargs: Any) -> VisibleField:
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return VisibleField(
        label=label, max_length=most, help_text=help_text, widget=widget, required=False, **kwargs
    )


class ReportForm(forms.Form):
    facts = words("反映的问题", 2000, 6, help_text="什么事、什么时候、在哪里、谁做的。请不要写您是谁。")
    cause = forms.ModelChoiceField(
        label="属于哪一类",
        queryset=Cause.objects.filter(active=True),
        empty_label="请选择",
        error_messages={"required": "请选择属于哪一类；拿不准的选最接近的。"},
    )
    respondent_words = line("反映的单位", LENGTHS["respondent_words"])
    place = line("发生地点", LENGTHS["place"])
    happened = line("发生时间", LENGTHS["happened"])
    demand = line("您的要求", LENGTHS["demand"])
    complainant = forms.ChoiceField(label="您是", choices=Complainant, initial=Complainant.ENTERPRISE)
    identity_mode = forms.ChoiceField(
        label="身份方式", choices=MODES, initial=MODES[0][0], widget=forms.RadioSelect
    )
    name = line("姓名", 40)
    phone = line("电话", 40)
    enterprise = line("企业名称", 80)
    evidence: Any = ScansField(
        label="证据材料",
        required=False,
        help_text="可不传。PDF或图片，每个不超过10 MB；加密保存，只有督查局的受理、经办人员和局领导能看。",
    )

    def clean(self) -> None:
        given, who = self.cleaned_data, self.who()
        anonymous = given.get("identity_mode") == IdentityMode.ANONYMOUS
        if anonymous and (who.name or who.phone or who.enterprise):
            self.add_error(
                "identity_mode", "选了匿名，就不要填姓名、电话、企业名称；愿意留下的请选“实名，请保密”。"
            )
        if not anonymous and not (who.name or who.enterprise):
            self.add_error("name", "实名的请填姓名或者企业名称；不愿意留下的请选匿名。")
        for name in ("facts", "respondent_words", "place", "happened", "demand"):
            if told := who.said_in(given.get(name) or ""):
                self.add_error(name, TOLD.format(what="、".join(told)))

    def drop_evidence(self) -> None:
        """Of a form that was not taken nothing stays, and it says so."""
        if not (kept := self.fields["evidence"].input.kept):  # type: ignore[attr-defined]
            return
        for file in kept:
            store.drop_sealed(file.sha256)
        self.add_error("evidence", "投诉还没有提交，选好的证据材料没有留下，请重新选择。")

    def who(self) -> Particulars:
        names = ("name", "phone", "enterprise")
        return Particulars(**{name: self.cleaned_data.get(name) or "" for name in names})


class CodeForm(forms.Form):
    code = forms.CharField(
        label="查询码",
        max_length=40,
        help_text=f"提交时给您的{CODE_DIGITS}位数字，有没有空格都可以。",
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
        error_messages={"required": "请填写查询码。"},
    )


class AddForm(forms.Form):
    text = words("补充的情况", 1000, 4)


class SayForm(forms.Form):
    satisfaction = forms.ChoiceField(
        label="您对处理结果", choices=Satisfaction.choices[:3], widget=forms.RadioSelect
    )
    words = words("您的意见", 500, 3, required=False, help_text="不满意的请写明为什么。")

    def clean(self) -> None:
        dissatisfied = self.cleaned_data.get("satisfaction") == Satisfaction.DISSATISFIED
        if dissatisfied and not self.cleaned_data.get("words"):
            self.add_error("words", "请写明为什么不满意。")
