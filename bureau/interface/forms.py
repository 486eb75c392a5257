"""What the pages ask for."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone

from bureau.interface.models import Client, Scope
from bureau.matters.heard import Event
from bureau.org.models import Person
from bureau.org.posts import ADMINISTRATORS
from bureau.org.visible import VisibleField
from bureau.pages.fields import DateField

LONGEST = timedelta(days=366)
MONTHS = 24


class ClientForm(forms.Form):
    name = VisibleField(label="系统名称", max_length=60, help_text="如：县政府OA、12345平台、县档案馆。")
    person = forms.ModelChoiceField(
        label="以谁的账号",
        queryset=Person.objects.none(),
        help_text="看得到什么、能办什么与这个账号在系统里一样；最好为对方系统单设一个账号。管理员的账号不能用。",
    )
    scopes = forms.MultipleChoiceField(
        label="范围", choices=Scope, widget=forms.CheckboxSelectMultiple, required=False
    )
    until = DateField(label="有效期至", help_text="最长一年，到期重新提出。")
    per_minute = forms.IntegerField(
        label="每分钟次数", min_value=1, max_value=Client.MOST_PER_MINUTE, initial=60
    )
    url = forms.URLField(
        label="事件推送地址",
        max_length=300,
        required=False,
        assume_scheme="https",
        help_text="对方系统接收事件的地址；不推送的不填。",
    )
    events = forms.MultipleChoiceField(
        label="推送的事件", choices=Event, widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = Person.objects.filter(is_active=True).exclude(postings__post__in=ADMINISTRATORS)
        self.fields["person"].queryset = people.order_by("unit__order", "pk")  # type: ignore[attr-defined]
        self.fields["person"].label_from_instance = lambda one: one.signature  # type: ignore[attr-defined]

    def clean_until(self) -> date:
        until, today = self.cleaned_data["until"], timezone.localdate()
        if until < today:
            raise forms.ValidationError("“有效期至”不能早于今天。")
        if until > today + LONGEST:
            raise forms.ValidationError("“有效期至”最长一年。")
        return until

    def clean_url(self) -> str:
        url = self.cleaned_data["url"]
        allowed = ("https://",) if settings.PRODUCTION else ("https://", "http://")
        if url and not url.startswith(allowed):
            raise forms.ValidationError("“事件推送地址”须以 https:// 开头。")
        return url

    def clean(self) -> None:
        given = self.cleaned_data
        if self.errors:
            return
        if bool(given["url"]) != bool(given["events"]):
            self.add_error("events", "“事件推送地址”和“推送的事件”要一起填。")
        if not given["scopes"] and not given["url"]:
            self.add_error("scopes", "请选择“范围”，或者填写“事件推送地址”。")


class MonthForm(forms.Form):
    """One of the last months, this one included."""

    month = forms.ChoiceField(label="月份", help_text="当月没有过完的，导出的是到现在为止的。")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        last = today.year * 12 + today.month - 1
        months = [divmod(last - back, 12) for back in range(MONTHS)]
        self.fields["month"].choices = [  # type: ignore[attr-defined]
            (f"{year}-{month + 1:02}", f"{year}年{month + 1}月") for year, month in months
        ]
