from django.db import models
from django.db.models import Q


class Hearing(models.Model):
    """听取说明: what the unit that is complained about is asked; it reads these questions and nothing else."""

    QUESTIONS_LENGTH, EXPLANATION_LENGTH = 1000, 2000

    complaint = models.ForeignKey("complaints.Complaint", models.PROTECT, related_name="hearings")
    number = models.CharField("编号", max_length=40, unique=True)
    asked_on = models.DateField("发出日期")
    questions = models.TextField("需要说明的问题", max_length=QUESTIONS_LENGTH)
    until = models.DateField("说明期限")
    heard_on = models.DateField("收到说明日期", null=True, blank=True)
    explanation = models.TextField("说明内容", max_length=EXPLANATION_LENGTH, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "听取说明"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(heard_on__isnull=True, explanation="")
                | Q(heard_on__isnull=False) & ~Q(explanation=""),
                name="what_was_heard_stands_in_words",
            ),
            models.UniqueConstraint(
                fields=["complaint"],
                condition=Q(heard_on__isnull=True),
                name="one_hearing_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.number
