from django.db import models


class PublicUse(models.Model):
    """How often the public page was used from one place in one hour. Of the place only a digest, whose key is of the day."""

    kind = models.CharField(max_length=10)
    digest = models.CharField(max_length=64)
    hour = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = verbose_name_plural = "网上投诉使用次数"
        constraints = [
            models.UniqueConstraint(fields=["kind", "digest", "hour"], name="a_place_once_per_hour")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.hour:%Y-%m-%d %H}"
