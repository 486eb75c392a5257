from django.db import models
from django.db.models import Q


class Instructed(models.Model):
    """批示于专报: the round of a matter that a leader wrote on a bulletin; the first of a new one, or the next.
    Of a word that was taken back the row stays, and the number is the next word's: `reports.written.standing`."""

    bulletin = models.ForeignKey("reports.Bulletin", models.PROTECT, related_name="instructed")
    instruction = models.ForeignKey("matters.Matter", models.PROTECT, related_name="+")
    round = models.PositiveSmallIntegerField("轮次", default=1)
    at = models.DateTimeField("批示时间")

    class Meta:
        verbose_name = verbose_name_plural = "批示于专报"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(round__gte=1), name="instructed_rounds_count_from_one"),
        ]

    def __str__(self):
        return f"{self.bulletin} → {self.instruction_id}"
