from django.db import models


class Tiding(models.Model):
    """告知: a line of the timeline that units must hear of although nothing is owed for it.

    Written by `Flow.take` for steps that say so (`Step.tells`), in the same transaction; the clockwork
    tells it once. `told_at IS NULL` is the outbox. `person`: whom alone it is told, of a line that concerns them and no unit.
    """

    entry = models.OneToOneField("matters.Entry", models.PROTECT, primary_key=True, related_name="+")
    person = models.ForeignKey("org.Person", models.PROTECT, null=True, blank=True, related_name="+")
    told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "告知"
        indexes = [
            models.Index(fields=["entry"], condition=models.Q(told_at__isnull=True), name="tiding_to_tell")
        ]

    def __str__(self) -> str:
        return f"告知 {self.pk}"
