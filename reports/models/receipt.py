from django.db import models
from django.db.models import F, Q


class Receipt(models.Model):
    """送达: a bulletin laid before one person, or one unit, and who first read it when. Never taken back."""

    bulletin = models.ForeignKey("reports.Bulletin", models.PROTECT, related_name="receipts")
    person = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="收件人"
    )
    unit = models.ForeignKey(
        "org.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="收件单位"
    )
    copy_no = models.PositiveSmallIntegerField(
        "份号", null=True, blank=True
    )  # of what is numbered copy by copy
    delivered_at = models.DateTimeField("送达时间")
    read_at = models.DateTimeField("阅读时间", null=True, blank=True)
    read_by = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="阅读人"
    )

    class Meta:
        verbose_name = verbose_name_plural = "送达"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["bulletin", "person"], condition=Q(unit=None), name="delivered_once_to_each"
            ),
            models.UniqueConstraint(
                fields=["bulletin", "unit"], condition=Q(person=None), name="delivered_once_to_each_unit"
            ),
            models.UniqueConstraint(fields=["bulletin", "copy_no"], name="one_copy_per_number"),
            models.CheckConstraint(
                condition=Q(person__isnull=False, unit=None) | Q(person=None, unit__isnull=False),
                name="delivered_to_a_person_or_a_unit",
            ),
            models.CheckConstraint(
                condition=Q(read_at=None) | Q(read_at__gte=F("delivered_at")),
                name="nothing_is_read_before_it_is_delivered",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-bulletin"], name="receipt_by_person"),
            models.Index(fields=["unit", "-bulletin"], name="receipt_by_unit"),
        ]

    def __str__(self):
        return f"{self.person or self.unit}{'已阅' if self.read_at else '未阅'}"

    @property
    def addressee(self) -> str:
        return self.unit.short if self.unit else self.person.name
