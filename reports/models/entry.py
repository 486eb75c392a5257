from django.db import models


class BulletinEntry(models.Model):
    """经过: who did what to a bulletin, when. Never changed, never deleted; the database refuses both."""

    bulletin = models.ForeignKey("reports.Bulletin", models.PROTECT, related_name="entries")
    actor = models.ForeignKey("org.Person", models.PROTECT, null=True, blank=True, related_name="+")
    actor_words = models.CharField("经手人", max_length=200)
    step = models.CharField("步骤", max_length=60)
    sentence = models.TextField("经过")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = verbose_name_plural = "通报经过"
        ordering = ["-id"]

    def __str__(self):
        return self.sentence
