"""Registering a paper and a decision by hand."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from bureau.matters.forms import title_field
from bureau.matters.models import Secrecy
from bureau.matters.printable import refuse_unprintable
from bureau.org.models import Urgency
from bureau.org.visible import VisibleField
from bureau.pages.fields import DateField, Words, words
from bureau.pages.units_field import UnitField, UnitsField
from directives.actions import Decision
from directives.goal_asks import BASE, PLAN, STAGES, TARGET
from directives.models import PAPERS, Cadence, Source
from directives.stages import as_typed, read_stages
from directives.targets import FIELDS, Wrong, target_in_fields

URGENCIES = [one for one in Urgency.choices if one[0] != Urgency.SIMPLE]  # that is a class of complaints


class DecisionForm(forms.Form):
    """One decision; cleans to the shape that the verbs take. `day`: that of the paper, from which dates are read."""

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.day = day

    passage = VisibleField(
        label="原文",
        max_length=8000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "autofocus": True}),
        help_text="照来文录入这一项的原话，牵头单位、协办单位和时限一并录入。",
    )
    title = title_field()
    lead = UnitField(label="牵头单位", help_text="只填一家：全称、简称或拼音首字母。")
    co = UnitsField(label="协办单位", required=False, help_text="多家用顿号隔开；“各乡镇”即全部乡镇。")
    due = DateField(
        label="办理时限", required=False, help_text="来文写明的日期；没有写明的，交办时按办理时限表计算。"
    )
    urgency = forms.ChoiceField(label="办理类别", choices=URGENCIES, initial=Urgency.MINUTES)
    cadence = forms.ChoiceField(
        label="长期事项报告周期", choices=[("", "不是长期事项"), *Cadence.choices], required=False
    )
    target = TARGET.field()
    base = BASE.field()
    plan = PLAN.field()
    stages = STAGES.field()
    leader = VisibleField(label="责任领导", max_length=60, required=False)
    category = VisibleField(label="类别", max_length=60, required=False)
    asked = VisibleField(
        label="办理要求", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    remark = VisibleField(label="备注", max_length=500, required=False)
    secrecy = forms.ChoiceField(
        label="范围",
        choices=Secrecy,
        initial=Secrecy.NORMAL,
        help_text="限阅：只有经办督查员、局领导、分管县领导和获得授权的人能看到。",
    )

    def clean(self) -> None:
        refuse_unprintable(self, "title", "leader", "asked")
        given = self.cleaned_data
        try:
            given["goal"] = target_in_fields(given, self.day)
            words, due, cadence = given.get("stages", ""), given.get("due"), given.get("cadence", "")
            given["staged"] = read_stages(words, self.day, due, cadence)
        except Wrong as wrong:
            self.add_error(wrong.field, str(wrong))

    def decision(self) -> Decision:
        values = dict(self.cleaned_data)
        values["co"] = tuple(values["co"])
        values["stages"] = values.pop("staged")
        for name in FIELDS:
            del values[name]
        return Decision(**values, recurring=bool(values["cadence"]))

    @staticmethod
    def of(decision: Decision) -> dict:
        """Initial values from what is registered."""
        names = [name for name in DecisionForm.base_fields if name not in FIELDS]
        goal = decision.goal.typed if decision.goal else {}
        return (
            {name: getattr(decision, name) for name in names} | goal | {"stages": as_typed(decision.stages)}
        )


class SourceForm(forms.ModelForm):
    """The paper itself."""

    class Meta:
        model = Source
        fields = ["kind", "organ", "title", "number", "date"]
        field_classes = {"date": DateField} | dict.fromkeys(("organ", "title", "number"), VisibleField)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = self.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)
        kind.choices = [("", "请选择"), *PAPERS]


class HotIssueForm(forms.Form):
    """群众热点: what moves the people, where the bureau heard of it, and when."""

    title = Words(
        label="热点问题",
        max_length=Source.LENGTHS["title"],
        help_text="一句话写明什么地方、什么问题，如“县实验小学门口早晚拥堵”。",
    )
    channel = forms.ChoiceField(label="反映渠道", choices=Source.Channel, widget=forms.RadioSelect)
    date = DateField(label="日期", initial=timezone.localdate, help_text="听到、看到反映的那一天。")
    heard = words(
        "群众反映",
        Source.LENGTHS["heard"],
        6,
        help_text="群众怎么说就怎么记；不写反映人的姓名、电话、住址。",
    )

    def clean(self) -> None:
        refuse_unprintable(self, "title")
        if (day := self.cleaned_data.get("date")) and day > timezone.localdate():
            self.add_error("date", "“日期”不能晚于今天。")
