from datetime import datetime, time, timedelta

from django.db import models
from django.utils import timezone

from bureau.notices.models.delivery import Channel
from bureau.org.worktime import ZONE, local


class Preference(models.Model):
    """提醒设置: where and when a person wants to be told outside the system. Urgent things are never switched off."""

    person = models.OneToOneField(
        "org.Person", models.CASCADE, primary_key=True, related_name="preference", verbose_name="人员"
    )
    email = models.EmailField("电子邮件", blank=True)
    mobile = models.CharField("手机号或企业微信号", max_length=60, blank=True)
    by_mail = models.BooleanField("发电子邮件", default=True)
    by_gateway = models.BooleanField("发短信或企业微信", default=True)
    digest = models.BooleanField("每日汇总", default=True)
    digest_at = models.TimeField("汇总时间", default=time(8, 30))
    digested_on = models.DateField("最近汇总", default=timezone.localdate)  # the first one comes a day later
    quiet_from = models.TimeField("免打扰自", default=time(20, 0))
    quiet_to = models.TimeField("免打扰至", default=time(7, 30))

    class Meta:
        verbose_name = verbose_name_plural = "提醒设置"

    def __str__(self):
        return f"{self.person} 的提醒设置"

    def address(self, channel: str) -> str:
        return self.email if channel == Channel.MAIL else self.mobile

    def addressed(self) -> list[str]:
        """The channels that have an address."""
        return [channel for channel in Channel.values if self.address(channel)]

    def chosen(self) -> list[str]:
        """Those of them that this person wants to be reached by."""
        wanted = {Channel.MAIL: self.by_mail, Channel.GATEWAY: self.by_gateway}
        return [channel for channel in self.addressed() if wanted[channel]]

    def quiet_until(self, now: datetime) -> datetime | None:
        """When the quiet hours end in which `now` lies; None outside them. Equal ends: no quiet hours."""
        moment, (start, end) = local(now), (self.quiet_from, self.quiet_to)
        over_midnight = start > end
        within = (
            moment.time() >= start or moment.time() < end if over_midnight else start <= moment.time() < end
        )
        if not within:
            return None
        tomorrow = over_midnight and moment.time() >= start
        return datetime.combine(moment.date() + timedelta(days=tomorrow), end, ZONE)
