from django.db import models


class Serial(models.Model):
    """编号: the last number given in a series and year."""

    series = models.CharField("系列", max_length=20)
    year = models.PositiveSmallIntegerField("年份")
    last = models.PositiveIntegerField("末号")

    class Meta:
        verbose_name = verbose_name_plural = "编号"
        constraints = [
            models.UniqueConstraint(fields=["series", "year"], name="one_count_per_series_and_year")
        ]

    def __str__(self) -> str:
        return f"{self.series}〔{self.year}〕{self.last}号"
