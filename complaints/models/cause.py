from django.db import models


class Cause(models.Model):
    """投诉事由 and its legal basis: 优化营商环境条例 第69、70、71条; the bureau edits the list."""

    label = models.CharField("事由", max_length=30, unique=True)
    conduct = models.CharField("行为", max_length=160)
    basis = models.CharField("依据", max_length=60)
    keywords = models.CharField(
        "关键词", max_length=200, blank=True, help_text="用顿号隔开；登记时按它们从原话里读出事由"
    )
    order = models.PositiveSmallIntegerField("排序", default=500)
    active = models.BooleanField("在用", default=True)

    class Meta:
        verbose_name = verbose_name_plural = "投诉事由"
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.label
