from django.db import models
from django.db.models import F, Q


class WorkdayException(models.Model):
    """工作日例外: a weekday that is off, or a weekend day that is worked (调休)."""

    day = models.DateField("日期", unique=True)
    working = models.BooleanField("上班")
    name = models.CharField("名称", max_length=20)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = verbose_name_plural = "工作日历"
        ordering = ["day"]

    def __str__(self):
        return f"{self.day} {self.name}{'上班' if self.working else '放假'}"


class WorkPeriod(models.Model):
    """工作时段: one stretch of the working day."""

    starts = models.TimeField("上班")
    ends = models.TimeField("下班")
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = verbose_name_plural = "工作时间"
        ordering = ["starts"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__gt=F("starts")),
                name="a_period_ends_after_it_starts",
                violation_error_message="下班时间须晚于上班时间。",
            )
        ]

    def __str__(self):
        return f"{self.starts:%H:%M}–{self.ends:%H:%M}"
