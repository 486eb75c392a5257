from datetime import timedelta

from django import forms
from django.utils import timezone

from bureau.matters.actions import asks_authority
from bureau.matters.views.acting import on_whose_word, said
from bureau.org.models import Urgency
from bureau.pages.units_field import UnitField, UnitsField
from instructions.actions import Plan, Word
from instructions.meant import asks_nothing
from instructions.models import Meaning, Origin

LONGEST = 365  # days
URGENCIES = [one for one in Urgency.choices if one[0] in ("flash", "urgent", "normal", "complex")]
MEANT = ("lead", "co", "days")  # whoever fills in one of these wants it handled


def unit_box() -> forms.TextInput:
    return forms.TextInput(attrs={"placeholder": "名称或拼音首字母"})


class OrderForm(forms.Form):
    """Who handles it, by when, how urgent. `actor`: the leader, or who acts in the leader's name."""

    lead = UnitField(label="牵头单位", required=False, widget=unit_box())
    co = UnitsField(label="会同单位", required=False, widget=unit_box(), help_text="多家用顿号隔开。")
    days = forms.IntegerField(
        label="几日内报我",
        required=False,
        min_value=1,
        max_value=LONGEST,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "data-days": ""}),
        error_messages={
            "invalid": "“几日内报我”只填天数，如 7。",
            "min_value": "“几日内报我”至少是 1 日。",
            "max_value": f"“几日内报我”最多 {LONGEST} 日。",
        },
    )
    urgency = forms.ChoiceField(
        label="紧急程度",
        choices=URGENCIES,
        initial=Urgency.NORMAL,
        widget=forms.RadioSelect(attrs={"class": "chips"}),
    )
    only_read = forms.BooleanField(
        label="只作阅知，不用交办", required=False, help_text="登记后存阅，不再催办。"
    )
    positive = forms.BooleanField(label="肯定性批示", required=False, help_text="年度考核时作为依据。")

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.actor = actor
        if asks_authority(actor):
            self.fields |= on_whose_word()

    def clean(self):
        given = super().clean()
        self.check_units(given.get("lead"), given.get("co") or [])
        if given.get("only_read") and any(given.get(name) for name in MEANT):
            self.add_error("only_read", "选了单位或天数，就是要办理的；请取消勾选，或者把单位和天数清空。")
        if asks_authority(self.actor) and not self.errors:
            self.said = said(given)
        return given

    def check_units(self, lead, co) -> None:
        if lead and lead in co:
            self.add_error("co", f"{lead.short}已是牵头单位，不能同时会同办理，请从“会同单位”中去掉。")
        if co and not lead and "lead" not in self.errors:
            self.add_error("lead", "选了会同单位，请再选一家牵头单位。牵头单位只能有一家。")

    @property
    def handled(self) -> bool:
        """Whether it is to be handled and answered, or only known."""
        given = self.cleaned_data
        if given["only_read"]:
            return False
        return any(given[name] for name in MEANT) or not asks_nothing(self.written())

    def written(self) -> str:
        raise NotImplementedError

    def meaning(self) -> Meaning:
        """批办 where a unit is named, 阅处 where the bureau is to find one."""
        if not self.handled:
            return Meaning.KNOW
        return Meaning.ORDER if self.cleaned_data["lead"] else Meaning.HANDLE

    def word(self, origin=Origin.TYPED) -> Word:
        return Word(
            leader_name=self.actor.name,
            leader=self.actor.principal,
            words=self.written(),
            date=timezone.localdate(),
            meaning=self.meaning(),
            positive=self.cleaned_data["positive"],
            wants_answer=self.handled,
            origin=origin,
        )

    def plan(self) -> Plan:
        given = self.cleaned_data
        due = timezone.localdate() + timedelta(days=given["days"]) if given["days"] else None
        return Plan(given["lead"], tuple(given["co"]), due)
