"""两步验证: what a person has besides the password. The secret lies encrypted, the codes for when the telephone is lost as digests."""

from django.db import models
from django_otp.models import Device, ThrottlingMixin

from bureau.org import cipher


class SecondFactor(ThrottlingMixin, Device):
    """An app on a telephone that shows six digits, new every half a minute (RFC 6238). Wrong ones are answered ever later."""

    user = models.OneToOneField("org.Person", models.CASCADE, related_name="second_factor")
    sealed = models.BinaryField("密钥密文")
    last_step = models.BigIntegerField(default=-1)  # what was used does not count again
    since = models.DateTimeField("启用时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "两步验证"

    def get_throttle_factor(self) -> int:
        return 1

    @property
    def about(self) -> str:
        """What its cipher text is bound to."""
        return secret_of(self.user_id)

    @property
    def key(self) -> bytes:
        """Raises cipher.Unreadable."""
        return cipher.unseal(bytes(self.sealed), self.about)


def secret_of(person: int) -> str:
    return f"second factor {person}"


class RecoveryCode(models.Model):
    """恢复码: opens once instead of the telephone."""

    person = models.ForeignKey("org.Person", models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = verbose_name_plural = "恢复码"
        constraints = [models.UniqueConstraint(fields=["person", "digest"], name="a_code_once")]
