from django.contrib.postgres.fields import ArrayField
from django.db import models

from bureau.org.posts import Function


class Portfolio(models.Model):
    """分管: a leader is in charge of these units for these functions."""

    leader = models.ForeignKey("org.Person", models.CASCADE, related_name="portfolios", verbose_name="县领导")
    functions = ArrayField(models.CharField(max_length=16, choices=Function), verbose_name="业务")
    all_units = models.BooleanField("全部单位", default=False)
    units = models.ManyToManyField("org.Unit", blank=True, related_name="+", verbose_name="单位")

    class Meta:
        verbose_name = verbose_name_plural = "分管"

    def __str__(self):
        return f"{self.leader} 分管"
