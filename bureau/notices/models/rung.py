from django.db import models

from bureau.org.models import Urgency


class Kind(models.TextChoices):
    """What a rung of the ladder is. The first three are told by the clock; the others are papers that a person issues."""

    REMIND = "remind", "提醒"
    DUE = "due", "当日到期"
    LATE = "late", "逾期告知"
    SLIP = "slip", "催办单"
    LETTER = "letter", "督办函（黄牌）"
    RED = "red", "红牌并约谈"


class Rung(models.Model):
    """催办阶梯: so many working days before (negative) or after the due date (facts §2.4)."""

    urgency = models.CharField("办理类别", max_length=12, choices=Urgency, blank=True)  # empty: all others
    kind = models.CharField("级", max_length=8, choices=Kind)
    workdays = models.SmallIntegerField("工作日")

    class Meta:
        verbose_name = verbose_name_plural = "催办阶梯"
        constraints = [
            models.UniqueConstraint(fields=["urgency", "kind"], name="one_rung_per_urgency_and_kind"),
            models.CheckConstraint(
                condition=models.Q(workdays__gte=-60, workdays__lte=120), name="a_rung_is_near_the_due_date"
            ),
        ]

    def __str__(self):
        return f"{self.get_urgency_display() or '各类'} {self.get_kind_display()} T{self.workdays:+d}"
