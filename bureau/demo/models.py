"""Whether this installation is the demo county."""

from django.db import models


class DemoMark(models.Model):
    """演示标记: the one row that says the data in this database are invented, and when they were built."""

    built_at = models.DateTimeField("建立时间", auto_now_add=True)
    only = models.BooleanField(default=True, unique=True, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "演示标记"
        constraints = [models.CheckConstraint(condition=models.Q(only=True), name="one_demo_mark")]

    def __str__(self):
        return f"演示数据，{self.built_at:%Y-%m-%d} 建立"
