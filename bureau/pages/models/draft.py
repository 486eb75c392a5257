import re

from django.db import models
from django.utils.text import Truncator

HAN = re.compile("[一-鿿]")


class Draft(models.Model):
    """草稿: what someone had typed into a form and not yet sent. Theirs alone. Two blank forms of one kind, opened side by
    side, are two sheets."""

    FORM_LENGTH = 120

    person = models.ForeignKey("org.Person", models.CASCADE, related_name="+")
    form = models.CharField(max_length=FORM_LENGTH)  # the path of the form
    sheet = models.UUIDField()
    values = models.JSONField()
    at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = verbose_name_plural = "草稿"
        constraints = [
            models.UniqueConstraint(fields=["person", "form", "sheet"], name="one_draft_per_sheet")
        ]

    def __str__(self) -> str:
        return self.form

    @property
    def gist(self) -> str:
        """The beginning of its longest text, by which its writer tells it from another sheet. Keys and choices, which
        have no Chinese, tell nothing."""
        texts = [value for value in self.values.values() if HAN.search(value)]
        return Truncator(max(texts, key=len, default="")).chars(24)
