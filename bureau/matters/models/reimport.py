import json
from typing import Any

from django.db import models
from django.urls import reverse

from bureau.org import cipher


class Reimport(models.Model):
    """改后导回: a ledger's workbook that came back: what it would change, and what came of it. Only whoever sent it sees it; its words
    are typed and not yet handed in, so they are kept as cipher text alone."""

    person = models.ForeignKey("org.Person", models.PROTECT, related_name="+", verbose_name="导回人")
    kind = models.CharField("业务", max_length=20)
    at = models.DateTimeField("导回时间", auto_now_add=True)
    file_name = models.CharField("文件名", max_length=200)
    sha256 = models.CharField("SHA-256", max_length=64)
    maker = models.CharField("导出人", max_length=200)
    made_at = models.DateTimeField("导出时间")
    sealed = models.BinaryField("内容", null=True)
    done = models.PositiveIntegerField("已改", default=0)
    ended_at = models.DateTimeField("办完时间", null=True, blank=True)  # when nothing of it waited any more
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "改后导回"
        ordering = ["-id"]
        indexes = [models.Index(fields=["person", "kind", "-id"], name="reimport_by_person")]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("matters:reimport", args=[self.pk])

    @property
    def about(self) -> str:
        """What its cipher text is bound to."""
        return f"reimport by {self.person_id} of {self.kind} at {self.made_at.isoformat()} {self.sha256}"

    @property
    def content(self) -> dict[str, Any]:
        """`rows`, `notes`, `added`, `wrong` (`bureau.matters.reimport.comparing`). Raises Unreadable."""
        return json.loads(cipher.unseal(bytes(self.sealed), self.about)) if self.sealed else {}

    @content.setter
    def content(self, content: dict[str, Any]) -> None:
        self.sealed = cipher.seal(json.dumps(content, ensure_ascii=False).encode(), self.about)
