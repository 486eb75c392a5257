from uuid import uuid4

from django.db import models

from bureau.vault.models.identity import Identity


class Scan(models.Model):
    """扫描件: of a letter, on whose pages stands who wrote it. In the store lies cipher text; what the file is called and what
    it is stand in `sealed`."""

    identity = models.ForeignKey(Identity, models.PROTECT, related_name="scans", verbose_name="保密身份")
    key = models.UUIDField("识别码", default=uuid4, unique=True, editable=False)
    sealed = models.BinaryField("密文")
    sha256 = models.CharField("密文的校验码", max_length=64)
    at = models.DateTimeField("存入时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "扫描件"
        ordering = ["id"]

    def __str__(self) -> str:
        return "（保密）"

    @property
    def about(self) -> str:
        return f"scan {self.key} of {self.identity_id}"
