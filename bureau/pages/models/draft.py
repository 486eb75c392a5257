import json
import re
from functools import cached_property

from django.db import models
from django.utils.text import Truncator

from bureau.org import cipher

HAN = re.compile("[一-鿿]")


class Draft(models.Model):
    """草稿: what someone had typed into a form and not yet sent. Theirs alone. Two blank forms of one kind, opened side by
    side, are two sheets. Of a form that is kept sealed there is only cipher text."""

    FORM_LENGTH = 120

    person = models.ForeignKey("org.Person", models.CASCADE, related_name="+")
    form = models.CharField(max_length=FORM_LENGTH)  # the path of the form
    sheet = models.UUIDField()
    values = models.JSONField(default=dict)
    sealed = models.BinaryField(null=True)
    at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = verbose_name_plural = "草稿"
        constraints = [
            models.UniqueConstraint(fields=["person", "form", "sheet"], name="one_draft_per_sheet"),
            models.CheckConstraint(
                condition=models.Q(sealed=None) | models.Q(values={}),
                name="nothing_stands_beside_what_is_sealed",
            ),
        ]

    def __str__(self) -> str:
        return self.form

    @property
    def about(self) -> str:
        """What its cipher text is bound to."""
        return f"draft of {self.person_id} at {self.form} on {self.sheet}"

    @cached_property
    def typed(self) -> dict[str, str]:
        """By the names of the fields. Raises Unreadable."""
        return (
            self.values if self.sealed is None else json.loads(cipher.unseal(bytes(self.sealed), self.about))
        )

    @property
    def gist(self) -> str:
        """The beginning of its longest text, by which its writer tells it from another sheet. Keys and choices, which
        have no Chinese, tell nothing."""
        texts = [value for value in self.typed.values() if HAN.search(value)]
        return Truncator(max(texts, key=len, default="")).chars(24)
