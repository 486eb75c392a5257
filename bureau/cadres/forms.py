"""What is entered of a cadre and of a position."""

from typing import Any

from django import forms

from bureau.cadres.keeping import Held
from bureau.org.models import Cadre, Part, Person, Position, Rank
from bureau.org.posts import ADMINISTRATORS
from bureau.pages.fields import DateField, Words, unit_input
from bureau.pages.units_field import UnitField


def accounts() -> Any:
    """Who may be a cadre with an account of their own."""
    return (
        Person.objects.filter(is_active=True)
        .exclude(postings__post__in=ADMINISTRATORS)
        .order_by("unit__order", "pk")
    )


class Account(forms.ModelChoiceField):
    def __init__(self) -> None:
        super().__init__(
            label="账号",
            queryset=None,
            required=False,
            empty_label="不使用本系统",
            help_text="使用本系统的才填：送达本人的文书，本人登录后可以看到、签收。",
        )

    def label_from_instance(self, person: Person) -> str:
        return f"{person.signature}（{person.username}）"


class RegisterFilter(forms.Form):
    """What the register can be asked."""

    q = Words(label="查找", max_length=40, required=False)
    part = forms.ChoiceField(label="班子位置", choices=[("", "全部"), *Part.choices], required=False)
    status = forms.ChoiceField(label="状态", choices=[("", "全部"), *Cadre.Status.choices], required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["q"].widget.attrs |= {"placeholder": "姓名、单位、职务、编号", "autocomplete": "off"}


class HeldForm(forms.Form):
    """任职."""

    unit = UnitField(label="单位", handling=False, widget=unit_input(), help_text="全称、简称或拼音首字母。")
    title = Words(label="职务", max_length=Position.TITLE_LENGTH, help_text="如：分管副局长。")
    rank = forms.ChoiceField(label="职级", choices=Rank, initial=Rank.DEPUTY)
    part = forms.ChoiceField(label="班子位置", choices=Part, initial=Part.IN_CHARGE)
    charge = Words(label="分管工作", max_length=Position.CHARGE_LENGTH, required=False)
    since = DateField(label="任职日期")

    def held(self) -> Held:
        names = ("unit", "title", "rank", "part", "charge", "since")
        return Held(**{name: self.cleaned_data[name] for name in names})


class CadreForm(HeldForm):
    """登记干部."""

    name = Words(label="姓名", max_length=Cadre.NAME_LENGTH)
    code = Words(
        label="干部编号", max_length=20, required=False, help_text="组织部门的编号；不填的自动编号。"
    )
    person = Account()

    field_order = ("name", "unit", "title", "rank", "part", "charge", "since", "code", "person")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].widget.attrs |= {"autofocus": True, "autocomplete": "off"}
        self.fields["person"].queryset = accounts()  # type: ignore[attr-defined]


class MendForm(forms.Form):
    """改正姓名和账号."""

    name = Words(label="姓名", max_length=Cadre.NAME_LENGTH)
    person = Account()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].widget.attrs["autocomplete"] = "off"
        self.fields["person"].queryset = accounts()  # type: ignore[attr-defined]


class EndForm(forms.Form):
    """免职."""

    until = DateField(label="免职日期", help_text="任这个职务的最后一天。")


class LeaveForm(forms.Form):
    """离开."""

    status = forms.ChoiceField(
        label="原因",
        choices=[one for one in Cadre.Status.choices if one[0] != Cadre.Status.SERVING],
        widget=forms.RadioSelect,
    )
    on = DateField(label="离开日期", help_text="全部职务到这一天为止。")
