from django.db import models
from django.db.models import Q

from bureau.notices.models.outgoing import Outgoing


class Channel(models.TextChoices):
    MAIL = "mail", "电子邮件"
    GATEWAY = "gateway", "短信或企业微信"


class Delivery(Outgoing):
    """外发: one message on its way out.

    Of one urgent notice (`notice`), or one person's digest of a day (`day`: their notices `digested_on` it).
    """

    person = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="收件人")
    channel = models.CharField("渠道", max_length=8, choices=Channel)
    notice = models.ForeignKey(
        "notices.Notice", models.PROTECT, null=True, blank=True, related_name="deliveries"
    )
    day = models.DateField("日期", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "外发"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["notice", "channel"], condition=Q(notice__isnull=False), name="a_notice_goes_out_once"
            ),
            models.UniqueConstraint(
                fields=["person", "channel", "day"],
                condition=Q(notice__isnull=True),
                name="one_digest_per_person_and_day",
            ),
            models.CheckConstraint(
                condition=Q(notice__isnull=True, day__isnull=False)
                | Q(notice__isnull=False, day__isnull=True),
                name="a_delivery_is_of_a_notice_or_a_day",
            ),
        ]
        indexes = [
            models.Index(fields=["next_at"], condition=Q(state="waiting"), name="delivery_to_send"),
            models.Index(
                fields=["channel", "-tried_at"], condition=Q(tried_at__isnull=False), name="delivery_tried"
            ),
            models.Index(fields=["-id"], condition=Q(state="failed"), name="delivery_failed"),
        ]

    def __str__(self):
        return f"{self.get_channel_display()} {self.person}"
