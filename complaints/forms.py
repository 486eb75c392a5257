"""Registering what came by telephone, letter or visit; and what only this room's pages ask for."""

from typing import Any, cast

from django import forms
from django.utils import timezone

from bureau.matters.printable import refuse_unprintable
from bureau.org.models import Person, Urgency
from bureau.pages.fields import DateField, FilesField, Words, unit_input, words
from bureau.pages.units_field import UnitField
from bureau.vault.particulars import LABELS as PARTICULARS
from bureau.vault.particulars import Particulars
from bureau.vault.scans import ScansField
from complaints.actions import Received, Told
from complaints.models import (
    AgreedItem,
    Cause,
    Channel,
    Complainant,
    Complaint,
    Coordination,
    IdentityMode,
    Reception,
)

LENGTHS = Complaint.LENGTHS
URGENCIES = [one for one in Urgency.choices if one[0] in ("flash", "urgent", "simple", "normal", "complex")]
MINUTE = "%Y-%m-%dT%H:%M"


def keep_private(form: forms.Form, *names: str) -> None:
    """No browser at the desk suggests to the next one who complained before."""
    for name in names:
        form.fields[name].widget.attrs["autocomplete"] = "off"


def line(label: str, limit: int, help_text: str = "", **kwargs: Any) -> Words:
    return Words(label=label, max_length=limit, help_text=help_text, required=False, **kwargs)


class CaseForm(forms.Form):
    """What is complained about."""

    facts = words("反映的内容", LENGTHS["facts"], 4, help_text="什么事、何时何地、谁做的。不写投诉人是谁。")
    respondent = UnitField(
        label="被投诉单位",
        required=False,
        handling=False,
        help_text="全称、简称或拼音首字母。",
    )
    place = line("发生地点", LENGTHS["place"])
    cause = forms.ModelChoiceField(
        label="投诉事由", queryset=Cause.objects.filter(active=True), required=False, empty_label="请选择"
    )
    demand = line("诉求", LENGTHS["demand"])
    identity_mode = forms.ChoiceField(label="身份方式", choices=IdentityMode, initial=IdentityMode.NAMED)
    urgency = forms.ChoiceField(label="办理类别", choices=URGENCIES, initial=Urgency.NORMAL)
    respondent_words = line(
        "被投诉人员职务或其他对象", LENGTHS["respondent_words"], "写职务，不写姓名；不是单位的写在这里。"
    )
    happened = line("发生时间", LENGTHS["happened"], "如：11月中旬起，每天上午。")
    complainant = forms.ChoiceField(
        label="投诉人类别", choices=[("", "未说明"), *Complainant.choices], required=False
    )
    told_before = line("曾向其他机关反映", LENGTHS["told_before"], "向哪个机关、何时、结果怎样。")
    wants_reply = forms.BooleanField(label="要求答复", required=False, initial=True)

    def clean(self) -> None:
        refuse_unprintable(self, "place", "demand", "happened")

    def told(self) -> Told:
        given = self.cleaned_data
        return Told(**{name: given[name] for name in Told.__dataclass_fields__})

    def clean_cause(self) -> Cause | None:
        if (cause := self.cleaned_data["cause"]) is None:
            raise forms.ValidationError("请选择投诉事由。")
        return cause


