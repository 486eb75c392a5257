from django.db import models
from django.db.models import Q


class Paper(models.Model):
    """来文: what a leader wrote on — a paper from outside, or a matter of this house. Several may write on one."""

    TITLE_LENGTH, NUMBER_LENGTH = 200, 60

    title = models.CharField("来文标题", max_length=TITLE_LENGTH)
    number = models.CharField("文号", max_length=NUMBER_LENGTH, blank=True)
    key = models.CharField(max_length=300, unique=True)  # one for all ways to write the same paper
    matter = models.ForeignKey(
        "matters.Matter", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="所批事项"
    )

    class Meta:
        verbose_name = verbose_name_plural = "来文"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="a_paper_has_a_title"),
            models.UniqueConstraint(
                fields=["matter"], condition=Q(matter__isnull=False), name="one_paper_per_matter"
            ),
        ]

    def __str__(self) -> str:
        return f"《{self.title}》{self.number}"
