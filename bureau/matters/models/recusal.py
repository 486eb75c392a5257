from django.db import models


class Recusal(models.Model):
    """回避: a unit that may neither handle the matter nor learn of it, such as one that is complained about."""

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="recusals")
    unit = models.ForeignKey("org.Unit", models.PROTECT, related_name="+", verbose_name="回避单位")

    class Meta:
        verbose_name = verbose_name_plural = "回避"
        constraints = [models.UniqueConstraint(fields=["unit", "matter"], name="a_unit_recused_once")]

    def __str__(self) -> str:
        return f"{self.unit.short}回避"
