from datetime import date
from typing import Self
from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from bureau.matters.heard import Event


class Scope(models.TextChoices):
    """What a client may do, besides what the person sees in whose name it asks."""

    LEDGERS = "ledgers", "读台账和事项"
    FIGURES = "figures", "读统计"
    PAPERS = "papers", "读通报"
    ORDERS = "orders", "转入12345工单"
    DOCUMENTS = "documents", "转入公文事项"


class ClientQuerySet(models.QuerySet):
    def in_force(self, on: date) -> Self:
        """Confirmed, not revoked, not run out, and its person still has an account."""
        return self.filter(confirmed_at__isnull=False, ended_at=None, until__gte=on, person__is_active=True)

    def hearing(self, event: str, on: date) -> Self:
        return self.in_force(on).filter(events__contains=[event]).exclude(url="")


class Client(models.Model):
    """接口: another system, and as whom it asks. Of its token only a digest is kept; what signs events lies encrypted.

    Asked for by the 系统管理员, in force once the 安全管理员 has confirmed it; never changed: another one is asked for."""

    MOST_PER_MINUTE = 600

    key = models.UUIDField(default=uuid4, unique=True)
    name = models.CharField("系统名称", max_length=60)
    person = models.ForeignKey(
        "org.Person", models.PROTECT, related_name="+", verbose_name="以谁的账号"
    )  # sees what this person sees, does what they may do
    scopes = ArrayField(models.CharField(max_length=12, choices=Scope), verbose_name="范围", blank=True)
    until = models.DateField("有效期至")
    per_minute = models.PositiveSmallIntegerField("每分钟次数", default=60)
    url = models.URLField("事件推送地址", max_length=300, blank=True)
    events = ArrayField(models.CharField(max_length=20, choices=Event), verbose_name="推送的事件", blank=True)
    digest = models.CharField("凭证摘要", max_length=64, null=True, blank=True, unique=True)
    sealed = models.BinaryField("签名密钥", null=True)  # with VAULT_KEY, bound to `about`
    asked_by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="提出人")
    asked_at = models.DateTimeField("提出时间", auto_now_add=True)
    confirmed_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="确认人"
    )
    confirmed_at = models.DateTimeField("确认时间", null=True, blank=True)
    ended_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="撤销人"
    )
    ended_at = models.DateTimeField("撤销时间", null=True, blank=True)
    minute = models.DateTimeField("最近使用", null=True, blank=True)
    used = models.PositiveIntegerField("这一分钟的次数", default=0)

    objects = ClientQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "接口"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_at=None, digest=None)
                | Q(confirmed_at__isnull=False, digest__isnull=False),
                name="a_confirmed_client_has_a_token",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=models.F("asked_by")),
                name="two_agree_on_a_client",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def about(self) -> str:
        """What its secret is bound to."""
        return f"interface client {self.key}"

    @property
    def scope_words(self) -> str:
        return "、".join(str(Scope(scope).label) for scope in self.scopes)

    @property
    def event_words(self) -> str:
        return "、".join(str(Event(event).label) for event in self.events)

    @property
    def state(self) -> tuple[str, str]:
        """How it stands, and the tone of that."""
        if self.ended_at:
            return ("已撤销", "outline") if self.confirmed_at else ("不予确认", "outline")
        if not self.confirmed_at:
            return "待确认", "yellow"
        return ("已到期", "outline") if self.until < timezone.localdate() else ("有效", "blue")
