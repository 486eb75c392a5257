"""What people fill in about their own account."""

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.utils import timezone

from bureau.org.models import Person
from bureau.org.passwords import remember, said
from bureau.org.visible import VisibleField


class LoginForm(AuthenticationForm):
    """登录. One answer for an unknown account, a wrong password and a deactivated account."""

    error_messages = AuthenticationForm.error_messages | {
        "invalid_login": "账号或密码不对，请重新输入。连续输错 5 次，此账号在这台电脑上锁定 15 分钟。",
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "账号"
        self.fields["password"].label = "密码"

    def clean_username(self):
        """One that is longer than any account has failed like any other: nothing keeps count of it."""
        username = self.cleaned_data["username"]
        if len(username) > Person._meta.get_field("username").max_length:
            raise self.get_invalid_login_error()
        return username


class OwnPassword(forms.Form):
    """What is dear is done by who knows the password, not by who finds a browser open. The field stands last."""

    password = forms.CharField(
        label="登录密码",
        strip=False,
        max_length=128,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, person: Person, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.person = person
        self.order_fields([*(name for name in self.fields if name != "password"), "password"])

    def clean_password(self):
        if not self.person.check_password(self.cleaned_data["password"]):
            raise forms.ValidationError("密码不对。")
        return ""


class OwnPasswordForm(PasswordChangeForm):
    """修改密码: the old one proves who asks; keeping it is no change."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].help_text = f"{said()}不要用常见密码或与账号相近的词。"
        self.fields["new_password2"].help_text = ""

    def clean_new_password1(self):
        chosen = self.cleaned_data.get("new_password1")
        if chosen and self.user.check_password(chosen):
            raise forms.ValidationError("新密码与原密码相同，请换一个。")
        return chosen

    def save(self, commit=True):
        """`self.user` carries the new password since `clean`; the row still has the old one."""
        remember(Person.objects.get(pk=self.user.pk))
        self.user.must_change_password, self.user.password_set_at = False, timezone.now()
        return super().save(commit)


class PreferencesForm(forms.ModelForm):
    """个人设置."""

    class Meta:
        model = Person
        fields = ["type_size", "phone"]
        field_classes = {"phone": VisibleField}
        widgets = {"type_size": forms.RadioSelect}
        help_texts = {"phone": "方便督查局与您联系，可以不填。"}
