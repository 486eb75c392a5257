from django.db import models
from django.db.models import Q


class Response(models.Model):
    """整改回复: what a unit that a 通报 names was asked to answer, by when, and its answer."""

    TEXT_LENGTH = 4_000

    bulletin = models.ForeignKey("reports.Bulletin", models.PROTECT, related_name="responses")
    unit = models.ForeignKey("org.Unit", models.PROTECT, related_name="+", verbose_name="单位")
    asked_at = models.DateTimeField("要求时间")
    due_at = models.DateTimeField("回复时限")
    text = models.TextField("回复", max_length=TEXT_LENGTH, blank=True)
    answered_by = models.ForeignKey("org.Person", models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField("回复时间", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "整改回复"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["bulletin", "unit"], name="a_named_unit_answers_once"),
            models.CheckConstraint(
                condition=Q(text="", answered_by=None, answered_at=None)
                | (~Q(text="") & Q(answered_by__isnull=False, answered_at__isnull=False)),
                name="an_answer_says_who_and_when",
            ),
        ]
        indexes = [models.Index(fields=["unit", "-id"], name="response_by_unit")]

    def __str__(self):
        return f"{self.unit}对{self.bulletin}的回复"

    @property
    def late(self) -> bool:
        return self.answered_at is not None and self.answered_at > self.due_at