class RegisterForm(CaseForm):
    """登记来电来信来访, at the telephone: ten fields before the eyes, the rest folded away."""

    channel = forms.ChoiceField(label="渠道", choices=Channel, initial=Channel.CALL)
    name = line("投诉人姓名", 40)
    phone = line("投诉人电话", 40)
    enterprise = line("投诉企业名称", 80)
    licence = line("统一社会信用代码", 40)
    address = line("投诉人住址", 120)
    answer = words(
        "当场答复",
        Reception.ANSWER_LENGTH,
        2,
        required=False,
        help_text="当场就能答复的咨询，写下答复，按“当场答复，到此为止”；投诉人各栏不用填，也不保存。",
    )
    persons = forms.IntegerField(label="人次", min_value=1, max_value=9999, initial=1)
    representatives = forms.IntegerField(
        label="代表人数", min_value=1, max_value=9999, initial=1, help_text="集体来访不超过5人。"
    )
    received_at = forms.DateTimeField(
        label="收到时间",
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MINUTE),
        input_formats=[MINUTE, "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"],
        help_text="不填就是现在。受理审查的时限从收到之时起算。",
    )
    late_reason = line("补登原因", Reception.REASON_LENGTH, "收到超过1个工作日才登记的须填写。")
    order_number = line("工单编号", 40, "12345转来的照填。")
    files: Any = FilesField(
        label="证据材料", required=False, help_text="可不传。PDF、图片、Word、Excel；不要有投诉人的名字。"
    )

    letters: Any = ScansField(
        label="来信扫描件",
        required=False,
        help_text="可不传。信上有投诉人的名字，随身份密存；PDF、图片。",
    )

    field_order = (
        "facts",
        "channel",
        "name",
        "phone",
        "enterprise",
        "identity_mode",
        "respondent",
        "place",
        "cause",
        "demand",
    )
    folded = (
        "answer",
        "urgency",
        "persons",
        "representatives",
        "received_at",
        "late_reason",
        "order_number",
        "respondent_words",
        "happened",
        "complainant",
        "licence",
        "address",
        "told_before",
        "wants_reply",
        "files",
        "letters",
    )

    def __init__(self, *args: Any, person: Person, answers: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.answers = answers
        self.order_fields((*self.field_order, *self.folded))
        self.fields["facts"].widget.attrs["autofocus"] = True
        keep_private(self, "name", "phone", "enterprise", "licence", "address")
        for name in ("files", "letters"):
            cast(FilesField, self.fields[name]).of(person)

    def clean_cause(self) -> Cause | None:
        return self.cleaned_data["cause"] if self.answers else super().clean_cause()

    def clean(self) -> None:
        super().clean()
        if self.answers and not self.cleaned_data.get("answer"):
            self.add_error("answer", "当场答复的请写下答复；要登记为投诉的，按“登记投诉”。")
        for name in ("facts", "answer") if self.answers else ():
            if told := self.who().said_in(self.cleaned_data.get(name) or ""):
                self.add_error(name, f"写出了来电人的{'、'.join(told)}；当场答复的不保存来电人，请改写。")

    @property
    def unfolded(self) -> bool:
        """Something folded away is wrong, or is what was asked for."""
        return self.answers or any(name in self.folded for name in self.errors)

    def who(self) -> Particulars:
        return Particulars(**{name: self.cleaned_data.get(name) or "" for name in PARTICULARS})

    def received(self) -> Received:
        given = self.cleaned_data
        names = ("channel", "persons", "representatives", "late_reason", "order_number")
        at = given["received_at"] or timezone.now()
        return Received(received_at=at, **{name: given[name] for name in names})


class RepresentativeForm(forms.Form):
    """另一名代表 of those who came together."""

    name = line("姓名", 40)
    phone = line("电话", 40)
    enterprise = line("企业名称", 80)
    address = line("住址", 120)
    letters: Any = ScansField(label="来信扫描件", required=False)

    def __init__(self, *args: Any, person: Person) -> None:
        super().__init__(*args)
        keep_private(self, "name", "phone", "enterprise", "address")
        cast(FilesField, self.fields["letters"]).of(person)

    def who(self) -> Particulars:
        names = ("name", "phone", "enterprise", "address")
        return Particulars(**{name: self.cleaned_data.get(name) or "" for name in names})


class EditForm(CaseForm):
    """What was registered, mended; of who complains nothing stands here."""

    field_order = ("facts", "respondent", "place", "cause", "demand")

    @staticmethod
    def of(complaint: Complaint) -> dict:
        """Initial values from what is registered."""
        told = {name: getattr(complaint, name) for name in Told.__dataclass_fields__}
        return told | {"urgency": complaint.matter.urgency}


class CoordinationForm(forms.Form):
    """现场协调: who went where; what was agreed stands in `AgreedForm`s beside it."""

    held_on = DateField(label="日期", initial=timezone.localdate)
    place = Words(label="地点", max_length=Coordination.LENGTHS["place"])
    went = Words(
        label="督查局参加人员",
        max_length=Coordination.LENGTHS["went"],
        help_text="写职务，如：副局长、督查员。",
    )
    present = words(
        "到场单位和人员", Coordination.LENGTHS["present"], 2, help_text="写单位和职务；不写投诉人是谁。"
    )
    minutes = words("协调情况", Coordination.LENGTHS["minutes"], 5)

    def clean(self) -> None:
        refuse_unprintable(self, "place", "went", "present", "minutes")


class AgreedForm(forms.Form):
    who = Words(label="责任方", max_length=AgreedItem.WHO_LENGTH, widget=unit_input())
    what = Words(label="议定内容", max_length=AgreedItem.WHAT_LENGTH)
    until = DateField(label="完成时限")

    def clean(self) -> None:
        refuse_unprintable(self, "who", "what")


class BaseAgreed(forms.BaseFormSet):
    def clean(self) -> None:
        if not any(form.has_changed() for form in self.forms):
            raise forms.ValidationError("请至少填写一项议定内容：谁、做什么、何时完成。")


AgreedForms = forms.formset_factory(AgreedForm, formset=BaseAgreed, extra=4, max_num=12)


class CarriedOutForm(forms.Form):
    done_on = DateField(label="完成日期", initial=timezone.localdate)
    words = words("落实情况", AgreedItem.DONE_LENGTH, 3)
