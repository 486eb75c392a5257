from django.db import models


class PastPassword(models.Model):
    """用过的密码: hashes of those that somebody had, so that none comes back too soon."""

    person = models.ForeignKey("org.Person", models.CASCADE, related_name="past_passwords")
    password = models.CharField(max_length=128)

    class Meta:
        verbose_name = verbose_name_plural = "用过的密码"
        ordering = ["-id"]
