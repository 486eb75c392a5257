from django.db import models
from django.db.models import F, Q


class Receipt(models.Model):
    """送达: a bulletin laid before one person, and when that person first read it. Never taken back."""

    bulletin = models.ForeignKey("reports.Bulletin", models.PROTECT, related_name="receipts")
    person = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="收件人")
    delivered_at = models.DateTimeField("送达时间")
    read_at = models.DateTimeField("阅读时间", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "送达"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["bulletin", "person"], name="delivered_once_to_each"),
            models.CheckConstraint(
                condition=Q(read_at=None) | Q(read_at__gte=F("delivered_at")),
                name="nothing_is_read_before_it_is_delivered",
            ),
        ]
        indexes = [models.Index(fields=["person", "-bulletin"], name="receipt_by_person")]

    def __str__(self):
        return f"{self.person}{'已阅' if self.read_at else '未阅'}"
