from django.db import models

from bureau.interface.models.client import Client
from bureau.matters.heard import Event
from bureau.notices.models import Outgoing


class OutgoingEvent(Outgoing):
    """事件推送: one client is told that something happened: which matter or paper, how it stands; never what it says."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="outgoing", verbose_name="接口")
    event = models.CharField("事件", max_length=20, choices=Event)
    about = models.PositiveBigIntegerField("对象")  # the key of a matter; of a bulletin where that is issued
    kind = models.CharField("类别", max_length=16)
    number = models.CharField("编号", max_length=100, blank=True)
    stands = models.CharField("其后状态", max_length=20)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = verbose_name_plural = "事件推送"
        ordering = ["-id"]
        indexes = [
            models.Index(
                fields=["client", "next_at"], condition=models.Q(state="waiting"), name="event_to_send"
            ),
            models.Index(fields=["-id"], condition=models.Q(state="failed"), name="event_failed"),
        ]

    def __str__(self) -> str:
        return f"{self.get_event_display()} {self.number}"
