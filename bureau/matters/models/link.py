from typing import ClassVar

from django.db import models
from django.db.models import F, Q


class Link(models.Model):
    """关联: this matter points to that one, and why; `quoted`: that one as it stood then."""

    QUOTED_LENGTH = 700

    class Why(models.TextChoices):
        ARISES = "arises", "由其引起"
        EVIDENCE = "evidence", "作为依据"
        CONTINUES = "continues", "接续办理"

    BACK: ClassVar[dict[str, str]] = {
        Why.ARISES: "由此引起",
        Why.EVIDENCE: "以此为据",
        Why.CONTINUES: "由其接续",
    }

    source = models.ForeignKey("matters.Matter", models.PROTECT, related_name="links_out")
    target = models.ForeignKey("matters.Matter", models.PROTECT, related_name="links_in")
    why = models.CharField("关系", max_length=10, choices=Why)
    quoted = models.CharField("引用时的情况", max_length=QUOTED_LENGTH, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "关联"
        constraints = [
            models.UniqueConstraint(fields=["source", "target", "why"], name="a_link_once"),
            models.CheckConstraint(condition=~Q(source=F("target")), name="no_link_to_itself"),
        ]

    def __str__(self) -> str:
        return self.get_why_display()

    @property
    def back(self) -> str:
        """The same as it reads from the other end."""
        return self.BACK[self.why]
