from django.db import models


class Draft(models.Model):
    """草稿: what someone had typed into a form and not yet sent. Theirs alone."""

    person = models.ForeignKey("org.Person", models.CASCADE, related_name="+")
    form = models.CharField(max_length=120)  # the path of the form
    values = models.JSONField()
    at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = verbose_name_plural = "草稿"
        constraints = [models.UniqueConstraint(fields=["person", "form"], name="one_draft_per_form")]

    def __str__(self):
        return self.form
