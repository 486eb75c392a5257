from uuid import uuid4

from django.db import models


class Identity(models.Model):
    """保密身份: of one person, on one matter. Whose it is stands in `sealed` alone."""

    key = models.UUIDField("识别码", default=uuid4, unique=True, editable=False)
    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="+", verbose_name="事项")
    sealed = models.BinaryField("密文")
    received_by = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="受理人")
    received_at = models.DateTimeField("受理时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "保密身份"
        ordering = ["id"]

    def __str__(self) -> str:
        return "（保密）"

    @property
    def about(self) -> str:
        """What its cipher text is bound to."""
        return f"identity {self.key} of {self.matter_id}"


class Former(models.Model):
    """改正前的身份: what was kept before somebody put it right."""

    identity = models.ForeignKey(Identity, models.PROTECT, related_name="formers", verbose_name="保密身份")
    key = models.UUIDField("识别码", default=uuid4, unique=True, editable=False)
    sealed = models.BinaryField("密文")
    until = models.DateTimeField("改正时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "改正前的身份"
        ordering = ["-id"]

    def __str__(self) -> str:
        return "（保密）"

    @property
    def about(self) -> str:
        return f"former {self.key} of {self.identity_id}"


class Mark(models.Model):
    """特征: a digest with a key, by which the same telephone, licence, person of an enterprise or code is found again."""

    identity = models.ForeignKey(Identity, models.CASCADE, related_name="marks", verbose_name="保密身份")
    kind = models.CharField("哪一项", max_length=16)
    digest = models.CharField("摘要", max_length=64, db_index=True)

    class Meta:
        verbose_name = verbose_name_plural = "特征"
        constraints = [models.UniqueConstraint(fields=["identity", "kind"], name="one_mark_of_a_kind")]

    def __str__(self) -> str:
        return self.kind
