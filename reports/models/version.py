from django.db import models


class Version(models.Model):
    """版本: a draft as somebody left it. `content` holds every text of it by name (`versions.content_of`). Never changed,
    never deleted; the database refuses both."""

    bulletin = models.ForeignKey("reports.Bulletin", models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField("版本")
    person = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="修改人")
    at = models.DateTimeField("时间")
    step = models.CharField("步骤", max_length=60)
    content = models.JSONField("内容")

    class Meta:
        verbose_name = verbose_name_plural = "版本"
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["bulletin", "number"], name="one_version_per_number")]

    def __str__(self):
        return f"第{self.number}版"
