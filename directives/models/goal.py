"""目标: the number that a directive has to reach, its plan, and what was reported of it."""

from typing import Any

from django.db import models
from django.db.models import Q

from bureau.matters.models import Reply


def amount(label: str, **more: Any) -> models.DecimalField:
    """A number of whatever unit."""
    return models.DecimalField(label, max_digits=18, decimal_places=4, **more)


class Goal(models.Model):
    """目标: at least (≥) or at most (≤) so many of a unit, from where it stood (`base`; none: a ceiling to be kept)."""

    class Side(models.TextChoices):
        LEAST = "least", "不少于"
        MOST = "most", "不超过"

    UNIT_LENGTH = 10

    directive = models.OneToOneField(
        "directives.Directive", models.PROTECT, primary_key=True, related_name="goal"
    )
    side = models.CharField("要求", max_length=6, choices=Side)
    target = amount("目标值")
    unit = models.CharField("单位", max_length=UNIT_LENGTH)
    base = amount("起点", null=True, blank=True)
    plan = models.JSONField(
        "序时计划", default=list, blank=True
    )  # [day, number to be reached by its end], in order

    behind_told_at = models.DateTimeField(
        null=True, blank=True
    )  # that it fell behind, until it has caught up

    class Meta:
        verbose_name = verbose_name_plural = "目标"
        constraints = [
            models.CheckConstraint(condition=Q(target__gt=0), name="a_target_is_a_number_to_reach"),
            models.CheckConstraint(
                condition=Q(side="least", base__lt=models.F("target"), base__gte=0)
                | Q(side="most", base__gt=models.F("target"))
                | Q(side="most", base__isnull=True),
                name="a_base_lies_before_its_target",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_side_display()}{self.target}{self.unit}"


class Reported(models.Model):
    """报告数: what a reply says has been reached in all, and the stage (by its day) that it says was reached. It counts while
    its reply stands; nothing is overwritten."""

    WHY_LENGTH = 200

    reply = models.OneToOneField(Reply, models.PROTECT, primary_key=True, related_name="reported")
    directive = models.ForeignKey("directives.Directive", models.PROTECT, related_name="reported")
    value = amount("累计完成", null=True, blank=True)
    stage = models.DateField("完成的节点", null=True, blank=True)
    why = models.CharField("数值说明", max_length=WHY_LENGTH, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "报告数"
        ordering = ["reply_id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(value__isnull=False) | Q(stage__isnull=False), name="a_report_says_something"
            )
        ]

    def __str__(self) -> str:
        return f"{self.value or self.stage}"

    @property
    def stands(self) -> bool:
        """Neither drafted nor taken back nor returned."""
        return self.reply.state in (Reply.State.SENT, Reply.State.ACCEPTED)
