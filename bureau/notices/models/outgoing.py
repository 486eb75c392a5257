from uuid import uuid4

from django.db import models


class Outgoing(models.Model):
    """What leaves the house: lease, send, mark (`bureau.notices.outbox`). `key` lets the other side tell a repeat."""

    class State(models.TextChoices):
        WAITING = "waiting", "待发"
        SENT = "sent", "已发"
        FAILED = "failed", "未发出"
        DROPPED = "dropped", "不必再发"

    key = models.UUIDField("识别号", default=uuid4, unique=True)
    state = models.CharField("状态", max_length=8, choices=State, default=State.WAITING)
    tries = models.PositiveSmallIntegerField("次数", default=0)
    next_at = models.DateTimeField("下次发送")
    tried_at = models.DateTimeField("上次发送", null=True, blank=True)
    leased_until = models.DateTimeField("占用至", null=True, blank=True)
    ended_at = models.DateTimeField("结束时间", null=True, blank=True)
    trouble = models.CharField("原因", max_length=300, blank=True)

    class Meta:
        abstract = True
