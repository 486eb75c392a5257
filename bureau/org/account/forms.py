"""What somebody types to prove that it is they."""

from django import forms
from django.core.exceptions import ValidationError

from bureau.org import second_factor
from bureau.org.forms import OwnPassword
from bureau.org.models import Person
from bureau.org.visible import VisibleField

DIGITS = forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "maxlength": "7"})
NOT_NOW = "验证码不对，或者已经用过。请看手机上现在显示的六位数字；手机时间要设为自动校准。"


class CodeForm(forms.Form):
    """At the login."""

    code = VisibleField(
        label="验证码或恢复码",
        max_length=20,
        help_text="手机验证器上现在显示的六位数字。手机不在身边的，输入一个恢复码。",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True}),
    )


class EnrolForm(OwnPassword):
    """The telephone shows the right digits, and who holds it knows the password. `step`: whose digits they were."""

    sealed = forms.CharField(widget=forms.HiddenInput, max_length=400)
    code = VisibleField(label="验证码", max_length=7, help_text="手机上显示的六位数字。", widget=DIGITS)

    def __init__(self, person: Person, *args, **kwargs):
        super().__init__(person, *args, **kwargs)
        self.secret: bytes | None = None
        self.step: int | None = None

    def clean(self):
        cleaned = super().clean()
        self.secret = second_factor.opened(cleaned.get("sealed", ""), self.person)
        if self.secret is None:
            raise ValidationError("这一页已经失效，请重新打开后再扫码。")
        digits = cleaned.get("code", "").replace(" ", "")  # as telephones show them: 123 456
        self.step = second_factor.step_of(self.secret, digits)
        if cleaned.get("code") and self.step is None:
            self.add_error("code", NOT_NOW)
        return cleaned
