from django.db import models

from bureau.org import limited
from bureau.org.posts import Function


class Urgency(models.TextChoices):
    """办理类别 of facts §2.2: it decides which limits apply."""

    FLASH = "flash", "特急"
    URGENT = "urgent", "急件"
    SIMPLE = "simple", "简单"
    NORMAL = "normal", "一般"
    COMPLEX = "complex", "复杂"
    MINUTES = "minutes", "会议纪要事项"
    LONGTERM = "longterm", "年度/长期事项"


class Limit(models.Model):
    """办理时限: how long a step may take. An empty `room` or `urgency` holds for all."""

    class TimeUnit(models.TextChoices):
        HOURS = "hours", "小时（工作时间）"
        DAYS = "days", "日"
        WORKDAYS = "workdays", "个工作日"
        MONTHS = "months", "个月"

    room = models.CharField("业务", max_length=16, choices=Function, blank=True)
    urgency = models.CharField("办理类别", max_length=12, choices=Urgency, blank=True)
    step = models.CharField("步骤", max_length=20, choices=limited.choices)
    amount = models.PositiveSmallIntegerField("数量")
    unit = models.CharField("单位", max_length=10, choices=TimeUnit)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = verbose_name_plural = "办理时限"
        ordering = ["room", "step", "urgency"]
        constraints = [
            models.UniqueConstraint(
                fields=["room", "urgency", "step"], name="one_limit_per_room_urgency_step"
            ),
            models.CheckConstraint(
                condition=models.Q(amount__gte=1, amount__lte=999),
                name="a_limit_is_at_least_one",
                violation_error_message="时限的数量须在 1 至 999 之间。",
            ),
        ]

    def __str__(self):
        return f"{self.get_urgency_display() or '各类'}·{self.get_step_display()} {self.amount}{self.get_unit_display()}"
