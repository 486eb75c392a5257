from django.db import models


class EnteredLimits(models.Model):
    """The defaults of this step (in this room, where it has its own) were entered: what the bureau changes or deletes afterwards
    stays so, and a step that comes with an update gets its rows."""

    room = models.CharField(max_length=16, blank=True)
    step = models.CharField(max_length=20)

    class Meta:
        verbose_name = verbose_name_plural = "已录入默认时限的步骤"
        constraints = [
            models.UniqueConstraint(fields=["room", "step"], name="default_limits_are_entered_once")
        ]

    def __str__(self) -> str:
        return f"{self.room} {self.step}".strip()
