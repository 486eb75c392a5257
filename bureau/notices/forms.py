from django import forms

from bureau.notices.models import Preference
from bureau.org.visible import VisibleField

LONGEST_QUIET = 14  # hours; a longer silence would switch off what is never switched off
CLOCK = forms.TimeInput(format="%H:%M", attrs={"type": "time"})


class PreferenceForm(forms.ModelForm):
    """提醒设置 of the person logged in."""

    class Meta:
        model = Preference
        fields = [
            "email",
            "by_mail",
            "mobile",
            "by_gateway",
            "digest",
            "digest_at",
            "quiet_from",
            "quiet_to",
        ]
        field_classes = {"mobile": VisibleField}
        widgets = {"digest_at": CLOCK, "quiet_from": CLOCK, "quiet_to": CLOCK}
        help_texts = {
            "email": "可以不填。限阅事项的名称不会写进邮件。",
            "mobile": "可以不填。填能收短信的手机号，或者企业微信号。",
            "digest": "每个工作日一封，汇总还没有看的一般提醒；没有就不发。",
            "quiet_to": "免打扰时段里的消息，到时段结束再发；特急事项除外。起止相同表示不设免打扰。",
        }

    def clean(self):
        cleaned = super().clean()
        start, end = cleaned.get("quiet_from"), cleaned.get("quiet_to")
        if start and end and minutes(start, end) > LONGEST_QUIET * 60:
            self.add_error("quiet_to", f"免打扰时段最长{LONGEST_QUIET}小时，请改短。")
        return cleaned

    def clean_mobile(self):
        mobile = self.cleaned_data["mobile"]
        if any(not (letter.isalnum() or letter in "+-_.@") for letter in mobile):
            raise forms.ValidationError("手机号或企业微信号只能有字母、数字和 + - _ . @，请去掉其他字符。")
        return mobile


def minutes(start, end) -> int:
    """From one time of the day to the next other one."""
    return (end.hour * 60 + end.minute - start.hour * 60 - start.minute) % (24 * 60)
