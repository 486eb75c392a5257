from django.db import models

from bureau.interface.models.client import Client


class Received(models.Model):
    """收件: a batch that was taken from a client, by the client's own number, and what it was answered. Sent again, it is
    answered the same; what it says is kept nowhere here."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="received", verbose_name="接口")
    sender_id = models.CharField("来件编号", max_length=64)
    digest = models.CharField("内容摘要", max_length=64)  # with a key: who reads it cannot try words
    answer = models.JSONField("答复", default=dict)
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "收件"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["client", "sender_id"], name="a_batch_is_taken_once"),
        ]

    def __str__(self) -> str:
        return self.sender_id
