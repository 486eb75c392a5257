from django.db import models
from django.utils import timezone


class PermitQuerySet(models.QuerySet):
    def in_force(self) -> "PermitQuerySet":
        """The last day counts."""
        return self.filter(until__gte=timezone.localdate(), withdrawn_at=None)


class Permit(models.Model):
    """授权查看: an exception that the director grants one person on one matter, with its reason and its end."""

    REASON_LENGTH = 200

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="+", verbose_name="事项")
    person = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="授权给")
    granted_by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="授权人")
    granted_at = models.DateTimeField("授权时间", auto_now_add=True)
    reason = models.CharField("理由", max_length=REASON_LENGTH)
    until = models.DateField("截止日期")
    withdrawn_at = models.DateTimeField("收回时间", null=True, blank=True)

    objects = PermitQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "查看身份的授权"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="a_permit_says_why"),
            models.CheckConstraint(
                condition=~models.Q(person=models.F("granted_by")), name="nobody_permits_themself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} 至 {self.until}"

    @property
    def stands(self) -> bool:
        return self.withdrawn_at is None and self.until >= timezone.localdate()
