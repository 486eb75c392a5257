from django.db import models
from django.db.models import F, Q


class Deputy(models.Model):
    """代理与代录: one person acts in the name of another.

    代录: a secretary enters what the leader said or wrote, whenever; the leader confirms it afterwards.
    代理: a stand-in takes the place of somebody who is away, from `starts` to `ends`, both days included.
    """

    class Kind(models.TextChoices):
        SECRETARY = "secretary", "代录"
        STAND_IN = "stand_in", "外出代理"

    kind = models.CharField("类别", max_length=10, choices=Kind)
    principal = models.ForeignKey(
        "org.Person", models.PROTECT, related_name="deputies", verbose_name="被代理人"
    )
    deputy = models.ForeignKey("org.Person", models.PROTECT, related_name="principals", verbose_name="代理人")
    starts = models.DateField("自")
    ends = models.DateField("至", null=True, blank=True)
    reason = models.CharField("事由", max_length=200, blank=True)
    arranged_by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="安排人")
    arranged_at = models.DateTimeField("安排时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "代理"
        ordering = ["-starts", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(principal=F("deputy")), name="nobody_deputes_for_themself"),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")),
                name="a_deputy_ends_after_the_start",
            ),
            models.CheckConstraint(
                condition=~Q(kind="stand_in") | Q(ends__isnull=False), name="a_stand_in_has_an_end"
            ),
        ]

    def __str__(self):
        return f"{self.deputy} {self.get_kind_display()} {self.principal}"
