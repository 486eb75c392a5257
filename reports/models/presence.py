from django.db import models


class Presence(models.Model):
    """在改: who has a draft open in the editor, since when, and last heard of when. Nothing depends on it but a line of
    warning."""

    bulletin = models.ForeignKey("reports.Bulletin", models.CASCADE, related_name="presences")
    person = models.ForeignKey("org.Person", models.CASCADE, related_name="+")
    since = models.DateTimeField()
    seen_at = models.DateTimeField()

    class Meta:
        verbose_name = verbose_name_plural = "在改"
        constraints = [models.UniqueConstraint(fields=["bulletin", "person"], name="present_once_at_a_draft")]

    def __str__(self):
        return f"{self.person}在改{self.bulletin}"
