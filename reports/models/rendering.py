from django.db import models
from django.db.models import Q


class Rendering(models.Model):
    """成文: the file of a signed bulletin, waiting for the worker, done, or failed with the reason."""

    class State(models.TextChoices):
        WAITING = "waiting", "正在排版"
        DONE = "done", "已成文"
        FAILED = "failed", "排版未成"

    bulletin = models.OneToOneField("reports.Bulletin", models.PROTECT, related_name="rendering")
    state = models.CharField("状态", max_length=8, choices=State, default=State.WAITING)
    trouble = models.CharField("原因", max_length=500, blank=True)
    name = models.CharField("文件名", max_length=200, blank=True)
    size = models.PositiveIntegerField("字节数", null=True, blank=True)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    word_name = models.CharField("Word 文件名", max_length=200, blank=True)
    word_size = models.PositiveIntegerField("Word 字节数", null=True, blank=True)
    word_sha256 = models.CharField("Word SHA-256", max_length=64, blank=True)
    done_at = models.DateTimeField("成文时间", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "成文"
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="done") | (~Q(sha256="") & Q(size__gt=0) & Q(done_at__isnull=False)),
                name="what_is_rendered_has_a_file",
            ),
            models.CheckConstraint(condition=~Q(state="failed") | ~Q(trouble=""), name="a_failure_says_why"),
        ]

    def __str__(self):
        return self.name or self.get_state_display()
