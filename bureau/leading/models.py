from django.db import models
from django.db.models import Q


class Ink(models.Model):
    """手写批示: what a leader wrote by hand, on exactly which page of which document. Never changed, never deleted; the
    database refuses both.

    `strokes` as `bureau.leading.strokes` describes them, empty for a photograph. `sha256`: of the document as it was
    then; empty where it was written on no bulletin."""

    round = models.OneToOneField(
        "instructions.Round", models.PROTECT, primary_key=True, related_name="ink", verbose_name="批示"
    )
    person = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="批示领导")
    bulletin = models.ForeignKey(
        "reports.Bulletin", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="所批通报"
    )
    version = models.PositiveIntegerField("版本", null=True, blank=True)
    sha256 = models.CharField("所批文件 SHA-256", max_length=64, blank=True)
    page = models.PositiveSmallIntegerField("页", default=1)
    strokes = models.JSONField("笔迹", default=list)
    picture = models.CharField("图片 SHA-256", max_length=64)
    at = models.DateTimeField("书写时间")

    class Meta:
        verbose_name = verbose_name_plural = "手写批示"
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(condition=Q(page__gte=1), name="pages_count_from_one"),
            models.CheckConstraint(condition=Q(picture__regex="^[0-9a-f]{64}$"), name="ink_has_its_picture"),
            models.CheckConstraint(
                condition=Q(bulletin__isnull=True, sha256="")
                | Q(bulletin__isnull=False, version__isnull=False, sha256__regex="^[0-9a-f]{64}$"),
                name="ink_names_the_version_it_stands_on",
            ),
        ]

    def __str__(self):
        return f"{self.person} {self.at:%Y-%m-%d}"
