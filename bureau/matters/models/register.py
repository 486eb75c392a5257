from django.db import models


class Register(models.Model):
    """登记簿: how many matters were ever registered, and the link of the last one. One row, sealed."""

    count = models.PositiveBigIntegerField("件数", default=0)
    head = models.CharField("末件链码", max_length=64, blank=True)
    seal = models.CharField("封印", max_length=64, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "登记簿"
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_register")]

    def __str__(self) -> str:
        return f"{self.count} 件"
